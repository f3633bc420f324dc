'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { spokenPace } from '@/lib/api/pace';
import type { ProgressAnswer } from '@/lib/api/progress';
import { progressMeter, progressQuery, type PacedProgress } from '@/lib/client/progress';
import { count, unbroken } from '@/lib/words/en/numbers';
import { doneShare, stateWords } from '@/lib/words/en/progress';

/** Says on every page that candles are still coming, and on demand how far and how fast; when the last one came, every number on the page is asked again. */
export function IngestPill() {
  const { data } = useQuery(progressQuery);
  const running = data?.running === true;
  useRefreshWhenDone(running);
  return running ? <Running answer={data} /> : null;
}

function Running({ answer }: { readonly answer: ProgressAnswer }) {
  const panel = useId();
  const [meter] = useState(progressMeter);
  const paced = useMemo(() => meter(answer), [meter, answer]);
  const share = doneShare(answer.venues);
  const text = share === undefined ? 'Ingest running' : `Ingest ${String(Math.floor(share * 100))} %`;
  return (
    <>
      <button
        type="button"
        popoverTarget={panel}
        className="button border-caution text-caution [anchor-name:--ingest]"
        aria-label={`${text}: see how far each exchange is`}
      >
        <span aria-hidden className="size-2 animate-pulse rounded-full bg-caution" />
        {text}
      </button>
      <section
        id={panel}
        popover="auto"
        aria-label="Candles are coming in"
        className="inset-auto top-14 right-4 m-0 max-h-[75vh] [position-anchor:--ingest] supports-[top:anchor(bottom)]:top-[calc(anchor(bottom)+0.5rem)] w-[min(26rem,calc(100vw-2rem))] overflow-auto border border-rule-strong bg-paper p-4 text-sm text-ink shadow-lg"
      >
        <Panel {...paced} elapsedSeconds={answer.elapsedSeconds} />
      </section>
    </>
  );
}

const since = (seconds: number): string =>
  seconds < 120 ? `${String(Math.floor(seconds))} s` : `${String(Math.floor(seconds / 60))} min`;

const sentence = (...parts: readonly (string | undefined)[]): string =>
  unbroken(parts.filter((part) => part !== undefined && part !== '').join(', '));

function Panel({ venues, total, elapsedSeconds }: PacedProgress & { readonly elapsedSeconds: number | undefined }) {
  return (
    <>
      <Bar name="All exchanges" {...total}>
        {sentence(
          `${count(total.candles)} candles`,
          elapsedSeconds === undefined ? undefined : `running for ${since(elapsedSeconds)}`,
          spokenPace(total),
        )}
      </Bar>
      <ul className="mt-4 space-y-3">
        {venues.map((venue) => (
          <li key={venue.venue}>
            <Bar name={venue.venue} {...venue}>
              {sentence(
                stateWords(venue.state),
                `${count(venue.candles)} candles`,
                venue.note === '' ? spokenPace(venue) : venue.note,
              )}
            </Bar>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-[0.8rem] text-ink-3">
        Rates are of the last minute as seen by this page. The time left is an estimate from them; it holds if every
        exchange serves all it was asked for, and is left out until enough was measured.
      </p>
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
          {share === undefined
            ? ''
            : unbroken(`${count(doneMinutes)} of ${count(totalMinutes)} minutes, ${String(Math.floor(share * 100))} %`)}
        </span>
      </p>
      <progress
        className="ingest-bar mt-1"
        aria-label={`Ingest of ${name}`}
        {...(share === undefined ? {} : { value: share })}
        max={1}
      />
      <p className="text-[0.8rem] text-ink-3">{children}</p>
    </>
  );
}

function useRefreshWhenDone(running: boolean): void {
  const client = useQueryClient();
  const before = useRef(running);
  useEffect(() => {
    if (before.current && !running) void client.invalidateQueries();
    before.current = running;
  }, [running, client]);
}
