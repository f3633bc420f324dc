import { bufferToSort, sortByRank } from '../order';
import { BLOCK_MINUTES, MOST_BOOKS, NOBODY, type Block, type BlockRange, type Outermost } from './block';

/*
 * The medians of one minute, side by side: leaving one value out of n sorted ones, only the two or three in the middle can be a
 * median. With an odd count the pivot is the middle value; with an even one the lower of the middle two.
 */
/** Without a value below the pivot. */
const WITHOUT_LOWER = 0;
/** Without the pivot itself. */
const WITHOUT_PIVOT = 1;
/** Without a value above the pivot. */
const WITHOUT_HIGHER = 2;
/** No value left out. */
const OF_ALL = 3;
const MEDIANS_PER_MINUTE = 4;

/** A block in plain JavaScript, which runs anywhere. Buffers of some 40 kB. */
export class PlainBlock implements Block {
  readonly counts = new Uint8Array(BLOCK_MINUTES);
  readonly medianOfAll = new Float64Array(BLOCK_MINUTES);
  readonly outermost = new Float64Array(BLOCK_MINUTES);
  readonly nextOutermost = new Float64Array(BLOCK_MINUTES);
  /** MEDIANS_PER_MINUTE a minute; NaN where fewer values than `minPeers` are left. */
  readonly medians = new Float64Array(BLOCK_MINUTES * MEDIANS_PER_MINUTE);
  readonly pivot = new Float64Array(BLOCK_MINUTES);
  /** The values of one minute, as they come and ascending. */
  readonly unsorted = bufferToSort(MOST_BOOKS);
  readonly sorted = bufferToSort(MOST_BOOKS);
  #values: Float64Array = new Float64Array();
  #slots = 0;
  #range: BlockRange = { from: 0, to: 0 };

  fill(
    values: Float64Array,
    { spot, slots }: { readonly spot: number; readonly slots: number },
    range: BlockRange,
    outermost: Outermost,
    minPeers: number,
  ): void {
    [this.#values, this.#slots, this.#range] = [values, slots, range];
    const { sorted } = this;
    const isHighest = outermost === 'highest';
    const end = spot * slots;
    for (let slot = range.from, i = 0; slot < range.to; slot += 1, i += 1) {
      const count = sortMinute(this, values, end, slots, slot);
      this.counts[i] = count;
      this.outermost[i] = count === 0 ? NaN : (sorted[isHighest ? count - 1 : 0] as number);
      this.nextOutermost[i] = count < 2 ? NaN : (sorted[isHighest ? count - 2 : 1] as number);
      fillMedians(this, i, count, minPeers);
    }
  }

  compare(row: number, book: number, deviations: Float64Array, references: Float64Array | undefined): void {
    const { medians, pivot } = this;
    const [values, start] = [this.#values, this.#startOf(row)];
    const isLeftOut = book !== NOBODY;
    const length = this.#range.to - this.#range.from;
    for (
      let i = 0, at = start, out = isLeftOut ? this.#startOf(book) : start, first = 0;
      i < length;
      i += 1, at += 1, out += 1, first += MEDIANS_PER_MINUTE
    ) {
      const own = values[out] as number;
      const centre = pivot[i] as number;
      // WITHOUT_LOWER, _PIVOT or _HIGHER, added up: on which side a value lies is a toss-up that no processor can foresee in a branch.
      const which = !isLeftOut || own !== own ? OF_ALL : Number(own >= centre) + Number(own > centre);
      const median = medians[first + which] as number;
      deviations[at] = (values[at] as number) / median - 1;
      if (references !== undefined) references[at] = median;
    }
  }

  below(row: number, book: number, missing: Uint8Array, outside: Float64Array): void {
    const values = this.#values;
    const length = this.#range.to - this.#range.from;
    for (let i = 0, at = this.#startOf(row); i < length; i += 1, at += 1) {
      const own = values[at] as number;
      const others = this.#others(i, book);
      outside[at] = missing[at] !== 0 || Number.isNaN(others) ? NaN : own < others ? own / others - 1 : 0;
    }
  }

  above(row: number, book: number, missing: Uint8Array, outside: Float64Array): void {
    const values = this.#values;
    const length = this.#range.to - this.#range.from;
    for (let i = 0, at = this.#startOf(row); i < length; i += 1, at += 1) {
      const own = values[at] as number;
      const others = this.#others(i, book);
      if (missing[at] === 0 && own > others) {
        const beyond = own / others - 1;
        // By the greater distance, below on a tie.
        if (beyond > -(outside[at] as number)) outside[at] = beyond;
      }
    }
  }

  #startOf(row: number): number {
    return row * this.#slots + this.#range.from;
  }

  /** The outermost of the others in minute i. */
  #others(i: number, book: number): number {
    const isOutermost = book !== NOBODY && this.#values[this.#startOf(book) + i] === this.outermost[i];
    return (isOutermost ? this.nextOutermost[i] : this.outermost[i]) as number;
  }
}

/** Sorts the values of one minute, holes left out; answers how many there are. */
function sortMinute(
  { unsorted, sorted }: PlainBlock,
  values: Float64Array,
  end: number,
  slots: number,
  slot: number,
): number {
  let count = 0;
  for (let at = slot; at < end; at += slots) {
    const value = values[at] as number;
    // NaN alone differs from itself.
    if (value !== value) continue;
    unsorted[count] = value;
    count += 1;
  }
  sortByRank(unsorted, count, sorted);
  return count;
}

/** The medians of minute i, whose `count` values stand in `sorted`. */
function fillMedians(
  { medians, pivot, medianOfAll, sorted }: PlainBlock,
  i: number,
  count: number,
  minPeers: number,
): void {
  const half = count >> 1;
  const at = i * MEDIANS_PER_MINUTE;
  const isOdd = count % 2 === 1;
  const upper = count === 0 ? NaN : (sorted[half] as number);
  const lower = half === 0 ? NaN : (sorted[half - 1] as number);
  medianOfAll[i] = isOdd ? upper : (lower + upper) / 2;
  medians[at + OF_ALL] = count < minPeers ? NaN : medianOfAll[i];
  pivot[i] = isOdd ? upper : lower;
  if (count <= minPeers) {
    medians[at + WITHOUT_LOWER] = medians[at + WITHOUT_PIVOT] = medians[at + WITHOUT_HIGHER] = NaN;
  } else if (isOdd) {
    const after = half === 0 ? NaN : (sorted[half + 1] as number);
    medians[at + WITHOUT_LOWER] = (upper + after) / 2;
    medians[at + WITHOUT_PIVOT] = (lower + after) / 2;
    medians[at + WITHOUT_HIGHER] = (lower + upper) / 2;
  } else {
    medians[at + WITHOUT_LOWER] = medians[at + WITHOUT_PIVOT] = upper;
    medians[at + WITHOUT_HIGHER] = lower;
  }
}
