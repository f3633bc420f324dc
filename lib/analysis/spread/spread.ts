/** A market's prices over a window, one slot a minute; NaN is the hole. */
export interface Prices {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
}

/** a ÷ b − 1, field by field: low against low, high against high, close against close. NaN where either lacks a price. */
export const spreadOf = (a: Prices, b: Prices): Prices => ({
  low: ratios(a.low, b.low),
  high: ratios(a.high, b.high),
  close: ratios(a.close, b.close),
});

const ratios = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((price, slot) => {
    const other = b[slot] ?? NaN;
    return other > 0 ? price / other - 1 : NaN;
  });

/** What a column of ratios comes to. Slots of its furthest values, the first of equals; undefined: never on that side. */
export interface Extremes {
  readonly below: number | undefined;
  readonly above: number | undefined;
  /** How many are there, and the median of their sizes: NaN of none. */
  readonly compared: number;
  readonly median: number;
}

export function extremesOf(column: Float64Array): Extremes {
  let below: number | undefined;
  let above: number | undefined;
  column.forEach((ratio, slot) => {
    if (ratio < 0 && !(ratio >= (below === undefined ? 0 : (column[below] as number)))) below = slot;
    if (ratio > 0 && !(ratio <= (above === undefined ? 0 : (column[above] as number)))) above = slot;
  });
  const sizes = column
    .filter((ratio) => !Number.isNaN(ratio))
    .map(Math.abs)
    .sort();
  const middle = sizes.length >> 1;
  const median =
    sizes.length % 2 === 1 ? (sizes[middle] as number) : ((sizes[middle - 1] ?? NaN) + (sizes[middle] ?? NaN)) / 2;
  return { below, above, compared: sizes.length, median };
}
