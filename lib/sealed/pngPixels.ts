import { inflated } from './inflated';
import type { Pixels } from './pixels';
import type { PngFile } from './pngFile';

/** Channels of each colour type (PNG, table 12): grey, colour, palette, grey and opacity, colour and opacity. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Where each pass of an interlaced image begins, and how far its pixels stand apart (PNG, section 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;
const OPAQUE = 255;

/** One pass: its own small image, and where its pixels stand in the whole. */
interface Pass {
  readonly width: number;
  readonly height: number;
  readonly place: (typeof PASSES)[number] | (typeof WHOLE)[number];
  readonly rowBytes: number;
}

export interface PngPixels extends Pixels {
  /** Nothing else can be read from their data, nor stands in it (`Inflated`). */
  readonly isExact: boolean;
}

/**
 * The pixels of a PNG, of whatever kind, eight bits a channel: of sixteen the upper eight. What comes behind them is let be, as readers of images do.
 * undefined: they cannot be unpacked.
 */
export function pngPixels(png: PngFile): PngPixels | undefined {
  const { width, height, header, packed } = png;
  const channels = CHANNELS[header.colour];
  if (channels === undefined || DEPTHS[header.colour]?.includes(header.depth) !== true) return undefined;
  const passes = (header.isInterlaced ? PASSES : WHOLE)
    .map((place): Pass => {
      const [left, top, across, down] = place;
      const own = { width: Math.ceil((width - left) / across), height: Math.ceil((height - top) / down) };
      return { ...own, place, rowBytes: Math.ceil((own.width * channels * header.depth) / 8) };
    })
    .filter((pass) => pass.width > 0 && pass.height > 0);
  const size = passes.reduce((sum, pass) => sum + pass.height * (pass.rowBytes + 1), 0);
  const found = inflated(packed, size, 'zlib');
  if (found === undefined) return undefined;
  const { bytes: rows, isExact } = found;
  const rgba = new Uint8Array(4 * width * height);
  const step = Math.max(1, (channels * header.depth) / 8);
  let at = 0;
  for (const pass of passes) {
    const end = at + pass.height * (pass.rowBytes + 1);
    const own = rows.subarray(at, end);
    if (!unfilter(own, pass.rowBytes, step)) return undefined;
    spread(own, pass, png, rgba);
    at = end;
  }
  return { width, height, rgba, isExact };
}

/** Undoes the filters of rows in place (PNG, section 9.2). False: a filter that there is not. */
function unfilter(rows: Uint8Array, rowBytes: number, step: number): boolean {
  const before = new Uint8Array(rowBytes);
  for (let at = 0; at < rows.length; at += rowBytes + 1) {
    const [filter, row] = [rows[at] as number, rows.subarray(at + 1, at + 1 + rowBytes)];
    const above = at === 0 ? before : rows.subarray(at - rowBytes, at);
    if (filter > 4) return false;
    if (filter === 0) continue;
    for (let i = 0; i < rowBytes; i += 1) {
      const left = i < step ? 0 : (row[i - step] as number);
      const upper = above[i] as number;
      const corner = i < step ? 0 : (above[i - step] as number);
      row[i] = (row[i] as number) + foretold(filter, left, upper, corner);
    }
  }
  return true;
}

function foretold(filter: number, left: number, upper: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return upper;
  if (filter === 3) return (left + upper) >> 1;
  const guess = left + upper - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - upper), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? upper : corner;
}

/** Puts the pixels of a pass where they stand. */
function spread(rows: Uint8Array, { width, height, place, rowBytes }: Pass, png: PngFile, rgba: Uint8Array): void {
  const [left, top, across, down] = place;
  const { depth, colour } = png.header;
  const isWhole = depth === 8 && !png.header.isInterlaced;
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * (rowBytes + 1) + 1, (y + 1) * (rowBytes + 1));
    if (isWhole && colour === 6) {
      rgba.set(row, 4 * y * png.width);
      continue;
    }
    if (isWhole && colour === 2) {
      spreadOpaque(row, rgba.subarray(4 * y * png.width, 4 * (y + 1) * png.width));
      continue;
    }
    for (let x = 0; x < width; x += 1)
      setPixel(rgba, 4 * ((top + y * down) * png.width + left + x * across), row, x, png);
  }
}

/** A row of colours, three bytes each, as pixels; as ours are. */
function spreadOpaque(row: Uint8Array, rgba: Uint8Array): void {
  for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
    rgba[to] = row[from] as number;
    rgba[to + 1] = row[from + 1] as number;
    rgba[to + 2] = row[from + 2] as number;
    rgba[to + 3] = OPAQUE;
  }
}

/** Writes a pixel of a row of whatever kind. */
function setPixel(rgba: Uint8Array, to: number, row: Uint8Array, x: number, png: PngFile): void {
  const { palette, transparency } = png;
  const { depth, colour } = png.header;
  const first = x * (CHANNELS[colour] as number);
  const value = sampleAt(row, first, depth);
  if (colour === 3) {
    const [red = 0, green = 0, blue = 0] = palette?.subarray(3 * value, 3 * value + 3) ?? [];
    rgba.set([red, green, blue, transparency?.[value] ?? OPAQUE], to);
    return;
  }
  const isGrey = colour === 0 || colour === 4;
  rgba[to] = isGrey && depth < 8 ? (value * 255) / (2 ** depth - 1) : value;
  rgba[to + 1] = isGrey ? rgba[to] : sampleAt(row, first + 1, depth);
  rgba[to + 2] = isGrey ? rgba[to] : sampleAt(row, first + 2, depth);
  rgba[to + 3] = colour === 4 || colour === 6 ? sampleAt(row, first + (isGrey ? 1 : 3), depth) : OPAQUE;
}

/** A sample of a row; of sixteen bits the upper eight. */
function sampleAt(row: Uint8Array, i: number, depth: number): number {
  if (depth >= 8) return row[(i * depth) / 8] as number;
  const bit = i * depth;
  return ((row[bit >> 3] as number) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}
