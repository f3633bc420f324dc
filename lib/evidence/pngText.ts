import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum around a chunk's content. */
const FRAME = 12;

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

/** The chunks of a PNG up to its end; what somebody hung behind that is no part of it. Throws on what is no PNG, is cut off, or whose checksums do not hold. */
function chunksOf(png: Buffer): readonly Chunk[] {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new TypeError('not a PNG: the signature is missing');
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = at + FRAME <= png.length ? png.readUInt32BE(at) : Infinity;
    if (at + FRAME + size > png.length) throw new TypeError(`the PNG is cut off at byte ${String(png.length)}`);
    const named = png.subarray(at + 4, at + 8 + size);
    if (crc32(named) !== png.readUInt32BE(at + 8 + size))
      throw new TypeError(`the PNG is damaged: the checksum at byte ${String(at + 8 + size)} does not hold`);
    chunks.push({ type: named.toString('latin1', 0, 4), content: named.subarray(4) });
    if (chunks.at(-1)?.type === 'IEND') return chunks;
    at += FRAME + size;
  }
  throw new TypeError(`the PNG is cut off at byte ${String(png.length)}`);
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

/** An image, four bytes a pixel: red, green, blue, and how opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** Up to here zlib compares few places: of a drawing, whose rows are long runs of one colour, a step more takes a fifth longer and saves a twentieth. */
const LEVEL = 2;
const BYTES_A_PIXEL = 4;

let kept: WeakRef<Buffer> | undefined;

/** Bytes to lay rows out in: those of the picture before while they are still there, since fresh memory costs as much as filling it. */
function room(bytes: number): Buffer {
  const before = kept?.deref();
  if (before !== undefined && before.length >= bytes) return before.subarray(0, bytes);
  const fresh = Buffer.allocUnsafeSlow(bytes);
  kept = new WeakRef(fresh);
  return fresh;
}

/** An image as a PNG (W3C PNG, section 11.2), with texts before its data, in the order given. Rows stand as they are: runs of one colour need no filter. */
export function pngOf({ width, height, rgba }: Pixels, texts: Readonly<Record<string, string>>): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a channel, colours with opacity; the one compression, the one set of filters, not interlaced.
  header.set([8, 6, 0, 0, 0], 8);
  const row = BYTES_A_PIXEL * width;
  const rows = room(height * (row + 1));
  for (let y = 0; y < height; y += 1) {
    // No filter.
    rows[y * (row + 1)] = 0;
    rgba.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  }
  const chunks: readonly Chunk[] = [
    { type: 'IHDR', content: header },
    ...Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text)),
    { type: 'IDAT', content: deflateSync(rows, { level: LEVEL, memLevel: 9 }) },
    { type: 'IEND', content: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...chunks.map(framed)]);
}

/** What a PNG is beside its pixels. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  /** The uncompressed iTXt texts, in the order of the file. */
  readonly texts: readonly (readonly [keyword: string, text: string])[];
  /** The kinds of chunks, each once, that no picture of ours has: by them the same pixels are shown otherwise, or something else is read. */
  readonly added: readonly string[];
}

/** What a picture of ours is made of, and what tells nobody how to show it: a comment, a time. */
const PLAIN: readonly string[] = ['IHDR', 'IDAT', 'IEND', 'iTXt', 'tEXt', 'zTXt', 'tIME'];
const OWN_KEYWORD = /^plumbline:/i;

/**
 * Whether a chunk stands for something that no picture of ours has: colours, transparency or an orientation by which the same pixels are shown otherwise,
 * or a fact in a form in which facts are not written.
 */
function isAdded({ type, content }: Chunk): boolean {
  if (!PLAIN.includes(type)) return true;
  const keyword = content.toString('latin1', 0, Math.max(0, content.indexOf(0)));
  if (type === 'iTXt')
    return OWN_KEYWORD.test(keyword) && (content[keyword.length + 1] !== 0 || !keyword.startsWith('plumbline:'));
  return (type === 'tEXt' || type === 'zTXt') && OWN_KEYWORD.test(keyword);
}

/** Reads a PNG, but for its pixels. Throws as `chunksOf` does, and on a file that does not begin with its size. */
export function pngFile(png: Buffer): PngFile {
  const chunks = chunksOf(png);
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.content.length !== 13)
    throw new TypeError('the PNG is damaged: it has no size');
  const texts = chunks
    .filter(({ type }) => type === 'iTXt')
    .flatMap(({ content }) => {
      const end = content.indexOf(0);
      const [compressed, afterLanguage] = [content[end + 1], content.indexOf(0, end + 3)];
      const afterTranslated = content.indexOf(0, afterLanguage + 1);
      if (end === -1 || compressed !== 0 || afterLanguage === -1 || afterTranslated === -1) return [];
      return [[content.toString('latin1', 0, end), content.toString('utf8', afterTranslated + 1)] as const];
    });
  return {
    width: header.content.readUInt32BE(0),
    height: header.content.readUInt32BE(4),
    texts,
    added: [...new Set(chunks.filter(isAdded).map(({ type }) => type))],
  };
}

/** The uncompressed iTXt texts of a PNG, by keyword. */
export const textsOf = (png: Buffer): ReadonlyMap<string, string> => new Map(pngFile(png).texts);
