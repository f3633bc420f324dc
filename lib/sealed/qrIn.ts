import decodeQR from 'qr/decode.js';
import { narrowed, type Pixels, type Size } from './pixels';

/** A code of ours is some 200 pixels wide at this width: larger images are made smaller before one is looked for. */
export const QR_WIDTH = 1_600;
/** Looked at by pieces: how long the search takes grows with the square of what is seen at once. */
const PIECE = 400;

/** A code of the smallest kind, at two pixels a module: in a side that is shorter there is none. */
const LEAST = 42;
/** So many pieces are looked at: those of an image 1,600 wide and 11,000 high. A picture of ours has some sixty; a long screenshot more. */
const MOST_PIECES = 400;

/** The text of a QR code in an image, looked for from the lower right corner on, where ours stand; undefined: there is none. */
export function qrIn(pixels: Pixels): string | undefined {
  const { width, height, rgba } = narrowed(pixels, QR_WIDTH);
  for (const { left, top } of piecesOf({ width, height })) {
    const piece = { width: Math.min(PIECE, width), height: Math.min(PIECE, height) };
    const data = new Uint8Array(4 * piece.width * piece.height);
    for (let y = 0; y < piece.height; y += 1) {
      const from = 4 * ((top + y) * width + left);
      data.set(rgba.subarray(from, from + 4 * piece.width), 4 * y * piece.width);
    }
    try {
      return decodeQR({ ...piece, data });
    } catch {
      // None in this piece.
    }
  }
  return undefined;
}

/** Where the pieces begin in which a code is looked for, the lower right one first: at most MOST_PIECES, and none where no code has room. */
export function piecesOf({ width, height }: Size): readonly { readonly left: number; readonly top: number }[] {
  if (width < LEAST || height < LEAST) return [];
  const lefts = starts(width);
  const tops = starts(height).slice(0, Math.ceil(MOST_PIECES / lefts.length));
  return tops.flatMap((top) => lefts.map((left) => ({ left, top }))).slice(0, MOST_PIECES);
}

/** Where pieces begin that overlap by half, the last one first. */
function starts(length: number): readonly number[] {
  const last = Math.max(0, length - PIECE);
  return Array.from({ length: 1 + Math.ceil(last / (PIECE / 2)) }, (_, i) => Math.max(0, last - (i * PIECE) / 2));
}
