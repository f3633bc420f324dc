import { LEAST_RATIO_MINUTES, RATIO_MINUTES } from '../../domain/method';
import { minuteRange, minutesIn, type Minute, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { pricesOf, rowOf, type PriceMatrix } from '../markets/prices';
import type { Rate } from '../rates/rate';
import type { ChosenMarket } from '../types';
import type { RestingReference } from './comparison';
import { deviationBuffer, fillDeviations } from './kernel';
import { medianOf } from './order';
import { constantReference } from './reference';

/** Of one market of a wrapped asset: its reference over the window, the ratio in it, and the minutes that made the ratio. */
export interface WrappedReference extends RestingReference {
  /** NaN: too few minutes in which both were known. */
  readonly ratio: number;
  readonly ratioMinutes: number;
}

/** The window with the day before it: the ratio is taken over the day that ends where the window begins. */
export const withRatioDay = (range: MinuteRange): MinuteRange =>
  minuteRange(Math.max(0, range.from - RATIO_MINUTES) as Minute, range.to);

/**
 * Underlying × ratio, for each of `rows` (method, section 7): the underlying's reference as section 3 takes it for the same venue
 * (its own book of the underlying left out), times the median over the day before the window of close(wrapped) ÷ that
 * reference's close. Lows are compared with the underlying's low reference, highs and closes likewise. `books`: the
 * underlying's spot books, one a venue.
 */
export function wrappedReferences(
  { range, minPeers }: Pick<Question, 'range' | 'minPeers'>,
  rows: readonly ChosenMarket[],
  books: readonly ChosenMarket[],
  rates: (quote: string) => Rate,
): readonly WrappedReference[] {
  const wide = withRatioDay(range);
  const before = range.from - wide.from;
  const underlying = underlyingReferences(books, wide, rates, minPeers);
  const { close, slots } = pricesOf(rows, wide, rates);
  return rows.map(({ market }, row) => {
    const under = underlying(market.venue);
    const { ratio, minutes } = ratioOf(rowOf(close, row, slots).subarray(0, before), under.reference.close);
    return { ...scaledBy(cut(under, before, before + minutesIn(range)), ratio), ratio, ratioMinutes: minutes };
  });
}

/** The median of close ÷ underlying close over as many slots as `closes` has, and how many of them know both. */
function ratioOf(closes: Float64Array, underlying: Float64Array): { readonly ratio: number; readonly minutes: number } {
  const ratios: number[] = [];
  for (let slot = 0; slot < closes.length; slot += 1) {
    const ratio = (closes[slot] as number) / (underlying[slot] as number);
    if (!Number.isNaN(ratio)) ratios.push(ratio);
  }
  return { ratio: ratios.length < LEAST_RATIO_MINUTES ? NaN : medianOf(ratios), minutes: ratios.length };
}

const cut = (
  { reference: { low, high, close }, peers }: RestingReference,
  from: number,
  to: number,
): RestingReference => ({
  reference: { low: low.subarray(from, to), high: high.subarray(from, to), close: close.subarray(from, to) },
  peers: peers.slice(from, to),
});

/** The others' references among the underlying's books over a range: of the book of each venue, and of a venue that has none. */
export function underlyingReferences(
  books: readonly ChosenMarket[],
  range: MinuteRange,
  rates: (quote: string) => Rate,
  minPeers: number,
): (venue: string) => RestingReference {
  const priced = pricesOf(books, range, rates);
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
  return (venue) => {
    const book = books.findIndex(({ market }) => market.venue === venue);
    const row = book < 0 ? rows : book;
    const { low, high, close } = measured.reference ?? constantReference(matrix.rows * slots, NaN);
    return {
      reference: { low: rowOf(low, row, slots), high: rowOf(high, row, slots), close: rowOf(close, row, slots) },
      peers: rowOf(measured.peers, row, slots),
    };
  };
}

/** A reference times a ratio; NaN where the ratio is. */
export const scaledBy = ({ reference, peers }: RestingReference, ratio: number): RestingReference => {
  const scaled = (column: Float64Array): Float64Array => column.map((price) => price * ratio);
  return {
    reference: { low: scaled(reference.low), high: scaled(reference.high), close: scaled(reference.close) },
    peers,
  };
};
