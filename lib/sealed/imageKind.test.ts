import { describe, expect, it } from 'vitest';
import { fileKind, jpegSize } from './imageKind';
import { piecesOf, qrIn } from './qrIn';

// Start of image; an application segment of four bytes; a baseline frame of 258 rows of 772 (ITU-T T.81, B.2.2).
const JPEG = Buffer.from('ffd8ffe00004000fffffc0000b0801020304010111', 'hex');

describe('an image file', () => {
  it('is told by its first bytes', () => {
    expect(fileKind(JPEG)).toBe('jpeg');
    expect(fileKind(Buffer.from('89504e470d0a1a0a', 'hex'))).toBe('png');
    for (const other of ['', 'GIF89a', 'RIFF', '\u0089PN'])
      expect(fileKind(Buffer.from(other, 'latin1'))).toBeUndefined();
  });

  it('as JPEG says its size behind whatever segments', () => {
    expect(jpegSize(JPEG)).toEqual({ height: 258, width: 772 });
  });

  it('as JPEG that is cut off says none, wherever it ends', () => {
    for (let length = 0; length < JPEG.length - 3; length += 1)
      expect(jpegSize(JPEG.subarray(0, length))).toBeUndefined();
    expect(jpegSize(Buffer.from('ffd8ffda0004000000', 'hex'))).toBeUndefined();
  });
});

describe('a QR code', () => {
  it('is not found where there is none, in an image of any shape', () => {
    for (const [width, height] of [
      [1, 1],
      [401, 3],
      [1_000, 900],
    ] as const)
      expect(qrIn({ width, height, rgba: new Uint8Array(4 * width * height).fill(255) })).toBeUndefined();
  });

  it('is looked for in a bounded number of pieces, the lower right one first, and in none where it has no room', () => {
    const pieces = (width: number, height: number) => piecesOf({ width, height }).length;
    expect(piecesOf({ width: 1_600, height: 900 })[0]).toEqual({ left: 1_200, top: 500 });
    // The frames of pictures, as wide as they are looked at.
    expect([pieces(1_600, 900), pieces(1_080, 1_080), pieces(1_600, 2_000)]).toEqual([28, 25, 63]);
    for (const [width, height] of [
      [1, 40_000_000],
      [1_600, 1],
      [41, 975_000],
    ] as const)
      expect(pieces(width, height)).toBe(0);
    expect([pieces(42, 952_380), pieces(400, 100_000), pieces(1_600, 25_000)]).toEqual([400, 400, 400]);
  });
});
