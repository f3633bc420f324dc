'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { Link } from '@/components/frame/Link';
import type { Erratum } from '@/lib/api/errata';
import type { MinuteAnswer } from '@/lib/api/minute';
import type { Deeper } from '@/lib/domain/deeper';
import { formatMinute, type Minute } from '@/lib/domain/minute';
import { viewPath, type View } from '@/lib/permalink/view';
import { CopyLink } from '../frame/CopyLink';
import { OutLink } from '../frame/OutLink';
import { PictureLink } from '../frame/PictureLink';
import { minuteAddress } from '../links';
import { neighbour, withMinute, withoutMinute } from '../view';
import { joins } from '@/lib/words/spelled';
import { timeWithin } from '@/lib/words/timesOf';
import { Cite, Share } from './Cite';
import { useStepKeys } from './useStepKeys';
import { minuteHead } from '@/lib/words/minutePage';
import { Rich } from '../frame/Rich';
import { AlsoHere } from '../zone/AlsoHere';
import { asClock, saidFor } from '@/lib/words/toZone';
import { useZone } from '../zone/useZone';
import { Sentence } from '../frame/Dated';

interface TopProps {
  readonly name: string;
  readonly view: View;
  readonly minute: Minute;
}

/** Which minute this is. */
export const MinuteTop = ({ name, view, minute }: TopProps) => (
  <p className="mb-3 text-sm text-ink-2">
    <Link className="link font-semibold" href={viewPath(withoutMinute(view))}>
      {name}
    </Link>
    <Rich text={minuteHead.when(formatMinute(minute))} />
    <AlsoHere iso={formatMinute(minute)} />
  </p>
);

interface Props {
  readonly view: View;
  readonly minute: Minute;
  /** With what happened, in one sentence; undefined while it is being read. */
  readonly answer: MinuteAnswer | undefined;
  /** Of the minute. */
  readonly errata: readonly Erratum[];
  /** The nearest deeper minutes of the view; undefined while they are being read. */
  readonly deeper: Deeper | undefined;
}

/** The finding; then the way to the minutes beside it, and everything that takes it elsewhere. */
export function MinuteHead({ view, minute, answer, errata, deeper }: Props) {
  useStepKeys(view, minute);
  const deeperAt = (sign: 'before' | 'after'): View | undefined => {
    const at = deeper?.[sign];
    return at === undefined ? undefined : withMinute(view, at);
  };
  return (
    <header className="space-y-4">
      {answer === undefined ? (
        <div role="status" aria-label={minuteHead.loading} className="skeleton h-20 max-w-[60ch]" />
      ) : (
        <h1 className="max-w-[68ch] finding">
          <Sentence>{answer.sentence}</Sentence>
        </h1>
      )}
      <div className="comes-whole flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <nav aria-label={minuteHead.adjacent} className="flex min-h-9 flex-wrap items-center gap-2">
          <Step from={minute} view={deeperAt('before')} sign="before" isDeeper />
          <Step from={minute} view={neighbour(view, minute, -1)} sign="before" />
          <Step from={minute} view={neighbour(view, minute, 1)} sign="after" />
          <Step from={minute} view={deeperAt('after')} sign="after" isDeeper />
          <span className="text-sm text-ink-3 max-sm:hidden">
            {deeper !== undefined && deeper.before === undefined && deeper.after === undefined
              ? `${minuteHead.deepest}${joins.clauses}${minuteHead.keys}`
              : minuteHead.keys}
          </span>
        </nav>
        <div className="waits-for-whole flex flex-wrap gap-2">
          <CopyLink />
          <CopyLink form="short" />
          {answer !== undefined && <Cite view={view} answer={answer} errata={errata} />}
          {answer !== undefined && <Share sentence={answer.sentence} />}
          <PictureLink view={view} />
          <OutLink href={minuteAddress(view.question, minute)} kind="answer" />
        </div>
        {/* A button whose word comes after its sign wraps to the next line. */}
        <div hidden className="whole" />
      </div>
    </header>
  );
}

interface StepProps {
  /** The minute that is shown. */
  readonly from: Minute;
  readonly view: View | undefined;
  readonly sign: 'before' | 'after';
  readonly isDeeper?: boolean;
}

function Step({ from, view, sign, isDeeper = false }: StepProps) {
  const zone = useZone();
  if (view?.minute === undefined) return null;
  const iso = formatMinute(view.minute);
  const shown = asClock(iso, zone);
  const when = timeWithin(asClock(formatMinute(from), zone), shown)(shown);
  return (
    <Link
      className="button"
      href={viewPath(view)}
      aria-label={saidFor(isDeeper ? minuteHead.deeperStep(sign, when) : minuteHead.step(sign, when), zone, [iso])}
      {...(isDeeper ? {} : { rel: sign === 'before' ? 'prev' : 'next' })}
    >
      {sign === 'before' && <ArrowLeft aria-hidden className="size-4" />}
      {when}
      {isDeeper && <span className="text-ink-3">{minuteHead.deeper}</span>}
      {sign === 'after' && <ArrowRight aria-hidden className="size-4" />}
    </Link>
  );
}
