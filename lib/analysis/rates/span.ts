/** The least and the greatest of positive values. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

export const ONE: Span = { least: 1, most: 1 };

/** Of a column's values in `[from, to)`, holes left out; undefined of none. */
export function spanOf(values: Float64Array, from: number, to: number): Span | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (let slot = from; slot < to; slot += 1) {
    const value = values[slot] as number;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least > most ? undefined : { least, most };
}

/** All of them together; undefined of none. */
export function spanOver(spans: readonly (Span | undefined)[]): Span | undefined {
  const known = spans.filter((span) => span !== undefined);
  return known.length === 0
    ? undefined
    : {
        least: Math.min(...known.map(({ least }) => least)),
        most: Math.max(...known.map(({ most }) => most)),
      };
}

/** Within which every value of one, divided by any of the other, lies. */
export const quotient = (over: Span | undefined, under: Span): Span | undefined =>
  over === undefined ? undefined : { least: over.least / under.most, most: over.most / under.least };

/** Within which every product of both lies. */
export const product = (a: Span, b: Span): Span => ({ least: a.least * b.least, most: a.most * b.most });
