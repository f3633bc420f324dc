/** From so many values on they are counted by place first: the many are passed over without a branch that no processor can foresee. */
const MANY = 4_096;
const BUCKETS = 4_096;

/**
 * The median of all values of some columns, holes (NaN) passed over, exactly as `medianOf` takes it, in time linear in their number. The columns are
 * left as they are. NaN of none.
 */
export function medianBySelection(columns: readonly Float64Array[]): number {
  const { count, least, most } = extremesOf(columns);
  if (count === 0) return NaN;
  if (least === most) return least;
  const scale = BUCKETS / (most - least);
  if (count >= MANY && scale > 0 && scale < Infinity) return medianInBuckets(columns, count, least, scale);
  const values = new Float64Array(count);
  let at = 0;
  for (const column of columns) for (const value of column) if (value === value) values[at++] = value;
  return medianInPlace(values);
}

function extremesOf(columns: readonly Float64Array[]): {
  readonly count: number;
  readonly least: number;
  readonly most: number;
} {
  let [count, least, most] = [0, Infinity, -Infinity];
  for (const column of columns)
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] as number;
      // NaN alone differs from itself.
      if (value !== value) continue;
      count += 1;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  return { count, least, most };
}

/** Of a lower value the bucket is never a higher one, for rounding keeps the order: the middle places lie in one bucket, and the lower perhaps just before it. */
function medianInBuckets(columns: readonly Float64Array[], length: number, least: number, scale: number): number {
  const counts = new Uint32Array(BUCKETS + 1);
  let all = 0;
  for (const column of columns) {
    all += column.length;
    for (let i = 0; i < column.length; i += 1) {
      const bucket = ((column[i] as number) - least) * scale;
      counts[bucket | 0] = (counts[bucket | 0] as number) + 1;
    }
  }
  // A hole was counted in the first.
  counts[0] = (counts[0] as number) - (all - length);
  const middle = length >> 1;
  let [bucket, before] = [0, 0];
  while (before + (counts[bucket] as number) <= middle) {
    before += counts[bucket] as number;
    bucket += 1;
  }
  const own = new Float64Array(counts[bucket] as number);
  let count = 0;
  for (const column of columns)
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] as number;
      if ((((value - least) * scale) | 0) === bucket && value === value) own[count++] = value;
    }
  const upper = selected(own, middle - before);
  if (length % 2 === 1) return upper;
  return (
    ((middle === before ? greatestBelow(columns, bucket, least, scale) : greatestOf(own, middle - before)) + upper) / 2
  );
}

/** The greatest value whose bucket lies before one. */
function greatestBelow(columns: readonly Float64Array[], bucket: number, least: number, scale: number): number {
  let below = -Infinity;
  for (const column of columns)
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] as number;
      if (value > below && (((value - least) * scale) | 0) < bucket) below = value;
    }
  return below;
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
