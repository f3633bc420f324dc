import type { ContagionBook, FallAnswer } from '@/lib/api/contagion';
import { KINDS } from '@/lib/domain/market';
import { formatMinute, MINUTES_PER_DAY, parseMinute, plus, type Minute } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { betweenWords, contagionChart, contagionTable } from '@/lib/words/contagion';
import { kindWords } from '@/lib/words/kinds';
import { SIMULATED } from '@/lib/words/names';
import { pairWords } from '@/lib/words/market';
import { venueName } from '@/lib/words/venues';
import { Stamp } from '../frame/Stamp';
import { Time } from '../zone/Time';
import { KindMark } from './KindMark';

/** A book that fell, and when. */
export interface Fallen {
  readonly book: ContagionBook;
  readonly fall: FallAnswer & { readonly seen: string; readonly earliest: string };
}

interface Props {
  /** In order. */
  readonly rows: readonly Fallen[];
  readonly finding: string;
  readonly isSimulated: boolean;
}

const minuteOf = (iso: string): Minute => promised(parseMinute(iso));

/** Minutes between two ticks, so that a phone has room for the times. */
const STEPS = [1, 2, 5, 10, 30, 60, 120, 360, 720, 1_440, 2_880] as const;
const MOST_TICKS = 5;
/** Lines for each mark of simulated prices, and the first that has one: no crop of a chart loses all of them. */
const MARKED = { every: 6, first: 2 } as const;

/** A line a book, a mark where it was first seen so low; where minutes before are unknown, a bar from the first of them. The table says the same. */
export function FallChart({ rows, finding, isSimulated }: Props) {
  const first = Math.min(...rows.map(({ fall }) => minuteOf(fall.earliest)));
  const last = Math.max(...rows.map(({ fall }) => minuteOf(fall.seen)));
  const step = STEPS.find((minutes) => (last - first) / minutes < MOST_TICKS) ?? 2_880;
  const from = (Math.floor(first / step) * step) as Minute;
  const to = plus((Math.ceil((last + 1) / step) * step) as Minute, 0);
  /** The middle of a minute, which is as fine as anything here is. */
  const placeOf = (at: Minute, within = 0.5): string => `${String(((at + within - from) / (to - from)) * 100)}%`;
  // In several days a clock alone names no minute.
  const written = (at: Minute): string =>
    formatMinute(at)
      .slice(to - from > MINUTES_PER_DAY ? 5 : 11, 16)
      .replace('T', ' ');
  const ticks = Array.from({ length: (to - from) / step + 1 }, (_, i) => plus(from, i * step));
  return (
    <figure role="group" aria-label={contagionChart.description(finding)} className="relative isolate">
      <ul aria-label={contagionChart.legend} className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2">
        {KINDS.filter((kind) => rows.some(({ book }) => book.kind === kind)).map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <KindMark kind={kind} />
            {kindWords(kind)}
          </li>
        ))}
        {rows.some(({ fall }) => fall.earliest !== fall.seen) && (
          <li className="flex items-center gap-2">
            <span aria-hidden className="own-colours h-1 w-5 bg-rule-strong" />
            {contagionChart.unknown}
          </li>
        )}
      </ul>
      <div className={isSimulated ? 'relative max-sm:pr-7' : undefined}>
        {isSimulated && <SideMark rows={rows.length} />}
        <ol>
          {rows.map(({ book, fall }, row) => (
            <li
              key={`${book.venue} ${book.market} ${book.kind}`}
              className="grid items-center border-t border-rule py-1 sm:grid-cols-[18.5rem_1fr] sm:py-0.5"
            >
              <span className="truncate text-sm">
                {venueName(book.venue)} <span className="text-ink-3">{pairWords(book)}</span>
              </span>
              <span className="relative mx-2 block h-5" title={titleOf(fall)}>
                {isSimulated && row % MARKED.every === Math.min(MARKED.first, rows.length - 1) && <Mark />}
                {ticks.map((at) => (
                  <span
                    key={at}
                    aria-hidden
                    className="own-colours absolute inset-y-0 w-px bg-rule"
                    style={{ left: placeOf(at, 0) }}
                  />
                ))}
                {fall.earliest !== fall.seen && (
                  <span
                    aria-hidden
                    className="own-colours absolute top-1/2 h-1 -translate-y-1/2 bg-rule-strong"
                    style={{
                      left: placeOf(minuteOf(fall.earliest), 0),
                      right: `calc(100% - ${placeOf(minuteOf(fall.seen))})`,
                    }}
                  />
                )}
                <span
                  className="absolute top-1/2 -translate-x-1/2 -translate-y-1/2"
                  style={{ left: placeOf(minuteOf(fall.seen)) }}
                >
                  <KindMark kind={book.kind} />
                  <span className="sr-only">
                    <Time iso={fall.seen} form="named" />
                  </span>
                </span>
              </span>
            </li>
          ))}
        </ol>
        <div aria-hidden className="grid border-t border-rule-strong sm:grid-cols-[18.5rem_1fr]">
          <span className="pt-1 text-[0.75rem] text-ink-3">{contagionTable.first}</span>
          <span className="relative mx-2 block h-6 font-mono text-[0.75rem] text-ink-3">
            {ticks.map((at, i) => (
              <span
                key={at}
                className={`absolute top-1 ${i === 0 ? '' : i === ticks.length - 1 ? '-translate-x-full' : '-translate-x-1/2'}`}
                style={{ left: placeOf(at, 0) }}
              >
                {written(at)}
              </span>
            ))}
          </span>
        </div>
      </div>
    </figure>
  );
}

/** In the plot alone. On a phone a book's name stands above its line, so that a mark has no more room than the line. */
const Mark = () =>
  [true, false].map((isInLine) => (
    <svg
      key={String(isInLine)}
      aria-hidden
      className={`pointer-events-none absolute top-1/2 left-1/2 -z-10 overflow-visible ${isInLine ? 'sm:hidden' : 'max-sm:hidden'}`}
      width={1}
      height={1}
    >
      <Stamp x={0} y={0} isInLine={isInLine} />
    </svg>
  ));

/** Rows of a phone for each word beside them. */
const ROWS_A_WORD = 3;

/** On a phone the plot has room for small marks alone: beside it, from top to bottom, hatched and never over words, so that no crop loses it. */
const SideMark = ({ rows }: { readonly rows: number }) => (
  <div
    aria-hidden
    className="own-colours side-mark absolute inset-y-0 right-0 flex w-5 flex-col items-center justify-around text-[0.75rem] font-bold sm:hidden print:hidden"
  >
    {Array.from({ length: Math.ceil(rows / ROWS_A_WORD) }, (_, i) => (
      <span
        key={i}
        className="rotate-180 bg-stamp px-0.5 py-1.5 leading-none text-stamp-ink [writing-mode:vertical-rl]"
      >
        {SIMULATED}
      </span>
    ))}
  </div>
);

const titleOf = ({ earliest, seen }: Fallen['fall']): string | undefined =>
  earliest === seen ? undefined : betweenWords(earliest, seen);
