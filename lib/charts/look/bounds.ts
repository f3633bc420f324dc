/** The lowest and the highest of some columns; undefined where they hold nothing but holes. */
export function boundsOf(
  columns: readonly Float64Array[],
): { readonly least: number; readonly most: number } | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const column of columns) {
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? { least, most } : undefined;
}
