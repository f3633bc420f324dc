/** A point of a line: the place of its value, and the value, NaN where there is none. */
export type Point = readonly [place: number, value: number];

/**
 * At most about `most` points of a line: of every stretch of values its lowest and its highest, in their order, so that no extreme disappears;
 * a stretch without any value keeps its hole.
 */
export function thinned(values: readonly number[], most: number): readonly Point[] {
  const size = values.length <= most ? 1 : Math.ceil((2 * values.length) / most);
  const points: Point[] = [];
  for (let from = 0; from < values.length; from += size) points.push(...extremesOf(values, from, size));
  return points;
}

function extremesOf(values: readonly number[], from: number, size: number): readonly Point[] {
  const known = values
    .slice(from, from + size)
    .map((value, i): Point => [from + i, value])
    .filter(([, value]) => !Number.isNaN(value));
  const [first] = known;
  if (first === undefined) return [[from, NaN]];
  const low = known.reduce((best, one) => (one[1] < best[1] ? one : best), first);
  const high = known.reduce((best, one) => (one[1] > best[1] ? one : best), first);
  return low[0] === high[0] ? [low] : low[0] < high[0] ? [low, high] : [high, low];
}
