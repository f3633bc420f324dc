/** A lower and a higher place: the lesser of their values goes to the lower one. */
export type Comparator = readonly [lower: number, higher: number];

/**
 * The comparators that sort `count` values whatever their order: Batcher's merge exchange (Knuth, The Art of Computer Programming,
 * volume 3, 5.2.2, algorithm M). 41 for twelve values.
 */
export function sortingNetwork(count: number): readonly Comparator[] {
  const comparators: Comparator[] = [];
  const top = 2 ** Math.ceil(Math.log2(Math.max(count, 2)) - 1);
  for (let p = top; p > 0; p >>= 1) {
    let [q, r, d] = [top, 0, p];
    for (;;) {
      for (let i = 0; i + d < count; i += 1) if ((i & p) === r) comparators.push([i, i + d]);
      if (q === p) break;
      d = q - p;
      q >>= 1;
      r = p;
    }
  }
  return comparators;
}
