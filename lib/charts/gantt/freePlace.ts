/** A point in pixels. */
export type Spot = readonly [x: number, y: number];

/** Where a label of a spot is written: its nearer end, and to which side it runs from there. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
}

export interface Surroundings {
  /** Lines a label should not lie on; NaN is the hole. */
  readonly lines: readonly (readonly Spot[])[];
  /** Upright lines, by their x. */
  readonly edges: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Half of a line of text, and a little air. */
export const HALF_LINE = 8;
export const NEAREST = 6;
const AWAY = [NEAREST, 16, 28, 44, 64, 88, 116];
const ASIDE = [0, 14, 28, 42, 56, -14, -28];

/**
 * The place beside a spot where a label `width` pixels wide covers the fewest pieces of lines and crosses no edge where that can be had; of equal ones the
 * nearest, the right one first. Inside the bounds; where none fits, right beside the spot.
 */
export function freePlace([x, y]: Spot, width: number, around: Surroundings): Place {
  let best: Place | undefined;
  let least = Infinity;
  for (const away of AWAY)
    for (const aside of ASIDE)
      for (const align of ['left', 'right'] as const) {
        const place = { x: align === 'left' ? x + away : x - away, y: within(y + aside, around), align };
        const from = align === 'left' ? place.x : place.x - width;
        if (from < around.left || from + width > around.right) continue;
        const cost = covered(from, from + width, place.y, around) + (away + Math.abs(aside)) / 1000;
        if (cost < least) [best, least] = [place, cost];
      }
  return best ?? { x: x + NEAREST, y: within(y, around), align: 'left' };
}

const within = (y: number, { top, bottom }: Surroundings): number =>
  Math.max(top + HALF_LINE, Math.min(y, bottom - HALF_LINE));

/** Pieces of lines that touch the label, an edge for three. */
function covered(from: number, to: number, y: number, { lines, edges }: Surroundings): number {
  let many = edges.filter((edge) => edge > from - 3 && edge < to + 3).length * 3;
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      const [[ax, ay], [bx, by]] = [line[i - 1] as Spot, line[i] as Spot];
      if (bx >= from && ax <= to && Math.max(ay, by) >= y - HALF_LINE && Math.min(ay, by) <= y + HALF_LINE) many++;
    }
  return many;
}
