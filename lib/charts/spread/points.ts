/** A point of a line: a minute's place and its value; NaN breaks the line. */
export type LinePoint = readonly [slot: number, value: number];

/**
 * At most four points for each of `buckets` equal stretches: its first, lowest, highest and last, in order of time, so that no extreme is ever
 * lost. A stretch with a hole in it breaks the line there. Up to two values a bucket everything is kept.
 */
export function linePoints(values: Float64Array, buckets: number): readonly LinePoint[] {
  const kept = values.length <= 2 * buckets ? undefined : keptSlots(values, buckets);
  const out: LinePoint[] = [];
  let hole = false;
  values.forEach((value, slot) => {
    if (Number.isNaN(value)) hole = true;
    else if (kept === undefined || kept.has(slot)) {
      if (hole && out.length > 0) out.push([slot - 0.5, NaN]);
      hole = false;
      out.push([slot, value]);
    }
  });
  return out;
}

function keptSlots(values: Float64Array, buckets: number): ReadonlySet<number> {
  const kept = new Set<number>();
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * values.length) / buckets);
    const to = Math.floor(((bucket + 1) * values.length) / buckets);
    let [first, last, lowest, highest] = [-1, -1, -1, -1];
    for (let slot = from; slot < to; slot += 1) {
      const value = values[slot] as number;
      if (Number.isNaN(value)) continue;
      if (first < 0) first = slot;
      last = slot;
      if (lowest < 0 || value < (values[lowest] as number)) lowest = slot;
      if (highest < 0 || value > (values[highest] as number)) highest = slot;
    }
    for (const slot of [first, last, lowest, highest]) if (slot >= 0) kept.add(slot);
  }
  return kept;
}

/** The points that stand alone between two breaks, which a line does not draw. */
export const lonePoints = (points: readonly LinePoint[]): readonly LinePoint[] =>
  points.filter(
    ([, value], i) =>
      !Number.isNaN(value) &&
      !(Math.abs(points[i - 1]?.[1] ?? NaN) >= 0) &&
      !(Math.abs(points[i + 1]?.[1] ?? NaN) >= 0),
  );
