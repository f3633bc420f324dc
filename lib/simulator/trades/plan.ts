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

/** The prices every way through the candle touches, in the order open, extremes, close: 1 to 4 trades. */
function pointsOf(open: number, high: number, low: number, close: number, highFirst: boolean): readonly number[] {
  const extremes = [high, low].filter((price) => price !== open && price !== close);
  if (!highFirst) extremes.reverse();
  return extremes.length === 0 && open === close ? [open] : [open, ...extremes, close];
}

/** The fewest trades a candle can be made of. */
export const leastTrades = ({ open, high, low, close }: Candle): number => pointsOf(open, high, low, close, true).length;

/**
 * The plan of a candle in `rows` trades (more where its prices need more). Throws where the volume is less than 10⁻⁸ a
 * trade: no venue writes that. A candle whose quote volume its prices cannot give (say, three trades, all but one at the
 * open) is turned over as near as they allow.
 */
export function planOf(candle: Candle, market: { readonly priceDecimals: number; readonly volumeDecimals: number }, rows: number, highFirst = true): Plan {
  const priceScale = 10 ** market.priceDecimals;
  const ticks = (price: number): number => Math.round(price * priceScale);
  const [open, high, low, close] = [ticks(candle.open), ticks(candle.high), ticks(candle.low), ticks(candle.close)];
  const points = pointsOf(open, high, low, close, highFirst);
  const count = Math.max(rows, points.length);
  let decimals = market.volumeDecimals;
  let units = Math.round(candle.baseVolume * 10 ** decimals);
  while (units < UNITS_PER_TRADE * count && decimals < FINEST_DECIMALS) {
    decimals += 1;
    units = Math.round(candle.baseVolume * 10 ** decimals);
  }
  if (units < count) throw new Error(`a volume of ${String(candle.baseVolume)} is too little for ${String(count)} trades`);
  const scale = priceScale * 10 ** decimals;
  const share = Math.floor(units / count);
  const fillers = count - points.length;
  const ready = points.reduce((sum, price) => sum + share * price, 0);
  const common = { priceDecimals: market.priceDecimals, amountDecimals: decimals, points, fillers, share, units, low, high } as const;
  const rest = units - share * points.length;
  // Without fillers the close takes what the shares leave.
  if (fillers === 0) return { ...common, base: close, shift: 1, shifted: 0, turnover: ready + rest * close, quoteVolume: (ready + rest * close) / scale };
  const wanted = Math.min(high * rest, Math.max(low * rest, Math.round(candle.quoteVolume * scale) - ready));
  const base = Math.round(wanted / rest);
  const off = wanted - base * rest;
  const shift = off < 0 ? -1 : 1;
  // One filler gives no choice but its price; of more, two are kept for the odd amounts.
  const shifted = fillers === 1 ? 0 : Math.min(Math.abs(off), share * (fillers - 2) + (share - 1));
  const turnover = ready + rest * base + shift * shifted;
  return { ...common, base, shift, shifted, turnover, quoteVolume: turnover / scale };
}
