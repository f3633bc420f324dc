import { emptyColumns, type CandleColumns } from '../domain/candle';
import { minuteRange, MINUTES_PER_DAY, type Minute, type MinuteRange } from '../domain/minute';

/** The span of a venue's candle. */
export interface Span {
  readonly minutes: number;
  /** When candles open, in minutes after 00:00 UTC: a day of a venue may begin elsewhere. Default: at 00:00 UTC. */
  readonly opens?: number;
}

export const MINUTE: Span = { minutes: 1 };
export const MINUTES_5: Span = { minutes: 5 };
export const MINUTES_15: Span = { minutes: 15 };
export const HOUR: Span = { minutes: 60 };
export const UTC_DAY: Span = { minutes: MINUTES_PER_DAY };
/** A day by the clock of Hong Kong and Beijing, eight hours ahead: it opens at 16:00 UTC. */
export const GMT8_DAY: Span = { minutes: MINUTES_PER_DAY, opens: 16 * 60 };

/** Which candle of a span holds a minute, or opens at it first; counted from 1970. */
export const candleHolding = (minute: number, { minutes, opens = 0 }: Span): number =>
  Math.floor((minute - opens) / minutes);
export const candleFrom = (minute: number, { minutes, opens = 0 }: Span): number =>
  Math.ceil((minute - opens) / minutes);
export const openingOf = (candle: number, { minutes, opens = 0 }: Span): Minute => (candle * minutes + opens) as Minute;

/** Decimals no scenario writes more of: what adding floats leaves behind them is cut off. */
const DECIMALS = 8;

/** Writes the candle that minutes make into a slot; nothing where none of them has one. */
function fold(from: CandleColumns, { from: start, to: end }: MinuteRange, into: CandleColumns, slot: number): void {
  const at = (field: Float64Array, minute: number): number => field[minute - from.range.from] ?? NaN;
  let [base, quote, trades] = [0, 0, 0];
  for (let minute = start as number; minute < end; minute += 1) {
    if (Number.isNaN(at(from.open, minute))) continue;
    const isFirst = Number.isNaN(into.open[slot] ?? NaN);
    if (isFirst) into.open[slot] = at(from.open, minute);
    const [high, low] = [at(from.high, minute), at(from.low, minute)];
    into.high[slot] = isFirst ? high : Math.max(high, into.high[slot] ?? NaN);
    into.low[slot] = isFirst ? low : Math.min(low, into.low[slot] ?? NaN);
    into.close[slot] = at(from.close, minute);
    base += at(from.baseVolume, minute);
    quote += at(from.quoteVolume, minute);
    trades += at(from.trades, minute);
  }
  if (Number.isNaN(into.open[slot] ?? NaN)) return;
  into.baseVolume[slot] = Number(base.toFixed(DECIMALS));
  into.quoteVolume[slot] = Number(quote.toFixed(DECIMALS));
  into.trades[slot] = trades;
}

/** The minutes of a candle that lie in a range; undefined: none. */
function minutesOf(candle: number, span: Span, { from, to }: MinuteRange): MinuteRange | undefined {
  const [start, end] = [Math.max(openingOf(candle, span), from), Math.min(openingOf(candle + 1, span), to)];
  return start < end ? minuteRange(start as Minute, end as Minute) : undefined;
}

const made = new WeakMap<CandleColumns, Map<string, CandleColumns>>();

/** The longer candles of a market's minutes, one a slot: a slot's "minute" is its candle's number. Made once a span. */
function foldedAll(minutes: CandleColumns, span: Span): CandleColumns {
  const known = made.get(minutes) ?? new Map<string, CandleColumns>();
  made.set(minutes, known);
  const key = `${String(span.minutes)} ${String(span.opens)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { from, to } = minutes.range;
  const range = minuteRange(candleHolding(from, span) as Minute, (candleHolding(to - 1, span) + 1) as Minute);
  const columns = emptyColumns(range);
  for (let candle = range.from as number; candle < range.to; candle += 1) {
    const part = minutesOf(candle, span, minutes.range);
    if (part !== undefined) fold(minutes, part, columns, candle - range.from);
  }
  known.set(key, columns);
  return columns;
}

/** The same as the venue knows them at an instant: the open candle holds what came before the minute that is still open. */
export function longerColumns(minutes: CandleColumns, span: Span, openMinute: number): CandleColumns {
  const all = foldedAll(minutes, span);
  const open = candleHolding(openMinute, span);
  if (open < all.range.from || open >= all.range.to) return all;
  const part = emptyColumns(minuteRange(open as Minute, (open + 1) as Minute));
  const so = minutesOf(open, span, { from: minutes.range.from, to: Math.min(minutes.range.to, openMinute) as Minute });
  if (so !== undefined) fold(minutes, so, part, 0);
  const withOpen = (field: Float64Array, value: number): Float64Array => {
    const copy = field.slice();
    copy[open - all.range.from] = value;
    return copy;
  };
  return {
    ...all,
    open: withOpen(all.open, part.open[0] ?? NaN),
    high: withOpen(all.high, part.high[0] ?? NaN),
    low: withOpen(all.low, part.low[0] ?? NaN),
    close: withOpen(all.close, part.close[0] ?? NaN),
    baseVolume: withOpen(all.baseVolume, part.baseVolume[0] ?? NaN),
    quoteVolume: withOpen(all.quoteVolume, part.quoteVolume[0] ?? NaN),
    trades: withOpen(all.trades, part.trades[0] ?? NaN),
  };
}
