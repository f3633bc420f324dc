import { LEAST_BLOC_BOOKS } from '../../domain/method';
import { medianOf } from '../reference/order';

/** How a market moved through a window, against its first minute. */
export interface MarketPath {
  /** Those with a close in the first minute: the others have nothing to be measured against. */
  readonly books: number;
  /** The median of close ÷ first close − 1, minute by minute; NaN where fewer than two books have a close. */
  readonly values: Float64Array;
  /** The slot of the lowest value, the first of equals; undefined: there is none. */
  readonly lowest: number | undefined;
}

/** `closes`: of each book, one a minute, NaN where it has none. Ratios need no rate: each book is measured against itself, in its own quote. */
export function marketPath(closes: readonly Float64Array[], minutes: number): MarketPath {
  const books = closes.filter((close) => (close[0] ?? NaN) > 0);
  const values = new Float64Array(minutes).fill(NaN);
  let lowest: number | undefined;
  for (let slot = 0; slot < minutes; slot += 1) {
    const ratios = books
      .map((close) => (close[slot] ?? NaN) / (close[0] ?? NaN) - 1)
      .filter((ratio) => !Number.isNaN(ratio));
    if (ratios.length < LEAST_BLOC_BOOKS) continue;
    const value = medianOf(ratios);
    values[slot] = value;
    if (lowest === undefined || value < (values[lowest] ?? NaN)) lowest = slot;
  }
  return { books: books.length, values, lowest };
}
