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

/** The median of the first `count` values of `sorted` without one occurrence of `left`, which must be among them. */
export function medianWithout(sorted: Float64Array, count: number, left: number): number {
  if (count <= 1) return NaN;
  let place = 0;
  while ((sorted[place] as number) !== left) place += 1;
  const rest = count - 1;
  const middle = rest >> 1;
  const at = (i: number): number => sorted[i < place ? i : i + 1] as number;
  return rest % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}

/** The median of any values; NaN of none. The input stays as it is. */
export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return medianOfSorted(sorted, sorted.length);
}
