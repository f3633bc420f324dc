import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { editedPng } from '../evidence/testing/editedPng';
import { pngPixels as asResvgSees } from '../evidence/testing/pngPixels';
import { pngOf } from '../evidence/pngText';
import { pngFile } from './pngFile';
import { pngPixels } from './pngPixels';

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
// PNG, section 8.2: where each pass begins, and its steps.
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Kind {
  readonly colour: number;
  readonly depth: number;
  readonly isInterlaced: boolean;
}

/** Bytes in a fixed disorder, opaque where there is opacity; every row has another filter. What they mean is for whoever decodes them. */
function samplePng({ colour, depth, isInterlaced }: Kind, [width, height]: readonly [number, number]): Buffer {
  let state = 7;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) >> 16;
  const bits = (CHANNELS[colour] as number) * depth;
  const rows = (isInterlaced ? ADAM7 : ([[0, 0, 1, 1]] as const)).flatMap(([left, top, across, down]) => {
    const [wide, high] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    if (wide <= 0 || high <= 0) return [];
    return Array.from({ length: high }, (_, y) =>
      Buffer.from([
        // Of a random byte every filter makes another one; where opacity must stay what it is there is none.
        colour === 4 || colour === 6 ? 0 : y % 5,
        ...Array.from({ length: Math.ceil((wide * bits) / 8) }, (_, i) => {
          const channel = Math.floor((i * 8) / depth) % (CHANNELS[colour] as number);
          const isOpacity = (colour === 4 && channel === 1) || (colour === 6 && channel === 3);
          return isOpacity ? 255 : next() & 255;
        }),
      ]),
    );
  });
  const palette = { type: 'PLTE', content: Buffer.from(Array.from({ length: 768 }, () => next() & 255)) };
  return editedPng(pngOf({ width: 1, height: 1, rgba: Buffer.alloc(4) }, {}), (chunk) => {
    if (chunk.type === 'IDAT') return [{ type: 'IDAT', content: deflateSync(Buffer.concat(rows)) }];
    if (chunk.type !== 'IHDR') return [chunk];
    const content = Buffer.from([0, 0, 0, width, 0, 0, 0, height, depth, colour, 0, 0, isInterlaced ? 1 : 0]);
    return [
      { type: 'IHDR', content },
      ...(colour === 3 ? [{ ...palette, content: palette.content.subarray(0, 3 * 2 ** depth) }] : []),
    ];
  });
}

const KINDS = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 8],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
].flatMap(([colour, depth]) => [false, true].map((isInterlaced) => ({ colour, depth, isInterlaced }) as Kind));

describe('the pixels of a PNG', () => {
  it.each(KINDS)('are what another decoder finds: %j', (kind) => {
    for (const size of [
      [21, 13],
      [8, 8],
      [3, 1],
      [1, 2],
    ] as const) {
      const png = samplePng(kind, size);
      const pixels = pngPixels(pngFile(png));
      expect(
        pixels === undefined ? undefined : Buffer.from(pixels.rgba).equals(asResvgSees(png).data),
        String(size),
      ).toBe(true);
    }
  });

  it('are as they were written, see-through ones too', () => {
    const rgba = Uint8Array.from([1, 2, 3, 4, 200, 100, 50, 0]);
    expect(pngPixels(pngFile(pngOf({ width: 2, height: 1, rgba }, {})))).toEqual({
      width: 2,
      height: 1,
      rgba,
      isExact: true,
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 1601])(
    'are as they were written where all are opaque, and then opacity is not: %i wide',
    (width) => {
      const rgba = Buffer.from(
        Array.from({ length: 4 * width * 3 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37 + (i >> 3)) & 255)),
      );
      const png = pngOf({ width, height: 3, rgba }, {});
      expect(png[25]).toBe(2);
      expect(Buffer.from(pngPixels(pngFile(png))?.rgba ?? []).equals(rgba)).toBe(true);
      expect(asResvgSees(png).data.equals(rgba)).toBe(true);
    },
  );

  it('keep their opacity where the last alone is not opaque, wherever they lie in memory', () => {
    const memory = Buffer.alloc(4 * 5 * 2 + 1, 255);
    const rgba = memory.subarray(1);
    rgba[rgba.length - 1] = 254;
    const png = pngOf({ width: 5, height: 2, rgba }, {});
    expect(png[25]).toBe(6);
    expect(Buffer.from(pngPixels(pngFile(png))?.rgba ?? []).equals(rgba)).toBe(true);
  });

  it('are none where the data is cut off, is no deflate stream, or its kind or filter is not known', () => {
    const png = samplePng({ colour: 2, depth: 8, isInterlaced: false }, [9, 9]);
    const edited = (type: string, edit: (content: Buffer) => Buffer) =>
      pngPixels(
        pngFile(editedPng(png, (chunk) => [chunk.type === type ? { type, content: edit(chunk.content) } : chunk])),
      );
    expect(edited('IDAT', (content) => content)).toBeDefined();
    expect(edited('IDAT', (content) => content.subarray(0, content.length / 2))).toBeUndefined();
    expect(edited('IDAT', () => Buffer.from('not deflate at all'))).toBeUndefined();
    expect(edited('IDAT', () => deflateSync(Buffer.alloc(9 * 28, 9)))).toBeUndefined();
    const header = (at: number, to: number) => edited('IHDR', (content) => Buffer.from(content.with(at, to)));
    expect(header(8, 3)).toBeUndefined();
    expect(header(9, 5)).toBeUndefined();
  });

  it('are unpacked no further than the size says, however far the data goes', () => {
    const png = samplePng({ colour: 0, depth: 8, isInterlaced: false }, [2, 1]);
    const bomb = editedPng(png, (chunk) => [
      chunk.type === 'IDAT' ? { type: 'IDAT', content: deflateSync(Buffer.alloc(50_000_000)) } : chunk,
    ]);
    expect(pngPixels(pngFile(bomb))?.rgba).toHaveLength(8);
  });
});
