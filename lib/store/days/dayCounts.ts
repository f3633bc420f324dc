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
  /** Answered, and neither traded nor one of the next two. */
  readonly noTrade: number;
  /** Of volume 0, and with prices that are not all equal. */
  readonly moved: number;
  /** Without a candle, and with something that was set aside; answered before that or not at all. */
  readonly setAside: number;
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
  readonly noTrade: number;
  readonly moved: number;
  readonly setAside: number;
}

/** A minute of which something was set aside, and when that was seen last (ms since 1970). */
export interface AsideMinute {
  readonly minute: Minute;
  readonly seenMs: number;
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

/** A day counted as far as is possible without the prices of its candles that nobody traded. */
export interface FirstCount extends Omit<CountedDay, 'moved'> {
  /** Slots of these candles: fillers, or prices that moved; in `noTrade` until then. */
  readonly untraded: readonly number[];
}

export type EncodedPrices = Readonly<Record<'open' | 'high' | 'low' | 'close', Buffer | null>>;

/** The count with what moved told from the fillers. */
export function withMoved({ untraded, ...count }: FirstCount, prices: EncodedPrices | undefined): CountedDay {
  if (untraded.length === 0 || prices === undefined) return { ...count, moved: 0 };
  const [open, ...others] = [prices.open, prices.high, prices.low, prices.close].map((bytes) =>
    decodeColumn(bytes, MINUTES_PER_DAY),
  );
  const moved = untraded.filter((slot) => others.some((price) => price[slot] !== open?.[slot])).length;
  return { ...count, moved, noTrade: count.noTrade - moved };
}

/** `aside`: those of the day, each once. */
export function countDay(day: Day, row: EncodedCounts, aside: readonly AsideMinute[]): FirstCount {
  const answered = answeredRanges(day, row.answered_at);
  const of = { day, answered, answeredMinutes: sumOf(answered, minutesIn) };
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
  const untraded: number[] = [];
  let [candles, traded] = [0, 0];
  for (let slot = 0; slot < MINUTES_PER_DAY; slot += 1) {
    if (Number.isNaN(open[slot] ?? NaN)) continue;
    candles += 1;
    if (isTraded(columns, slot)) traded += 1;
    else untraded.push(slot);
  }
  const without = aside
    .filter(({ minute }) => Number.isNaN(open[minute - startOf(day)] ?? NaN))
    .map(({ minute, seenMs }) => ({ seenMs, by: answered.find(({ from, to }) => from <= minute && minute < to) }));
  const unanswered = without.filter(({ by }) => by === undefined).length;
  const answeredBefore = without.filter(({ by, seenMs }) => by !== undefined && by.atMs <= seenMs).length;
  return {
    ...of,
    candles,
    traded,
    untraded,
    noTrade: of.answeredMinutes - traded - answeredBefore,
    setAside: unanswered + answeredBefore,
  };
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
        noTrade: row === undefined ? 0 : row.noTrade,
        moved: row === undefined ? 0 : row.moved,
        setAside: row === undefined ? 0 : row.setAside,
        quarantined: sumOf(ofDay, (mark) => mark.quarantined),
        revised: sumOf(ofDay, (mark) => mark.revised),
        refusedOrFailed: unanswered === undefined ? 0 : unanswered,
      };
    });
}
