import { LEAST_RATIO_MINUTES, RATIO_MINUTES } from '../../domain/method';
import { minutesIn, minuteRange, type Minute, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import type { Chosen } from '../markets/choose';
import { measure, roomFor, type Measured } from './kernel';
import { medianOf } from './order';
import { pricesOf, rowOf, type PriceMatrix } from '../markets/prices';
import type { Rate } from '../rates/rate';
import type { ReferenceRow } from './reference';

/** What a wrapped asset is held against: per market its reference, the ratio in it, and the minutes that made the ratio. */
export interface WrappedReference {
  readonly reference: ReferenceRow;
  readonly peers: Uint8Array;
  /** NaN: too few minutes in which both were known. */
  readonly ratio: number;
  readonly ratioMinutes: number;
}

/** The window with the day before it. */
export const withRatioDay = (range: MinuteRange): MinuteRange =>
  minuteRange(Math.max(0, range.from - RATIO_MINUTES) as Minute, range.to);

/**
 * Underlying × ratio, for each of `own` (method, section 7): the underlying's reference as section 3 takes it for the same venue
 * (its own book of the underlying left out), times the median over the day before the window of close(wrapped) ÷ that
 * reference's close. Lows are held against the underlying's low reference, highs and closes likewise.
 */
export function wrappedReferences(
  question: Question,
  own: readonly Chosen[],
  underlying: readonly Chosen[],
  rates: (quote: string) => Rate,
): readonly WrappedReference[] {
  const wide = withRatioDay(question.range);
  const before = question.range.from - wide.from;
  const books = underlying.filter(({ market }) => market.kind === 'spot');
  const below = referencesOf(pricesOf(books, wide, rates), question.minPeers);
  const above = pricesOf(own, wide, rates);
  return own.map(({ market }, row) => {
    const book = books.findIndex((one) => one.market.venue === market.venue);
    const under = below(book < 0 ? undefined : book);
    const close = rowOf(above.close, row, above.slots);
    const ratios: number[] = [];
    for (let slot = 0; slot < before; slot += 1) {
      const ratio = (close[slot] as number) / (under.close[slot] as number);
      if (!Number.isNaN(ratio)) ratios.push(ratio);
    }
    const ratio = ratios.length < LEAST_RATIO_MINUTES ? NaN : medianOf(ratios);
    const scaled = (column: Float64Array): Float64Array =>
      column.subarray(before, before + minutesIn(question.range)).map((price) => price * ratio);
    return {
      reference: { low: scaled(under.low), high: scaled(under.high), close: scaled(under.close) },
      peers: under.peers.slice(before),
      ratio,
      ratioMinutes: ratios.length,
    };
  });
}

type Columns = ReferenceRow & { readonly peers: Uint8Array };

/** The others' references of every book, and of a venue that has none: a row of holes behind the books stands for it. */
function referencesOf(books: PriceMatrix, minPeers: number): (book: number | undefined) => Columns {
  const { slots, rows } = books;
  const hole = new Float64Array(slots).fill(NaN);
  const withHole = (values: Float64Array): Float64Array => {
    const out = new Float64Array(values.length + slots);
    out.set(values);
    out.set(hole, values.length);
    return out;
  };
  const matrix: PriceMatrix = {
    rows: rows + 1,
    spot: books.spot,
    slots,
    low: withHole(books.low),
    high: withHole(books.high),
    close: withHole(books.close),
    missing: new Uint8Array((rows + 1) * slots),
    own: Int16Array.of(...books.own, -1),
  };
  const measured: Measured = roomFor(matrix, true);
  measure(matrix, measured, { peers: 'others', minPeers, from: 0, to: slots });
  return (book) => {
    const row = book === undefined ? rows : book;
    const of = (values: Float64Array | undefined): Float64Array =>
      values === undefined ? hole : rowOf(values, row, slots);
    return {
      low: of(measured.reference?.low),
      high: of(measured.reference?.high),
      close: of(measured.reference?.close),
      peers: rowOf(measured.peers, row, slots),
    };
  };
}
