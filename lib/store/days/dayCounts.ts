import { isTraded, type CandleColumns } from '../../domain/candle';
import { MINUTES_PER_DAY, minutesIn, plus, startOf, type Day, type Minute } from '../../domain/minute';
import { answeredRanges, type AnsweredRange } from '../answered/decode';
import { decodedDay, type EncodedDay } from './dayRows';

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

export const sumOf = <T>(all: readonly T[], count: (one: T) => number): number =>
  all.reduce((sum, one) => sum + count(one), 0);

/** `aside`: those of the day, each once. A computed price moves without any volume, and so none of them counts as moved. */
export function countDay(
  day: Day,
  row: EncodedDay,
  aside: readonly AsideMinute[],
  isComputedPrice: boolean,
): CountedDay {
  const answered = answeredRanges(day, row.answered_at);
  const of = { day, answered, answeredMinutes: sumOf(answered, minutesIn) };
  const columns: CandleColumns = {
    range: { from: startOf(day), to: plus(startOf(day), MINUTES_PER_DAY) },
    answered: new Uint8Array(0),
    ...decodedDay(row),
  };
  const { open, high, low, close } = columns;
  let [candles, traded, moved] = [0, 0, 0];
  for (let slot = 0; slot < MINUTES_PER_DAY; slot += 1) {
    if (Number.isNaN(open[slot] ?? NaN)) continue;
    candles += 1;
    if (isTraded(columns, slot)) traded += 1;
    else if (!isComputedPrice && [high, low, close].some((price) => price[slot] !== open[slot])) moved += 1;
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
    moved,
    noTrade: of.answeredMinutes - traded - answeredBefore - moved,
    setAside: unanswered + answeredBefore,
  };
}
