/** Every so many-th value is looked at first; a prime, so that no rhythm of an hour or a day decides which. */
const STRIDE = 61;
/** Fewer values looked at tell too little of where the middle lies. */
const LEAST_SAMPLE = 128;
/** Of those looked at, the share on either side of the middle within which the median is looked for. */
const AROUND = 1 / 16;
/** Somewhat more than lie between, so that room is seldom short. */
const ROOM = 2.5 * AROUND;

/**
 * The median of all values of some columns, holes (NaN) passed over, exactly as `medianOf` takes it, in time linear in their number. The columns are
 * left as they are. NaN of none.
 */
export function medianBySelection(columns: readonly Float64Array[]): number {
  const all = columns.reduce((sum, { length }) => sum + length, 0);
  return medianNear(columns, all) ?? medianOfAll(columns, all);
}

/**
 * Values below two that enclose the median, most likely, are counted, and those between picked out, without a branch that no processor can foresee.
 * undefined: they do not enclose it, or there are too few values.
 */
function medianNear(columns: readonly Float64Array[], all: number): number | undefined {
  const sample = sampleOf(columns, all);
  if (sample.length < LEAST_SAMPLE) return undefined;
  const far = Math.ceil(sample.length * AROUND);
  const [from, to] = [sample[(sample.length >> 1) - far] as number, sample[(sample.length >> 1) + far] as number];
  let between = new Float64Array(Math.ceil(all * ROOM));
  let [count, below, inside] = [0, 0, 0];
  for (const column of columns) {
    if (inside + column.length > between.length) between = larger(between, inside + column.length);
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i] as number;
      // NaN alone differs from itself, and is neither below nor between.
      count += Number(value === value);
      below += Number(value < from);
      between[inside] = value;
      inside += Number(value >= from && value <= to);
    }
  }
  const middle = count >> 1;
  const isOdd = count % 2 === 1;
  if ((isOdd ? middle : middle - 1) < below || middle >= below + inside) return undefined;
  // Both as `medianOf` adds them, where that overflows too.
  if (from === to) return isOdd ? from : (from + to) / 2;
  return medianAt(between.subarray(0, inside), middle - below, isOdd);
}

/** Some of the values, in ascending order. */
function sampleOf(columns: readonly Float64Array[], all: number): Float64Array {
  const sample = new Float64Array(Math.ceil(all / STRIDE));
  let [count, next] = [0, 0];
  for (const column of columns) {
    for (; next < column.length; next += STRIDE) {
      const value = column[next] as number;
      if (value === value) sample[count++] = value;
    }
    next -= column.length;
  }
  return sample.subarray(0, count).sort();
}

function larger(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(Math.max(length, 2 * values.length));
  out.set(values);
  return out;
}

function medianOfAll(columns: readonly Float64Array[], all: number): number {
  const values = new Float64Array(all);
  let count = 0;
  for (const column of columns) for (const value of column) if (value === value) values[count++] = value;
  return count === 0 ? NaN : medianAt(values.subarray(0, count), count >> 1, count % 2 === 1);
}

/** The value of a place in ascending order, from 0; of an even number the mean of it and the one before. Puts the values in another order. */
function medianAt(values: Float64Array, place: number, isOdd: boolean): number {
  const upper = selected(values, place);
  if (isOdd) return upper;
  // Everything before the place is at most the value that stands there now.
  let before = -Infinity;
  for (let i = 0; i < place; i += 1) if ((values[i] as number) > before) before = values[i] as number;
  return (before + upper) / 2;
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
