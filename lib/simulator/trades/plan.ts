import type { Candle } from '../../domain/candle';

/**
 * How a minute's candle is made of trades, in whole ticks of the price and whole units of the amount, so that sums are exact.
 *
 * `points` are the trades every candle needs: the first at the open, the extremes that neither open nor close is, the last at
 * the close. The others (`fillers`) trade at `base`, or one tick off it (`shift`, `shifted` units of them), so that all
 * together turn over the candle's quote volume where its prices allow.
 */
export interface Plan {
  readonly priceDecimals: number;
  readonly amountDecimals: number;
  readonly points: readonly number[];
  readonly fillers: number;
  /** Units of every trade but two fillers: one takes what the shift leaves over, the last the rest. */
  readonly share: number;
  readonly units: number;
  readonly base: number;
  readonly shift: 1 | -1;
  readonly shifted: number;
  readonly low: number;
  readonly high: number;
  /** Price ticks times amount units over all trades, and the same in the quote. */
  readonly turnover: number;
  readonly quoteVolume: number;
}

/** Units per trade below which the amounts get finer: then shares are many units and the turnover can be met to the unit. */
const UNITS_PER_TRADE = 1_000;
/** Venues write amounts with eight decimals at most. */
const FINEST_DECIMALS = 8;

/** Powers of ten, exact, for as many decimals as venues write. */
const SCALES = Array.from({ length: 19 }, (_, decimals) => Number(`1e${String(decimals)}`));
const scaleOf = (decimals: number): number => SCALES[decimals] ?? NaN;

/** The prices every way through the candle touches, in the order open, extremes, close: 1 to 4 trades. */
function pointsOf(open: number, high: number, low: number, close: number, highFirst: boolean): readonly number[] {
  const top = high !== open && high !== close;
  const bottom = low !== open && low !== close;
  if (top && bottom) return highFirst ? [open, high, low, close] : [open, low, high, close];
  if (top || bottom) return [open, top ? high : low, close];
  return open === close ? [open] : [open, close];
}

/** The fewest trades a candle can be made of. */
export const leastTrades = ({ open, high, low, close }: Candle): number =>
  pointsOf(open, high, low, close, true).length;

/**
 * The plan of a candle in `rows` trades (more where its prices need more). Throws where the volume is less than 10⁻⁸ a
 * trade: no venue writes that. A candle whose quote volume its prices cannot give (say, three trades, all but one at the
 * open) is turned over as near as they allow.
 */
export function planOf(
  candle: Candle,
  market: { readonly priceDecimals: number; readonly volumeDecimals: number },
  rows: number,
  highFirst = true,
): Plan {
  const priceScale = scaleOf(market.priceDecimals);
  const [low, high] = [Math.round(candle.low * priceScale), Math.round(candle.high * priceScale)];
  const close = Math.round(candle.close * priceScale);
  const points = pointsOf(Math.round(candle.open * priceScale), high, low, close, highFirst);
  const count = Math.max(rows, points.length);
  let amountDecimals = market.volumeDecimals;
  let units = Math.round(candle.baseVolume * scaleOf(amountDecimals));
  while (units < UNITS_PER_TRADE * count && amountDecimals < FINEST_DECIMALS) {
    amountDecimals += 1;
    units = Math.round(candle.baseVolume * scaleOf(amountDecimals));
  }
  if (units < count)
    throw new Error(`a volume of ${String(candle.baseVolume)} is too little for ${String(count)} trades`);
  const share = Math.floor(units / count);
  const fillers = count - points.length;
  let ready = 0;
  for (const price of points) ready += share * price;
  const rest = units - share * points.length;
  const scale = priceScale * scaleOf(amountDecimals);
  // Without fillers the close takes what the shares leave; one filler gives no choice but its price; of more, two are kept
  // for the odd amounts.
  const wanted =
    fillers === 0
      ? close * rest
      : Math.min(high * rest, Math.max(low * rest, Math.round(candle.quoteVolume * scale) - ready));
  const base = fillers === 0 ? close : Math.round(wanted / rest);
  const off = wanted - base * rest;
  const shift = off < 0 ? -1 : 1;
  const shifted = fillers < 2 ? 0 : Math.min(Math.abs(off), share * (fillers - 2) + (share - 1));
  const turnover = ready + rest * base + shift * shifted;
  return {
    priceDecimals: market.priceDecimals,
    amountDecimals,
    points,
    fillers,
    share,
    units,
    base,
    shift,
    shifted,
    low,
    high,
    turnover,
    quoteVolume: turnover / scale,
  };
}
