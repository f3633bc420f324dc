/** From so many values on they are counted by place first: the many are passed over without a branch that no processor can foresee. */
const MANY = 4_096;
const BUCKETS = 4_096;

/** The median of values without a hole, exactly as `medianOf` takes it, in time linear in their number. The order of `values` is lost. NaN of none. */
export function medianBySelection(values: Float64Array): number {
  const { length } = values;
  if (length === 0) return NaN;
  if (length >= MANY) {
    const [least, most] = extremesOf(values);
    if (least === most) return least;
    const scale = BUCKETS / (most - least);
    if (scale > 0 && scale < Infinity) return medianInBuckets(values, least, scale);
  }
  return medianInPlace(values);
}

function extremesOf(values: Float64Array): readonly [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** Of a lower value the bucket is never a higher one, for rounding keeps the order: the middle places lie in one bucket, and the lower perhaps just before it. */
function medianInBuckets(values: Float64Array, least: number, scale: number): number {
  const { length } = values;
  const counts = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < length; i += 1) {
    const bucket = ((values[i] as number) - least) * scale;
    counts[bucket | 0] = (counts[bucket | 0] as number) + 1;
  }
  const middle = length >> 1;
  let [bucket, before] = [0, 0];
  while (before + (counts[bucket] as number) <= middle) {
    before += counts[bucket] as number;
    bucket += 1;
  }
  const own = new Float64Array(counts[bucket] as number);
  let [count, below] = [0, -Infinity];
  for (let i = 0; i < length; i += 1) {
    const value = values[i] as number;
    const place = ((value - least) * scale) | 0;
    if (place === bucket) own[count++] = value;
    else if (place < bucket && value > below) below = value;
  }
  const upper = selected(own, middle - before);
  if (length % 2 === 1) return upper;
  return ((middle === before ? below : greatestOf(own, middle - before)) + upper) / 2;
}

function greatestOf(values: Float64Array, end: number): number {
  let greatest = -Infinity;
  for (let i = 0; i < end; i += 1) if ((values[i] as number) > greatest) greatest = values[i] as number;
  return greatest;
}

function medianInPlace(values: Float64Array): number {
  const { length } = values;
  const middle = length >> 1;
  const upper = selected(values, middle);
  if (length % 2 === 1) return upper;
  // Everything before the middle place is at most the value that stands there now.
  return (greatestOf(values, middle) + upper) / 2;
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
