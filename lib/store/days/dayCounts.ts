import { isTraded, type CandleColumns } from '../../domain/candle';
import {
  dayOf,
  daysIn,
  MINUTES_PER_DAY,
  minutesIn,
  overlap,
  plus,
  startOf,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { answeredRanges, type AnsweredRange } from '../answered/decode';
import { decodeColumn } from '../codec/decode';
import type { AttemptRow } from '../merge/attempts';

/** One UTC day of one market and source, counted; minutes unless stated otherwise. */
export interface DayCoverage {
  readonly day: Day;
  readonly answered: number;
  readonly traded: number;
  /** Answered and not traded. */
  readonly noTrade: number;
  /** Rows in quarantine that name a minute of the day. */
  readonly quarantined: number;
  /** Minutes whose answer changed at least once. */
  readonly revised: number;
  /** Asked, not answered: the venue refused us or did not deliver. */
  readonly refusedOrFailed: number;
}

/** What the day's row says. */
export interface CountedDay {
  readonly day: Day;
  readonly answered: readonly AnsweredRange[];
  readonly answeredMinutes: number;
  /** A filler of zero volume is a candle and not traded. */
  readonly candles: number;
  readonly traded: number;
}

export type EncodedCounts = Readonly<
  Record<'open' | 'base_volume' | 'quote_volume' | 'trades' | 'answered_at', Buffer | null>
>;

/** Counts that lie outside the day's row; null: of rows that name no minute. */
export interface DayMarks {
  readonly day: Day | null;
  readonly quarantined: number;
  readonly revised: number;
}

export const sumOf = <T>(all: readonly T[], count: (one: T) => number): number =>
  all.reduce((sum, one) => sum + count(one), 0);

export function countDay(day: Day, row: EncodedCounts): CountedDay {
  const answered = answeredRanges(day, row.answered_at);
  const counted = { day, answered, answeredMinutes: sumOf(answered, minutesIn) };
  if (row.open === null) return { ...counted, candles: 0, traded: 0 };
  const column = (bytes: Buffer | null): Float64Array => decodeColumn(bytes, MINUTES_PER_DAY);
  const open = column(row.open);
  const columns: CandleColumns = {
    range: { from: startOf(day), to: plus(startOf(day), MINUTES_PER_DAY) },
    answered: new Uint8Array(0),
    open,
    high: open,
    low: open,
    close: open,
    baseVolume: column(row.base_volume),
    quoteVolume: column(row.quote_volume),
    trades: column(row.trades),
  };
  let candles = 0;
  let traded = 0;
  for (let slot = 0; slot < MINUTES_PER_DAY; slot += 1) {
    if (!Number.isNaN(open[slot] ?? NaN)) candles += 1;
    if (isTraded(columns, slot)) traded += 1;
  }
  return { ...counted, candles, traded };
}

/** Minutes of each day in the ranges. */
function minutesByDay(ranges: readonly MinuteRange[]): ReadonlyMap<Day, number> {
  const minutes = new Map<Day, number>();
  for (const range of ranges) {
    for (const day of daysIn(range)) {
      const ofDay = overlap(range, { from: startOf(day), to: plus(startOf(day), MINUTES_PER_DAY) });
      const before = minutes.get(day);
      if (ofDay !== undefined) minutes.set(day, before === undefined ? minutesIn(ofDay) : before + minutesIn(ofDay));
    }
  }
  return minutes;
}

/** The days that `range` touches, in order, whole days; one of which there is nothing to say is left out. */
export function dayCoverages(
  range: MinuteRange,
  counted: readonly CountedDay[],
  marks: readonly DayMarks[],
  unanswered: readonly AttemptRow[],
): readonly DayCoverage[] {
  // The range may be all of time: its days are never listed.
  const first = dayOf(range.from);
  const last = dayOf((range.to - 1) as Minute);
  const failed = minutesByDay(unanswered.filter(({ outcome }) => outcome !== 'not-served'));
  const days = new Set([...counted.map(({ day }) => day), ...marks.map(({ day }) => day), ...failed.keys()]);
  const marksOf = new Map<Day | null, DayMarks[]>();
  for (const mark of marks) marksOf.set(mark.day, [...(marksOf.get(mark.day) ?? []), mark]);
  const countedOf = new Map(counted.map((day) => [day.day, day]));
  return [...days]
    .filter((day): day is Day => day !== null && day >= first && day <= last)
    .sort((a, b) => a - b)
    .map((day) => {
      const row = countedOf.get(day);
      const unanswered = failed.get(day);
      const ofDay = marksOf.get(day) ?? [];
      return {
        day,
        answered: row === undefined ? 0 : row.answeredMinutes,
        traded: row === undefined ? 0 : row.traded,
        noTrade: row === undefined ? 0 : row.answeredMinutes - row.traded,
        quarantined: sumOf(ofDay, (mark) => mark.quarantined),
        revised: sumOf(ofDay, (mark) => mark.revised),
        refusedOrFailed: unanswered === undefined ? 0 : unanswered,
      };
    });
}
