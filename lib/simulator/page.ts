import type { Candle, CandleColumns } from '../domain/candle';
import { MINUTE_MS, type Minute } from '../domain/minute';
import { candleFrom, candleHolding, longerColumns, openingOf, type Span } from './longer';
import type { CandlePage } from './profile';
import { candleAt } from './scenario';

/** A venue's filler for a minute without a trade: flat at the last close, nothing traded. */
const flat = (minute: number, close: number): Candle => ({
  minute: minute as Minute,
  open: close,
  high: close,
  low: close,
  close,
  baseVolume: 0,
  quoteVolume: 0,
  trades: 0,
});

/** What an open candle shows after `share` of its minute: part of the way, part of the volume. */
function forming(candle: Candle, share: number, decimals: { priceDecimals: number; volumeDecimals: number }): Candle {
  const part = (to: number): number =>
    Number((candle.open + share * (to - candle.open)).toFixed(decimals.priceDecimals));
  const volume = (whole: number): number => Number((share * whole).toFixed(decimals.volumeDecimals));
  return {
    ...candle,
    high: part(candle.high),
    low: part(candle.low),
    close: part(candle.close),
    baseVolume: volume(candle.baseVolume),
    quoteVolume: volume(candle.quoteVolume),
    trades: Math.ceil(share * candle.trades),
  };
}

const traded = (columns: CandleColumns, slot: number): boolean => {
  const open = columns.open[slot];
  return open !== undefined && !Number.isNaN(open);
};

/** The slot of the last candle before `slot`, or −1. */
function slotBefore(columns: CandleColumns, slot: number): number {
  let at = slot - 1;
  while (at >= 0 && !traded(columns, at)) at -= 1;
  return at;
}

/** The slots a page holds, ascending: those with a candle and, where the venue fills, all after the market's first. `open`: the candle that is still open. */
function slotsOf(columns: CandleColumns, page: CandlePage, open: number): readonly number[] {
  const { from: first, to: last } = columns.range;
  const start = Math.max(page.from ?? first, page.reachesBackTo ?? first, first) - first;
  const end = Math.min(page.to ?? Infinity, page.servesForming ? open + 1 : open, last) - first;
  if (start >= end) return [];
  const previous = slotBefore(columns, start);
  let fillsFrom = page.emptyMinutes === 'flat' ? start : end;
  if (previous < 0) while (fillsFrom < end && !traded(columns, fillsFrom)) fillsFrom += 1;
  const preceding = page.mayPrecede === true && previous >= 0 && !traded(columns, start) ? [previous] : [];
  const slots: number[] = [];
  if (page.keep === 'oldest' && page.from !== undefined) {
    slots.push(...preceding);
    for (let slot = start; slot < end && slots.length < page.limit; slot += 1)
      if (slot >= fillsFrom || traded(columns, slot)) slots.push(slot);
    return slots;
  }
  for (let slot = end - 1; slot >= start && slots.length < page.limit; slot -= 1)
    if (slot >= fillsFrom || traded(columns, slot)) slots.push(slot);
  slots.reverse();
  return slots.length < page.limit ? [...preceding, ...slots] : slots;
}

/** The candle of a slot, or the venue's filler. */
const rowAt = (columns: CandleColumns, slot: number): Candle =>
  candleAt(columns, slot) ?? flat(columns.range.from + slot, columns.close[slotBefore(columns, slot)] ?? NaN);

/** The same of longer candles: found by their number, given by their opening. */
function longerRows(minutes: CandleColumns, page: CandlePage, span: Span, nowMs: number): readonly Candle[] {
  const openMinute = Math.floor(nowMs / MINUTE_MS);
  const columns = longerColumns(minutes, span, openMinute);
  const inCandles = {
    ...page,
    from: page.from === undefined ? undefined : candleFrom(page.from, span),
    to: page.to === undefined ? undefined : candleFrom(page.to, span),
    ...(page.reachesBackTo === undefined ? {} : { reachesBackTo: candleFrom(page.reachesBackTo, span) }),
  };
  return slotsOf(columns, inCandles, candleHolding(openMinute, span)).map((slot) => ({
    ...rowAt(columns, slot),
    minute: openingOf(columns.range.from + slot, span),
  }));
}

/**
 * The rows a venue serves for a page at an instant, ascending. Nothing after the venue's clock is ever served; the open
 * candle only where the page says so. A minute before the market's first trade has no row, not even a flat one.
 */
export function rowsOf(columns: CandleColumns, page: CandlePage, nowMs: number): readonly Candle[] {
  if (page.span !== undefined && page.span.minutes > 1) return longerRows(columns, page, page.span, nowMs);
  const open = Math.floor(nowMs / MINUTE_MS);
  const openSlot = open - columns.range.from;
  const share = Math.max(nowMs % MINUTE_MS, 1_000) / MINUTE_MS;
  const shownAs = page.shownAs ?? ((candle: Candle) => candle);
  return slotsOf(columns, page, open).map((slot) => {
    const whole = candleAt(columns, slot);
    if (whole === undefined) return rowAt(columns, slot);
    return shownAs(slot === openSlot ? forming(whole, share, page.market) : whole);
  });
}
