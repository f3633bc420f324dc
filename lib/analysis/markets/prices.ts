import { isTraded, type CandleColumns } from '../../domain/candle';
import { isComputed } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import type { Rate } from '../rates/rate';
import { MISSING, type ChosenMarket } from '../types';

/**
 * Converted prices of several markets in one piece, market after market: the value of row r in slot i stands at
 * `r * slots + i`; NaN where there is no traded, convertible minute. The first `spot` rows are spot books, the only ones a
 * median is taken over; what follows is held against them.
 */
export interface PriceMatrix {
  readonly rows: number;
  readonly spot: number;
  readonly slots: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
  /** Index into MISSING, as far as the market itself decides it: `measured` where its prices are known. */
  readonly missing: Uint8Array;
  /** Of each row, the row of its venue's spot book: what the others leave out. A spot book is its own; −1 where the venue has none. */
  readonly own: Int16Array;
}

export type PriceField = 'low' | 'high' | 'close';

const MEASURED = MISSING.indexOf('measured');
const NOT_FETCHED = MISSING.indexOf('not-fetched');
const NO_TRADE = MISSING.indexOf('no-trade');
const NO_RATE = MISSING.indexOf('no-rate');

/** The part of one row that stands in the matrix. */
export const rowOf = <T extends Float64Array | Uint8Array>(values: T, row: number, slots: number): T =>
  values.subarray(row * slots, (row + 1) * slots) as T;

/** Whether a slot holds a price: a trade, or for mark and index prices, which nobody trades at, a candle. */
export const hasPrice = (candles: CandleColumns, computed: boolean, slot: number): boolean =>
  computed ? !Number.isNaN(candles.close[slot] ?? NaN) : isTraded(candles, slot);

/**
 * Cuts the markets' candles to `range` and converts them; `chosen` has its spot books first. `buffer`, a matrix of the same
 * markets and as many minutes that nobody needs any more, is overwritten instead of asking for new memory.
 */
export function pricesOf(
  chosen: readonly ChosenMarket[],
  range: MinuteRange,
  rates: (quote: string) => Rate,
  buffer?: PriceMatrix,
): PriceMatrix {
  const slots = minutesIn(range);
  const size = chosen.length * slots;
  const matrix: PriceMatrix =
    buffer?.rows === chosen.length && buffer.slots === slots
      ? buffer
      : {
          rows: chosen.length,
          spot: chosen.filter(({ market }) => market.kind === 'spot').length,
          slots,
          low: new Float64Array(size),
          high: new Float64Array(size),
          close: new Float64Array(size),
          missing: new Uint8Array(size),
          own: Int16Array.from(chosen, (one) =>
            chosen.findIndex(({ market }) => market.kind === 'spot' && market.venue === one.market.venue),
          ),
        };
  chosen.forEach((one, row) => {
    fillRow(matrix, row, one, range.from - one.candles.range.from, rates(one.market.quote).value);
  });
  return matrix;
}

function fillRow(
  matrix: PriceMatrix,
  row: number,
  { candles, market }: ChosenMarket,
  shift: number,
  rate: Float64Array,
): void {
  const { slots, low, high, close, missing } = matrix;
  const computed = isComputed(market.kind);
  const { low: lows, high: highs, close: closes, baseVolume, quoteVolume, trades, answered } = candles;
  for (let i = 0, at = row * slots, from = shift; i < slots; i += 1, at += 1, from += 1) {
    const price = computed
      ? !Number.isNaN(closes[from] ?? NaN)
      : (baseVolume[from] as number) > 0 || (quoteVolume[from] as number) > 0 || (trades[from] as number) > 0;
    const by = price ? (rate[i] as number) : NaN;
    const known = !Number.isNaN(by);
    low[at] = known ? (lows[from] as number) * by : NaN;
    high[at] = known ? (highs[from] as number) * by : NaN;
    close[at] = known ? (closes[from] as number) * by : NaN;
    missing[at] = known ? MEASURED : price ? NO_RATE : answered[from] === 1 ? NO_TRADE : NOT_FETCHED;
  }
}
