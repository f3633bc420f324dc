'use client';

import { useId } from 'react';
import type { MarksAnswer } from '@/lib/api/marks';
import { MARK_FIELDS } from '@/lib/domain/marks/marks';
import { account as words, fieldWords, ratioChoiceWords } from '@/lib/words/collateralPage';
import { Section } from '../frame/Section';
import { Coded } from '../controls/Coded';
import { KeptField } from '../controls/KeptField';
import { Select } from '../controls/Select';
import { positiveIn, type RatioKind, type Typed } from './useAccount';

interface Props {
  readonly answer: MarksAnswer;
  readonly typed: Typed;
  readonly onChange: (change: Partial<Typed>) => void;
}

/** What only the reader knows. The fields have no names and are in no form, so that no browser can send them. */
export function AccountFields({ answer, typed, onChange }: Props) {
  return (
    <Section id="account" title={words.title} lead={<span className="print:hidden">{words.kept}</span>}>
      <Printed answer={answer} typed={typed} />
      <div className="flex flex-wrap items-start gap-3 print:hidden">
        <Positive
          label={words.units}
          value={typed.units}
          onValue={(units) => {
            onChange({ units });
          }}
        />
        <Positive
          label={words.loan}
          value={typed.loan}
          onValue={(loan) => {
            onChange({ loan });
          }}
        />
        <Positive
          label={words.level}
          value={typed.level}
          onValue={(level) => {
            onChange({ level });
          }}
        />
        <label className="block">
          <span className="label mb-1 block">{words.field}</span>
          <Select
            value={typed.field}
            choices={MARK_FIELDS.map((field) => ({ value: field, label: fieldWords(field) }))}
            onChoose={(field) => {
              onChange({ field });
            }}
          />
        </label>
        {answer.ratios !== null && <RatioFields ratios={answer.ratios} typed={typed} onChange={onChange} />}
      </div>
      <p className="mt-2 max-w-[78ch] text-sm text-ink-2">{words.fieldMeaning}</p>
      <noscript>
        <p className="mt-2 text-sm">
          <Coded>{words.noScript}</Coded>
        </p>
      </noscript>
    </Section>
  );
}

/** Paper has what was typed, without which its figures cannot be followed; a field of the page would be empty there or cut off. */
function Printed({ answer, typed }: Omit<Props, 'onChange'>) {
  const said: readonly (readonly [name: string, value: string])[] = [
    [words.units, typed.units],
    [words.loan, typed.loan],
    [words.level, typed.level],
    [words.field, fieldWords(typed.field)],
    ...(answer.ratios === null ? [] : [[words.ratio, ratioWords(answer.ratios, typed.ratio)] as const]),
    ...(answer.ratios === null || typed.ratio !== 'given'
      ? []
      : [[words.ratioValue, typed.ratioValue] as const, [words.ratioSource, typed.ratioSource] as const]),
  ];
  return (
    <dl className="hidden flex-wrap gap-x-8 gap-y-1 text-sm print:flex">
      {said
        .filter(([, value]) => value.trim() !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="label">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface RatioProps extends Omit<Props, 'answer'> {
  readonly ratios: NonNullable<MarksAnswer['ratios']>;
}

const KINDS: readonly RatioKind[] = ['own', 'others', 'given'];

const ratioWords = (ratios: NonNullable<MarksAnswer['ratios']>, kind: RatioKind): string =>
  kind === 'given' ? ratioChoiceWords({ kind, ratio: null, minutes: 0 }) : ratioChoiceWords({ kind, ...ratios[kind] });

function RatioFields({ ratios, typed, onChange }: RatioProps) {
  return (
    <>
      <label className="block max-w-full">
        <span className="label mb-1 block">{words.ratio}</span>
        <Select
          className="max-w-full"
          value={typed.ratio}
          choices={KINDS.map((kind) => ({ value: kind, label: ratioWords(ratios, kind) }))}
          onChoose={(ratio) => {
            onChange({ ratio });
          }}
        />
      </label>
      {typed.ratio === 'given' && (
        <>
          <Positive
            label={words.ratioValue}
            value={typed.ratioValue}
            onValue={(ratioValue) => {
              onChange({ ratioValue });
            }}
          />
          <Source value={typed.ratioSource} onChange={onChange} />
        </>
      )}
    </>
  );
}

function Source({ value, onChange }: { readonly value: string; readonly onChange: Props['onChange'] }) {
  const id = useId();
  const isMissing = value.trim() === '';
  return (
    <div>
      <label className="block">
        <span className="label mb-1 block">{words.ratioSource}</span>
        <KeptField
          className="field w-[18rem] max-w-full"
          value={value}
          autoComplete="off"
          placeholder={words.sourceExample}
          aria-describedby={isMissing ? id : undefined}
          onType={(ratioSource) => {
            onChange({ ratioSource });
          }}
        />
      </label>
      {isMissing && (
        <p id={id} className="mt-1 max-w-[18rem] text-xs text-ink-2">
          {words.sourceMissing}
        </p>
      )}
    </div>
  );
}

interface PositiveProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A number above 0, as its reader types it. */
function Positive({ label, value, onValue }: PositiveProps) {
  const id = useId();
  const isWrong = value.trim() !== '' && Number.isNaN(positiveIn(value));
  return (
    <div>
      <label className="block">
        <span className="label mb-1 block">{label}</span>
        <KeptField
          className="field w-[11rem] max-w-full font-mono"
          inputMode="decimal"
          value={value}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          onType={onValue}
        />
      </label>
      {isWrong && (
        <p id={id} role="alert" className="mt-1 max-w-[11rem] text-xs text-below">
          {words.notANumber}
        </p>
      )}
    </div>
  );
}
