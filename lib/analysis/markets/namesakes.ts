import { grouped } from '../../domain/grouped';
import { LEAST_NAMESAKE_MINUTES, LEAST_NAMESAKE_VENUES, NAMESAKE_FACTOR, NAMESAKE_SHARE } from '../../domain/method';
import { medianOf, medianOfSorted, sortFirst } from '../reference/order';

/** A book's closes in USD through a day, minute by minute; NaN where it has none. */
export interface UsdCloses {
  readonly venue: string;
  readonly closes: Float64Array;
}

/**
 * Which of the books of one base are suspected to be another coin's, or of another unit (method, section 2), by their place: further than
 * NAMESAKE_FACTOR from the median of at least LEAST_NAMESAKE_VENUES other venues, most of which agree with it, in NAMESAKE_SHARE or
 * more of at least LEAST_NAMESAKE_MINUTES minutes of the day in which all that is known. A venue with several books stands by their
 * median. With the median of close ÷ the others' over those minutes.
 */
export function namesakesAmong(books: readonly UsdCloses[]): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  if (mostParted(books) < LEAST_NAMESAKE_MINUTES * NAMESAKE_SHARE) return out;
  books.forEach((_, place) => {
    const factor = factorOf(books, place);
    if (factor !== undefined) out.set(place, factor);
  });
  return out;
}

/** Minutes in which any two books lie further apart than the factor: in every other minute none can be a namesake. */
function mostParted(books: readonly UsdCloses[]): number {
  const [first] = books;
  if (first === undefined) return 0;
  const slots = first.closes.length;
  const lowest = new Float64Array(slots).fill(Infinity);
  const highest = new Float64Array(slots);
  for (const { closes } of books)
    for (let slot = 0; slot < slots; slot += 1) {
      const close = closes[slot] as number;
      if (close < (lowest[slot] as number)) lowest[slot] = close;
      if (close > (highest[slot] as number)) highest[slot] = close;
    }
  let parted = 0;
  for (let slot = 0; slot < slots; slot += 1)
    if ((highest[slot] as number) > NAMESAKE_FACTOR * (lowest[slot] as number)) parted += 1;
  return parted;
}

/** The factor of a suspected namesake; undefined: it is none. */
function factorOf(books: readonly UsdCloses[], place: number): number | undefined {
  const own = books[place] as UsdCloses;
  const others = [...grouped(books, ({ venue }) => venue)].filter(([venue]) => venue !== own.venue);
  if (others.length < LEAST_NAMESAKE_VENUES) return undefined;
  const values = new Float64Array(others.length);
  const scratch = new Float64Array(books.length);
  const factors: number[] = [];
  let far = 0;
  own.closes.forEach((close, slot) => {
    if (Number.isNaN(close)) return;
    let count = 0;
    for (const [, theirs] of others) {
      const value = medianAt(theirs, slot, scratch);
      if (!Number.isNaN(value)) values[count++] = value;
    }
    if (count < LEAST_NAMESAKE_VENUES) return;
    sortFirst(values, count);
    const median = medianOfSorted(values, count);
    factors.push(close / median);
    let near = 0;
    for (let i = 0; i < count; i += 1) if (!isFar(values[i] as number, median)) near += 1;
    if (isFar(close, median) && 2 * near > count) far += 1;
  });
  return factors.length >= LEAST_NAMESAKE_MINUTES && far >= NAMESAKE_SHARE * factors.length
    ? medianOf(factors)
    : undefined;
}

const isFar = (value: number, median: number): boolean =>
  value > NAMESAKE_FACTOR * median || NAMESAKE_FACTOR * value < median;

/** The median of a venue's books in one minute; NaN of none. */
function medianAt(books: readonly UsdCloses[], slot: number, scratch: Float64Array): number {
  let count = 0;
  for (const { closes } of books) {
    const close = closes[slot] as number;
    if (!Number.isNaN(close)) scratch[count++] = close;
  }
  sortFirst(scratch, count);
  return medianOfSorted(scratch, count);
}
