import { ANSWERED, isMovedAt, isTraded, type CandleColumns } from '../../domain/candle';
import { isComputed, type Market } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import type { Rate } from '../rates/rate';
import { MISSING } from '../types';

/**
 * Converted prices of several markets in one piece, market after market: the value of row r in slot i stands at
 * `r * slots + i`; NaN where there is no traded, convertible minute. The first `spot` rows are spot books, the only ones a
 * median is taken over, at most one a venue; what follows is compared with them.
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
  /** Of each row, the row of its venue among the first `spot`: what the others leave out. −1 where the venue has none. */
  readonly own: Int16Array;
}

export type PriceField = 'low' | 'high' | 'close';

const MEASURED = MISSING.indexOf('measured');
const NOT_FETCHED = MISSING.indexOf('not-fetched');
const NO_TRADE = MISSING.indexOf('no-trade');
const NO_RATE = MISSING.indexOf('no-rate');
const MOVED = MISSING.indexOf('moved');
const SET_ASIDE = MISSING.indexOf('set-aside');

/** The part of one row that stands in the matrix. */
export const rowOf = <T extends Float64Array | Uint8Array>(values: T, row: number, slots: number): T =>
  values.subarray(row * slots, (row + 1) * slots) as T;

/**
 * Whether a slot holds a price that takes part: a trade, or for mark and index prices, which nobody trades at, a candle. A minute without a close is no
 * candle: of it no volume is asked.
 */
export const hasPrice = (candles: CandleColumns, computed: boolean, slot: number): boolean =>
  !Number.isNaN(candles.close[slot] ?? NaN) && (computed || isTraded(candles, slot));

/** One row of a matrix: a book's candles over the range at least, and what converts them over exactly the range. */
export interface PricedRow {
  readonly market: Market;
  readonly candles: CandleColumns;
  readonly rate: Rate;
}

/**
 * Cuts the books' candles to `range` and converts them. The first `spot` of the rows are those that medians are taken over, at most one a venue.
 * `buffer`, a matrix of as many rows and minutes that nobody needs any more, is overwritten instead of asking for new memory.
 */
export function pricesOf(
  rows: readonly PricedRow[],
  spot: number,
  range: MinuteRange,
  buffer?: PriceMatrix,
): PriceMatrix {
  const slots = minutesIn(range);
  const size = rows.length * slots;
  const peers = rows.slice(0, spot);
  const shape = {
    rows: rows.length,
    spot,
    slots,
    own: Int16Array.from(rows, (one) => peers.findIndex(({ market }) => market.venue === one.market.venue)),
  };
  const matrix: PriceMatrix =
    buffer?.rows === rows.length && buffer.slots === slots
      ? { ...buffer, ...shape }
      : {
          ...shape,
          low: new Float64Array(size),
          high: new Float64Array(size),
          close: new Float64Array(size),
          missing: new Uint8Array(size),
        };
  rows.forEach((one, row) => {
    fillRow(matrix, row, one, range.from - one.candles.range.from);
  });
  return matrix;
}

function fillRow(
  matrix: PriceMatrix,
  row: number,
  { candles, market, rate: { value } }: PricedRow,
  shift: number,
): void {
  const { slots, low, high, close, missing } = matrix;
  const computed = isComputed(market.kind);
  const { low: lows, high: highs, close: closes, baseVolume } = candles;
  for (let i = 0, at = row * slots, from = shift; i < slots; i += 1, at += 1, from += 1) {
    // Most minutes are told by their base volume alone.
    const price = (!computed && (baseVolume[from] as number) > 0) || hasPrice(candles, computed, from);
    const by = price ? (value[i] as number) : NaN;
    // Of what is not known nothing comes but NaN.
    low[at] = (lows[from] as number) * by;
    high[at] = (highs[from] as number) * by;
    close[at] = (closes[from] as number) * by;
    // NaN alone differs from itself.
    missing[at] = by === by ? MEASURED : price ? NO_RATE : absence(candles, computed, from);
  }
}

/** Why a slot has no price of its own. */
function absence(candles: CandleColumns, computed: boolean, slot: number): number {
  if (!computed && isMovedAt(candles, slot)) return MOVED;
  switch (candles.answered[slot]) {
    case ANSWERED.yes:
      return NO_TRADE;
    case ANSWERED.setAside:
      return SET_ASIDE;
    default:
      return NOT_FETCHED;
  }
}
