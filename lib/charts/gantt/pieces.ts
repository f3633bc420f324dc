import { HALF_LINE } from './freePlace';

/** A line of words: its ends, and the height of its middle. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface Piece {
  readonly top: number;
  readonly bottom: number;
}

/** Between an upright line and words that begin or end beside it. */
const AIR = 2;

/** An upright line at `x` in the pieces that words leave of it, from top to bottom; none where they leave nothing. */
export function piecesBeside(x: number, { top, bottom }: Piece, words: readonly Box[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = top;
  const inTheWay = words.filter(({ left, right }) => left - AIR < x && right + AIR > x).sort((a, b) => a.y - b.y);
  for (const { y } of inTheWay) {
    const to = Math.min(bottom, y - HALF_LINE);
    if (to > from) pieces.push({ top: from, bottom: to });
    from = Math.max(from, y + HALF_LINE);
  }
  return from < bottom ? [...pieces, { top: from, bottom }] : pieces;
}
