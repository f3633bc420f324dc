'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { formatMinute, type Minute } from '@/lib/domain/minute';
import { viewPath, type View } from '@/lib/permalink/view';
import { CopyLink } from '../frame/CopyLink';
import { OutLink } from '../frame/OutLink';
import { minuteAddress, pictureAddress } from '../links';
import { neighbour, withoutMinute } from '../view';
import { clock, unbroken } from '@/lib/words/en/numbers';
import { useStepKeys } from './useStepKeys';
import { minuteHead } from '@/lib/words/en/minutePage';
import { Rich } from '../frame/Rich';

interface Props {
  readonly name: string;
  readonly view: View;
  readonly minute: Minute;
  /** What happened, in one sentence; undefined while it is being read. */
  readonly sentence: string | undefined;
}

export function MinuteHead({ name, view, minute, sentence }: Props) {
  const before = neighbour(view, minute, -1);
  const after = neighbour(view, minute, 1);
  useStepKeys(view, minute);
  const iso = formatMinute(minute);
  return (
    <header className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <p className="text-sm text-ink-2">
          <Link className="link font-semibold" href={viewPath(withoutMinute(view))}>
            {name}
          </Link>
          <Rich text={minuteHead.when(iso)} />
        </p>
        <div className="flex flex-wrap gap-2">
          <CopyLink />
          <CopyLink form="short" />
          <OutLink href={pictureAddress(view)} kind="picture" />
          <OutLink href={minuteAddress(view.question, minute)} kind="answer" />
        </div>
      </div>
      {sentence === undefined ? (
        <div role="status" aria-label={minuteHead.loading} className="skeleton h-20 max-w-[60ch]" />
      ) : (
        <h1 className="max-w-[68ch] text-[clamp(1.3rem,2vw,1.75rem)] leading-[1.22] font-semibold">
          {unbroken(sentence)}
        </h1>
      )}
      <nav aria-label={minuteHead.adjacent} className="flex flex-wrap items-center gap-2">
        <Step view={before} sign="before" />
        <Step view={after} sign="after" />
        <span className="hidden text-sm text-ink-3 sm:inline">{minuteHead.keys}</span>
      </nav>
    </header>
  );
}

function Step({ view, sign }: { readonly view: View | undefined; readonly sign: 'before' | 'after' }) {
  if (view?.minute === undefined) return null;
  const iso = formatMinute(view.minute);
  return (
    <Link
      className="button"
      href={viewPath(view)}
      aria-label={minuteHead.step(sign, iso)}
      rel={sign === 'before' ? 'prev' : 'next'}
    >
      {sign === 'before' && <ArrowLeft aria-hidden className="size-4" />}
      {clock(iso)}
      {sign === 'after' && <ArrowRight aria-hidden className="size-4" />}
    </Link>
  );
}
