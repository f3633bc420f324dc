'use client';

import { useId, useMemo, useState } from 'react';
import type { ProgressAnswer } from '@/lib/api/progress';
import { doneShare } from '@/lib/api/shares';
import { progressMeter, type PacedProgress } from '@/lib/client/progressMeter';
import { ingestWords, totalLine, venueLine } from '@/lib/words/progress';
import { venueName } from '@/lib/words/venues';

/** How far a running ingest is, and on demand how far and how fast each venue. */
export function IngestRunning({ answer }: { readonly answer: ProgressAnswer }) {
  const panel = useId();
  const [meter] = useState(progressMeter);
  const paced = useMemo(() => meter(answer), [meter, answer]);
  const share = doneShare(answer.venues);
  const text = ingestWords.button(share);
  return (
    <>
      <button
        type="button"
        popoverTarget={panel}
        data-loading
        className="button border-caution text-caution [anchor-name:--ingest] xl:absolute xl:top-full xl:right-6 xl:z-10 xl:h-6 xl:min-h-0 xl:rounded-t-none xl:border-t-0 xl:text-xs"
        aria-label={ingestWords.open(text)}
      >
        <span aria-hidden className="size-2 animate-pulse rounded-full bg-caution" />
        <span className="max-sm:hidden">{text}</span>
      </button>
      <section
        id={panel}
        popover="auto"
        aria-label={ingestWords.title}
        className="inset-auto top-14 right-4 m-0 max-h-[75vh] [position-anchor:--ingest] supports-[top:anchor(bottom)]:top-[calc(anchor(bottom)+0.5rem)] w-[min(26rem,calc(100vw-2rem))] overflow-auto border border-rule-strong bg-paper p-4 text-sm text-ink shadow-lg"
      >
        <Panel {...paced} elapsedSeconds={answer.elapsedSeconds} />
      </section>
    </>
  );
}

function Panel({ venues, total, elapsedSeconds }: PacedProgress & { readonly elapsedSeconds: number | undefined }) {
  return (
    <>
      <Bar name={ingestWords.all} {...total}>
        {totalLine(total, elapsedSeconds)}
      </Bar>
      <ul className="mt-4 space-y-3">
        {venues.map((venue) => (
          <li key={venue.venue}>
            <Bar name={venueName(venue.venue)} {...venue}>
              {venueLine(venue)}
            </Bar>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-[0.75rem] text-ink-3">{ingestWords.estimates}</p>
    </>
  );
}

interface BarProps {
  readonly name: string;
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly children: string;
}

function Bar({ name, doneMinutes, totalMinutes, children }: BarProps) {
  const share = totalMinutes === 0 ? undefined : Math.min(1, doneMinutes / totalMinutes);
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{name}</span>
        <span className="text-ink-3 tabular-nums">
          {share === undefined ? '' : ingestWords.done(doneMinutes, totalMinutes, share)}
        </span>
      </p>
      <progress
        className="ingest-bar mt-1"
        aria-label={ingestWords.bar(name)}
        {...(share === undefined ? {} : { value: share })}
        max={1}
      />
      <p className="text-[0.75rem] text-ink-3">{children}</p>
    </>
  );
}
