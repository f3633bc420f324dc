import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from '../sealed/pixels';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum around a chunk's content. */
const FRAME = 12;

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

function framed({ type, content }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(content.length + FRAME);
  out.writeUInt32BE(content.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), out.length - 4);
  return out;
}

/** iTXt: keyword, NUL, not compressed, NUL NUL (no language, no translated keyword), text in UTF-8 (PNG, section 11.3.3.4). */
const textChunk = (keyword: string, text: string): Chunk => ({
  type: 'iTXt',
  content: Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.from([0, 0, 0, 0, 0]), Buffer.from(text, 'utf8')]),
});

/**
 * How hard zlib looks for repetitions. A picture at one pixel a CSS pixel is what pages show and thousands ask for: a fifth fewer bytes are worth
 * the ten milliseconds. Of a larger one they would be fifty.
 */
const LEVELS = { small: 4, large: 3 } as const;
/** Bytes of rows. */
const LARGE = 16_000_000;
/** Colour types, and bytes a pixel (PNG, table 11.1): colour alone where every pixel is opaque, else colour with opacity. */
const OPAQUE = { colour: 2, bytes: 3 } as const;
const WITH_OPACITY = { colour: 6, bytes: 4 } as const;

let kept: WeakRef<Buffer> | undefined;

/** Bytes to lay rows out in: those of the picture before while they are still there, since fresh memory costs as much as filling it. */
function room(bytes: number): Buffer {
  const before = kept?.deref();
  if (before !== undefined && before.length >= bytes) return before.subarray(0, bytes);
  const fresh = Buffer.allocUnsafeSlow(bytes);
  kept = new WeakRef(fresh);
  return fresh;
}

/** The pixels as words of 32 bits, red in the lowest eight and opacity in the highest: wherever pictures are drawn, words are little-endian. */
const wordsOf = ({ rgba }: Pixels): Int32Array =>
  rgba.byteOffset % 4 === 0
    ? new Int32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4)
    : new Int32Array(Uint8Array.from(rgba).buffer);

/** Rows of a PNG without opacity, each behind a zero (no filter: runs of one colour need none). undefined: some pixel is not opaque. */
function opaqueRows(pixels: Pixels): Buffer | undefined {
  const { width, height } = pixels;
  const words = wordsOf(pixels);
  const row = OPAQUE.bytes * width;
  const rows = room(height * (row + 1));
  // Four pixels are three words; what a last group has too many is cut off.
  const packed = new Int32Array(3 * Math.ceil(width / 4));
  const bytes = new Uint8Array(packed.buffer, 0, row);
  let opacity = -1;
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width;
    for (let from = y * width, to = 0; from < end; from += 4, to += 3) {
      const a = words[from] as number;
      const b = from + 1 < end ? (words[from + 1] as number) : a;
      const c = from + 2 < end ? (words[from + 2] as number) : a;
      const d = from + 3 < end ? (words[from + 3] as number) : a;
      opacity &= a & b & c & d;
      packed[to] = (a & 0xff_ff_ff) | (b << 24);
      packed[to + 1] = ((b >>> 8) & 0xff_ff) | (c << 16);
      packed[to + 2] = ((c >>> 16) & 0xff) | (d << 8);
    }
    rows[y * (row + 1)] = 0;
    rows.set(bytes, y * (row + 1) + 1);
  }
  return opacity >>> 24 === 0xff ? rows : undefined;
}

function rowsWithOpacity({ width, height, rgba }: Pixels): Buffer {
  const row = WITH_OPACITY.bytes * width;
  const rows = room(height * (row + 1));
  for (let y = 0; y < height; y += 1) {
    rows[y * (row + 1)] = 0;
    rows.set(rgba.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  }
  return rows;
}

/** An image as a PNG (W3C PNG, section 11.2), with texts before its data, in the order given. */
export function pngOf(pixels: Pixels, texts: Readonly<Record<string, string>>): Buffer {
  const { width, height } = pixels;
  const opaque = opaqueRows(pixels);
  const rows = opaque ?? rowsWithOpacity(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel; the one compression, the one set of filters, not interlaced.
  header.set([8, (opaque === undefined ? WITH_OPACITY : OPAQUE).colour, 0, 0, 0], 8);
  const level = rows.length < LARGE ? LEVELS.small : LEVELS.large;
  const chunks: readonly Chunk[] = [
    { type: 'IHDR', content: header },
    ...Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text)),
    { type: 'IDAT', content: deflateSync(rows, { level, memLevel: 9 }) },
    { type: 'IEND', content: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...chunks.map(framed)]);
}

/** Where a PNG of ours keeps its pixels: behind its header and its texts. */
function startOfPixels(png: Buffer): number {
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + FRAME)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') return at;
  throw new TypeError('a PNG without pixels');
}

/** A PNG of ours with more texts, behind those it has. A keyword may stand in it more than once. */
export function withTexts(png: Buffer, texts: readonly (readonly [keyword: string, text: string])[]): Buffer {
  const at = startOfPixels(png);
  const chunks = texts.map(([keyword, text]) => framed(textChunk(keyword, text)));
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)]);
}
