import { LEAST_RATIO_MINUTES } from '../../domain/method';
import type { MinuteRange } from '../../domain/minute';
import { pricesOf, rowOf, type PricedRow, type PriceMatrix } from '../markets/prices';
import type { Peer } from '../uncertainty/uncertainty';
import type { RestingReference } from './comparison';
import { deviationBuffer, fillDeviations } from './kernel';
import { medianOf } from './order';
import { constantReference } from './reference';

/** An underlying's spot book as a row, and the quote it is read in. */
export interface UnderlyingRow extends PricedRow {
  readonly quote: string;
}

/** The references of an underlying over a range, as section 3 takes them for a venue: its own book of the underlying left out. */
export interface UnderlyingReferences {
  readonly of: (venue: string) => RestingReference;
  /** The underlying's books a venue is compared with. */
  readonly peersOf: (venue: string) => readonly Peer[];
}

/** `books`: the underlying's spot books over a range, one a venue. */
export function underlyingReferences(
  books: readonly UnderlyingRow[],
  range: MinuteRange,
  minPeers: number,
): UnderlyingReferences {
  const priced = pricesOf(books, books.length, range);
  const { slots, rows } = priced;
  // A row of holes behind the books stands for a venue without one: nothing is left out for it.
  const withHole = (values: Float64Array): Float64Array => {
    const out = new Float64Array(values.length + slots).fill(NaN, values.length);
    out.set(values);
    return out;
  };
  const matrix: PriceMatrix = {
    rows: rows + 1,
    spot: priced.spot,
    slots,
    low: withHole(priced.low),
    high: withHole(priced.high),
    close: withHole(priced.close),
    missing: new Uint8Array((rows + 1) * slots),
    own: Int16Array.of(...priced.own, -1),
  };
  const measured = deviationBuffer(matrix, true);
  fillDeviations(matrix, measured, { peers: 'others', minPeers, from: 0, to: slots });
  const placeOf = (venue: string): number => books.findIndex(({ market }) => market.venue === venue);
  return {
    of: (venue) => {
      const book = placeOf(venue);
      const row = book < 0 ? rows : book;
      const { low, high, close } = measured.reference ?? constantReference(matrix.rows * slots, NaN);
      return {
        reference: { low: rowOf(low, row, slots), high: rowOf(high, row, slots), close: rowOf(close, row, slots) },
        peers: rowOf(measured.peers, row, slots),
      };
    },
    peersOf: (venue) => {
      const own = placeOf(venue);
      return books
        .map(({ quote, rate }, place): Peer => ({ quote, rate, missing: rowOf(priced.missing, place, slots) }))
        .filter((_, place) => place !== own);
    },
  };
}

/** A book's ratio to its underlying, and the minutes that made it. NaN: too few. */
export interface Ratio {
  readonly ratio: number;
  readonly minutes: number;
}

/** The median of close ÷ the underlying's reference close over a day (method, section 7), and how many of its minutes know both. */
export function ratioOf(closes: Float64Array, underlying: Float64Array): Ratio {
  const ratios: number[] = [];
  for (let slot = 0; slot < closes.length; slot += 1) {
    const ratio = (closes[slot] as number) / (underlying[slot] as number);
    if (!Number.isNaN(ratio)) ratios.push(ratio);
  }
  return { ratio: ratios.length < LEAST_RATIO_MINUTES ? NaN : medianOf(ratios), minutes: ratios.length };
}

/** A reference times a ratio; NaN where the ratio is. */
export const scaledBy = ({ reference, peers }: RestingReference, ratio: number): RestingReference => {
  const scaled = (column: Float64Array): Float64Array => column.map((price) => price * ratio);
  return {
    reference: { low: scaled(reference.low), high: scaled(reference.high), close: scaled(reference.close) },
    peers,
  };
};
