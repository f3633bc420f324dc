import { isTraded, type CandleColumns } from '../../domain/candle';
import { MINUTES_PER_DAY, minutesIn, plus, startOf, type Day, type Minute } from '../../domain/minute';
import { answeredRanges, type AnsweredRange } from '../answered/decode';
import { decodeColumn } from '../codec/decode';

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
