import { stampWidth, type Stamp } from './stampPlaces';

/** A stamp that a moved picture shows, or that was written over it. All in the pane's pixels. */
export interface ShownStamp {
  /** Its middle, and half of what it takes of the width. */
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Between these its picture is to be seen: what is beyond is cut off. */
  readonly from: number;
  readonly to: number;
}

interface Width {
  readonly left: number;
  readonly width: number;
}

/** Finer than anybody sees. */
const STEP = 4;

/** A stamp for each row in which a moved picture shows none whole, as far as can be from what it shows of the row's own. `own`: as the pane has them when it stands still. */
export function stampsMissing(pane: Width, own: readonly Stamp[], shown: readonly ShownStamp[]): readonly Stamp[] {
  return [...new Set(own.map(({ y }) => y))].flatMap((y): readonly Stamp[] => {
    const inRow = shown.filter((one) => one.y === y);
    const [first] = own.filter((one) => one.y === y);
    if (first === undefined || inRow.some(isWhole)) return [];
    const cut = inRow.filter(isInSight);
    return [{ ...first, x: cut.length === 0 ? first.x : furthestFrom(cut, pane, stampWidth(first) / 2) }];
  });
}

const isWhole = ({ x, half, from, to }: ShownStamp): boolean => x - half >= from && x + half <= to;
const isInSight = ({ x, half, from, to }: ShownStamp): boolean => x + half > from && x - half < to;

/** Where a stamp is whole and its middle furthest from those of others; in the pane's middle where it is wider than the pane. */
function furthestFrom(others: readonly ShownStamp[], { left, width }: Width, half: number): number {
  const [first, last] = [left + half, left + width - half];
  if (first > last) return left + width / 2;
  const apart = (x: number): number => Math.min(...others.map((one) => Math.abs(one.x - x)));
  let best = last;
  for (let x = first; x < last; x += STEP) if (apart(x) > apart(best)) best = x;
  return best;
}
