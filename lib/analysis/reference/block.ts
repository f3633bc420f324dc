import { bufferToSort, sortByRank } from './order';

/** Minutes worked on at once: their medians and extremes stay in the processor's first caches while the rows pass over them. */
export const BLOCK_MINUTES = 512;

/** More spot books than this no asset has; peers are counted in a byte. */
export const MOST_BOOKS = 255;

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

/** What the sorted prices of one field say of each minute of one block; the next block and field overwrite it. */
export interface Block {
  readonly counts: Uint8Array;
  /** The median of all values, however few; NaN of none. */
  readonly medianOfAll: Float64Array;
  /** MEDIANS_PER_MINUTE a minute; NaN where fewer values than `minPeers` are left. */
  readonly medians: Float64Array;
  readonly pivot: Float64Array;
  /** The lowest values or the highest, and the next to them. */
  readonly outermost: Float64Array;
  readonly nextOutermost: Float64Array;
  /** The values of one minute, as they come and ascending. */
  readonly unsorted: Float64Array;
  readonly sorted: Float64Array;
}

/** Buffers of some 40 kB. */
export const newBlock = (): Block => ({
  counts: new Uint8Array(BLOCK_MINUTES),
  medianOfAll: new Float64Array(BLOCK_MINUTES),
  medians: new Float64Array(BLOCK_MINUTES * MEDIANS_PER_MINUTE),
  pivot: new Float64Array(BLOCK_MINUTES),
  outermost: new Float64Array(BLOCK_MINUTES),
  nextOutermost: new Float64Array(BLOCK_MINUTES),
  unsorted: bufferToSort(MOST_BOOKS),
  sorted: bufferToSort(MOST_BOOKS),
});

/** The slots of one block in a matrix: `[from, to)`, at most BLOCK_MINUTES. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Sorts the first `spot` rows of each minute and fills the block with what they say. */
export function fillBlock(
  block: Block,
  values: Float64Array,
  { spot, slots }: { readonly spot: number; readonly slots: number },
  { from, to }: BlockRange,
  outermost: 'lowest' | 'highest',
  minPeers: number,
): void {
  const { sorted } = block;
  const isHighest = outermost === 'highest';
  const end = spot * slots;
  for (let slot = from, i = 0; slot < to; slot += 1, i += 1) {
    const count = sortMinute(block, values, end, slots, slot);
    block.counts[i] = count;
    block.outermost[i] = count === 0 ? NaN : (sorted[isHighest ? count - 1 : 0] as number);
    block.nextOutermost[i] = count < 2 ? NaN : (sorted[isHighest ? count - 2 : 1] as number);
    fillMedians(block, i, count, minPeers);
  }
}

/** Sorts the values of one minute, holes left out; answers how many there are. */
function sortMinute(
  { unsorted, sorted }: Block,
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
function fillMedians({ medians, pivot, medianOfAll, sorted }: Block, i: number, count: number, minPeers: number): void {
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

/** `leftOut` of `compareWithMedian`: no row's values are left out of the median. */
export const NOBODY = -1;

/**
 * One row's references and deviations of one field over the block: `start` is its first value, `leftOut` the first value of the row
 * that its median leaves out.
 */
export function compareWithMedian(
  { medians, pivot }: Block,
  values: Float64Array,
  { start, leftOut, length }: { readonly start: number; readonly leftOut: number; readonly length: number },
  deviations: Float64Array,
  references: Float64Array | undefined,
): void {
  const isLeftOut = leftOut !== NOBODY;
  for (
    let i = 0, at = start, out = isLeftOut ? leftOut : start, first = 0;
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
