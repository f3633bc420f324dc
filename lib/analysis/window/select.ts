/** The median of values without a hole, exactly as `medianOf` takes it, in time linear in their number. The order of `values` is lost. NaN of none. */
export function medianBySelection(values: Float64Array): number {
  const { length } = values;
  if (length === 0) return NaN;
  const middle = length >> 1;
  const upper = selected(values, middle);
  if (length % 2 === 1) return upper;
  let lower = -Infinity;
  // Everything before the middle place is at most the value that stands there now.
  for (let i = 0; i < middle; i += 1) if ((values[i] as number) > lower) lower = values[i] as number;
  return (lower + upper) / 2;
}

/** The median of whole numbers of which `counts[n]` are n; NaN of none. */
export function medianOfCounts(counts: Uint32Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return NaN;
  const at = (place: number): number => {
    let upTo = 0;
    return counts.findIndex((count) => (upTo += count) > place);
  };
  const middle = all >> 1;
  return all % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}

/** Puts the k-th smallest value at place k, nothing greater before it and nothing smaller behind it (Hoare's selection). */
function selected(values: Float64Array, k: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = middleOfThree(values[left] as number, values[(left + right) >> 1] as number, values[right] as number);
    let [i, j] = [left, right];
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1;
      while ((values[j] as number) > pivot) j -= 1;
      if (i > j) break;
      const swapped = values[i] as number;
      values[i] = values[j] as number;
      values[j] = swapped;
      i += 1;
      j -= 1;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k] as number;
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
