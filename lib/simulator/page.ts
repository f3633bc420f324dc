import type { Candle, CandleColumns } from '../domain/candle';
import { MINUTE_MS, type Minute } from '../domain/minute';
import type { CandlePage } from './profile';
import { candleAt } from './scenario';

/** A venue's filler for a minute without a trade: flat at the last close, nothing traded. */
const flat = (minute: number, close: number): Candle => ({
  minute: minute as Minute, open: close, high: close, low: close, close, baseVolume: 0, quoteVolume: 0, trades: 0,
});

/** What an open candle shows after `share` of its minute: part of the way, part of the volume. */
function forming(candle: Candle, share: number, decimals: { priceDecimals: number; volumeDecimals: number }): Candle {
  const part = (to: number): number => Number((candle.open + share * (to - candle.open)).toFixed(decimals.priceDecimals));
  const volume = (whole: number): number => Number((share * whole).toFixed(decimals.volumeDecimals));
  return {
    ...candle,
    high: part(candle.high), low: part(candle.low), close: part(candle.close),
    baseVolume: volume(candle.baseVolume), quoteVolume: volume(candle.quoteVolume), trades: Math.ceil(share * candle.trades),
  };
}

/** The last candle before `slot`, if any. */
function before(columns: CandleColumns, slot: number): Candle | undefined {
  for (let at = slot - 1; at >= 0; at -= 1) {
    const candle = candleAt(columns, at);
    if (candle !== undefined) return candle;
  }
  return undefined;
}

/**
 * The rows a venue serves for a page at an instant, ascending. Nothing after the venue's clock is ever served; the open
 * candle only where the page says so. A minute before the market's first trade has no row, not even a flat one.
 */
export function rowsOf(columns: CandleColumns, page: CandlePage, nowMs: number): readonly Candle[] {
  const open = Math.floor(nowMs / MINUTE_MS);
  const { from: first, to: last } = columns.range;
  const end = Math.min(page.to ?? Infinity, page.servesForming ? open + 1 : open, last);
  let start = Math.max(page.from ?? first, page.reachesBackTo ?? first, first);
  if (page.emptyMinutes === 'flat' && (page.keep === 'newest' || page.from === undefined)) start = Math.max(start, end - page.limit);
  const rows: Candle[] = [];
  let previous = start < end ? before(columns, start - first) : undefined;
  if (page.mayPrecede === true && previous !== undefined && candleAt(columns, start - first) === undefined) rows.push(previous);
  for (let minute = start; minute < end; minute += 1) {
    const whole = candleAt(columns, minute - first);
    const candle = whole !== undefined && minute === open ? forming(whole, Math.max(nowMs - open * MINUTE_MS, 1_000) / MINUTE_MS, page.market) : whole;
    if (candle !== undefined) rows.push(candle);
    else if (page.emptyMinutes === 'flat' && previous !== undefined) rows.push(flat(minute, previous.close));
    previous = candle ?? previous;
    if (page.keep === 'oldest' && page.from !== undefined && rows.length >= page.limit) break;
  }
  return page.keep === 'oldest' && page.from !== undefined ? rows.slice(0, page.limit) : rows.slice(-page.limit);
}
