/**
 * Sorts the first `count` values of `scratch` in place, ascending. Insertion: the sets are a dozen venues at most, and a
 * venue's place changes little from minute to minute.
 */
export function sortFirst(scratch: Float64Array, count: number): void {
  for (let i = 1; i < count; i += 1) {
    const value = scratch[i] as number;
    let at = i - 1;
    while (at >= 0 && (scratch[at] as number) > value) {
      scratch[at + 1] = scratch[at] as number;
      at -= 1;
    }
    scratch[at + 1] = value;
  }
}

/** The median of the first `count` values of `sorted` (ascending); the mean of the middle two where even, NaN of none. */
export function medianOfSorted(sorted: Float64Array, count: number): number {
  if (count === 0) return NaN;
  const middle = count >> 1;
  const upper = sorted[middle] as number;
  return count % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Copies `count` values of `sorted` from `start` on to `to`, one occurrence of `left` left out (NaN: none is); answers how many. */
export function copyWithout(
  sorted: Float64Array,
  start: number,
  count: number,
  left: number,
  to: Float64Array,
): number {
  let kept = 0;
  let isOut = Number.isNaN(left);
  for (let i = start; i < start + count; i += 1) {
    const value = sorted[i] as number;
    if (!isOut && value === left) {
      isOut = true;
    } else {
      to[kept] = value;
      kept += 1;
    }
  }
  return kept;
}

/**
 * The median absolute deviation of the first `count` values of `sorted` (ascending) from `median`, their own; NaN of none.
 * No second sort: the k nearest of sorted values are neighbours, so the k-th distance is the least reach of any k in a row.
 */
export function madOfSorted(sorted: Float64Array, count: number, median: number): number {
  if (count === 0) return NaN;
  const half = count >> 1;
  const upper = reachOf(sorted, count, median, half + 1);
  return count % 2 === 1 ? upper : (reachOf(sorted, count, median, half) + upper) / 2;
}

/** The k-th least distance from `from`. */
function reachOf(sorted: Float64Array, count: number, from: number, k: number): number {
  let least = Infinity;
  for (let i = 0; i + k <= count; i += 1)
    least = Math.min(least, Math.max(from - (sorted[i] as number), (sorted[i + k - 1] as number) - from));
  return least;
}

/** The middle two of any values, one twice where their count is odd; undefined of none. The input stays as it is. */
export function middleOf(values: readonly number[]): readonly [lower: number, upper: number] | undefined {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted.length >> 1;
  const lower = sorted.length % 2 === 1 ? upper : upper - 1;
  return sorted.length === 0 ? undefined : [sorted[lower] as number, sorted[upper] as number];
}

/** The median of any values; NaN of none. The input stays as it is. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return medianOfSorted(sorted, sorted.length);
}

/** Values ranked at once. */
const TOGETHER = 4;

/** A buffer for `most` values and the padding of `sortByRank`. */
export const bufferToSort = (most: number): Float64Array => new Float64Array(most + TOGETHER);

/**
 * Sorts the first `count` values (no NaN) into `sorted`, ascending; both of `bufferToSort`. Every value is put at its
 * rank, counted: a comparison that is added up is no branch, and which of two prices is the lower no processor can foresee.
 * For sets of a dozen or two, a third of an insertion's time. What stands behind the values of either is not kept.
 */
export function sortByRank(values: Float64Array, count: number, sorted: Float64Array): void {
  const end = Math.ceil(count / TOGETHER) * TOGETHER;
  for (let i = count; i < end; i += 1) values[i] = Infinity;
  for (let at = 0; at < end; at += TOGETHER) {
    const [a, b, c, d] = [
      values[at] as number,
      values[at + 1] as number,
      values[at + 2] as number,
      values[at + 3] as number,
    ];
    // Of equals the earlier stands first.
    let rankA = Number(b < a) + Number(c < a) + Number(d < a);
    let rankB = Number(a <= b) + Number(c < b) + Number(d < b);
    let rankC = Number(a <= c) + Number(b <= c) + Number(d < c);
    let rankD = Number(a <= d) + Number(b <= d) + Number(c <= d);
    for (let i = 0; i < at; i += 1) {
      const before = values[i] as number;
      rankA += Number(before <= a);
      rankB += Number(before <= b);
      rankC += Number(before <= c);
      rankD += Number(before <= d);
    }
    for (let i = at + TOGETHER; i < end; i += 1) {
      const after = values[i] as number;
      rankA += Number(after < a);
      rankB += Number(after < b);
      rankC += Number(after < c);
      rankD += Number(after < d);
    }
    sorted[rankA] = a;
    sorted[rankB] = b;
    sorted[rankC] = c;
    sorted[rankD] = d;
  }
}
