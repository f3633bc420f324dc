/** The place of the first of ascending numbers that is not below a value; their count where all are. */
export function firstFrom(ascending: Int32Array | Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
