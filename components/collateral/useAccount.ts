'use client';

import { useState } from 'react';
import type { MarksAnswer } from '@/lib/api/marks';
import type { UsedRatio } from '@/lib/api/marksCsv';
import { account } from '@/lib/words/collateralPage';
import { productOf } from '@/lib/domain/exact';
import { unitLevel, type MarkedAccount, type MarkField } from '@/lib/domain/marks/marks';

export type RatioKind = 'own' | 'others' | 'given';

/** What a reader typed, letter for letter. It lives in the page's memory and nowhere else: in no address, no storage, no request. */
export interface Typed {
  readonly units: string;
  readonly loan: string;
  /** Percent. */
  readonly level: string;
  readonly field: MarkField;
  readonly ratio: RatioKind;
  readonly ratioValue: string;
  readonly ratioSource: string;
}

/** What comes of it. NaN: nothing was typed, or no number above 0. */
export interface Account {
  readonly marked: MarkedAccount;
  /** The mark of a unit at which the level is reached. */
  readonly unitLevel: number;
  readonly ratio: UsedRatio;
}

const PERCENT = 0.01;

/** A number above 0, with spaces between thousands or without; NaN: none. */
export function positiveIn(text: string): number {
  const digits = text.replaceAll(/[\s\u00A0\u2009\u202F]/g, '');
  const number = /^\d{1,15}(\.\d{1,18})?$/.test(digits) ? Number(digits) : NaN;
  return number > 0 ? number : NaN;
}

export function accountOf(typed: Typed, answer: MarksAnswer): Account {
  const marked = {
    units: positiveIn(typed.units),
    loan: positiveIn(typed.loan),
    level: productOf(positiveIn(typed.level), PERCENT),
  };
  return { marked, unitLevel: unitLevel(marked), ratio: ratioOf(typed, answer) };
}

/** A ratio of the reader's own is used with its source alone. */
function ratioOf({ ratio, ratioValue, ratioSource }: Typed, { ratios }: MarksAnswer): UsedRatio {
  if (ratios === null) return { value: 1, source: 'peg' };
  if (ratio !== 'given') return { value: ratios[ratio].ratio ?? NaN, source: ratio };
  const source = ratioSource.trim();
  return { value: source === '' ? NaN : positiveIn(ratioValue), source };
}

/** What the answer itself multiplies by, so that the page shows one set of figures; where it knows no ratio, one that is known. */
function firstRatio({ ratios, ratio }: MarksAnswer): Pick<Typed, 'ratio' | 'ratioValue' | 'ratioSource'> {
  const none = { ratioValue: '', ratioSource: '' };
  if (ratio.source === 'given')
    return { ratio: 'given', ratioValue: String(ratio.value), ratioSource: account.fromAddress };
  if (ratios === null || ratio.source === 'peg') return { ...none, ratio: 'own' };
  const known = [ratio.source, 'own', 'others'] as const;
  return { ...none, ratio: known.find((one) => ratios[one].ratio !== null) ?? 'given' };
}

/** The reader's account, and how it is changed. */
export function useAccount(answer: MarksAnswer): readonly [Typed, (change: Partial<Typed>) => void] {
  const [typed, setTyped] = useState<Typed>({
    units: '',
    loan: '',
    level: '',
    field: 'close',
    ...firstRatio(answer),
  });
  return [
    typed,
    (change) => {
      setTyped((before) => ({ ...before, ...change }));
    },
  ];
}
