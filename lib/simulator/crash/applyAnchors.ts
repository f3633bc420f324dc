import type { CandleColumns } from '../../domain/candle';
import { pairOf } from '../../domain/market';
import type { SimulatedMarket } from '../scenario';
import { ANCHORS, type Anchor } from './anchors';
import { minuteOf } from './knots';

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Puts one anchor into a slot that has a candle; fields the publisher does not give are kept inside the candle's range. */
function apply(columns: CandleColumns, slot: number, anchor: Anchor): void {
  const { open, high, low, close, quoteVolume, baseVolume, trades } = columns;
  const was = { open: open[slot] ?? NaN, high: high[slot] ?? NaN, low: low[slot] ?? NaN, close: close[slot] ?? NaN };
  const top = anchor.highAtLeast === true ? Math.max(was.high, anchor.high ?? NaN) : anchor.high;
  const bottom = anchor.low ?? Math.min(was.low, anchor.open ?? Infinity, anchor.close ?? Infinity);
  const peak = top ?? Math.max(was.high, anchor.open ?? -Infinity, anchor.close ?? -Infinity, bottom);
  const opened = anchor.open ?? within(was.open, bottom, peak);
  const closed = anchor.close ?? within(was.close, bottom, peak);
  open[slot] = opened;
  high[slot] = peak;
  low[slot] = bottom;
  close[slot] = closed;
  baseVolume[slot] = anchor.baseVolume ?? baseVolume[slot] ?? NaN;
  trades[slot] = anchor.trades ?? trades[slot] ?? NaN;
  quoteVolume[slot] = Number((((baseVolume[slot] ?? NaN) * (opened + closed)) / 2).toFixed(6));
}

const anchorsOf = (market: SimulatedMarket): readonly Anchor[] =>
  ANCHORS.filter((anchor) => anchor.venue === market.venue && anchor.pair === pairOf(market));

/** The minutes in which a market must trade, because a figure of them is published. */
export const anchoredMinutes = (market: SimulatedMarket): ReadonlySet<number> =>
  new Set(anchorsOf(market).map((anchor) => minuteOf(anchor.at)));

/** Puts every anchor of a market into its columns, whose anchored minutes hold candles. */
export function applyAnchors(columns: CandleColumns, market: SimulatedMarket): void {
  for (const anchor of anchorsOf(market)) apply(columns, minuteOf(anchor.at) - columns.range.from, anchor);
}
