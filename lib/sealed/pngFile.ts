import { STAMP_KEYWORD } from '../domain/stampNames';
import { beginsWith, crc32, latin1Of, textOf, viewOf } from './bytes';
import { DIGEST_TEXT, SEAL } from './sealText';

const SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum around a chunk's content. */
const FRAME = 12;
/** So many chunks are read: where programs pack pixels in pieces of 8 KB, the largest file that is read has some four thousand. */
const MOST_CHUNKS = 20_000;

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** The chunks of a PNG up to its end, and where that is. Throws on what is no PNG, is cut off, whose checksums do not hold, or that is in more pieces than any. */
function chunksOf(png: Uint8Array): { readonly chunks: readonly Chunk[]; readonly end: number } {
  if (!beginsWith(png, SIGNATURE)) throw new TypeError('not a PNG: the signature is missing');
  const chunks: Chunk[] = [];
  const view = viewOf(png);
  for (let at = SIGNATURE.length; at < png.length;) {
    if (chunks.length === MOST_CHUNKS) throw new TypeError(`the PNG has more than ${String(MOST_CHUNKS)} chunks`);
    const size = at + FRAME <= png.length ? view.getUint32(at) : Infinity;
    if (at + FRAME + size > png.length) throw new TypeError(`the PNG is cut off at byte ${String(png.length)}`);
    const named = png.subarray(at + 4, at + 8 + size);
    if (crc32(named) !== view.getUint32(at + 8 + size))
      throw new TypeError(`the PNG is damaged: the checksum at byte ${String(at + 8 + size)} does not hold`);
    chunks.push({ type: latin1Of(named.subarray(0, 4)), content: named.subarray(4) });
    at += FRAME + size;
    if (chunks.at(-1)?.type === 'IEND') return { chunks, end: at };
  }
  throw new TypeError(`the PNG is cut off at byte ${String(png.length)}`);
}

/** A PNG, its pixels still packed. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  /** Bits a channel, colour type, interlaced or not (PNG, section 11.2.1). */
  readonly header: { readonly depth: number; readonly colour: number; readonly isInterlaced: boolean };
  readonly packed: readonly Uint8Array[];
  readonly palette: Uint8Array | undefined;
  readonly transparency: Uint8Array | undefined;
  /** The uncompressed iTXt texts, in the order of the file. */
  readonly texts: readonly (readonly [keyword: string, text: string])[];
  /** What no picture of ours has, or none has there. */
  readonly added: readonly AddedPart[];
}

/** As what is altered names a chunk. */
export const chunkName = (type: string): string => `chunk ${type}`;

/** A part of a file that no picture of ours has: what, and how it is there. */
export interface AddedPart {
  readonly name: string;
  readonly found: string;
}

/** Reads a PNG, but for its pixels. Throws as `chunksOf` does, and on a file that does not begin with its size. */
export function pngFile(png: Uint8Array): PngFile {
  const { chunks, end } = chunksOf(png);
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.content.length !== 13)
    throw new TypeError('the PNG is damaged: it has no size');
  const [view, { content: bytes }] = [viewOf(header.content), header];
  const first = (type: string): Uint8Array | undefined => chunks.find((chunk) => chunk.type === type)?.content;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    header: { depth: view.getUint8(8), colour: view.getUint8(9), isInterlaced: bytes[12] === 1 },
    packed: chunks.filter(({ type }) => type === 'IDAT').map(({ content }) => content),
    palette: first('PLTE'),
    transparency: first('tRNS'),
    texts: chunks.flatMap(textsIn),
    added: addedParts(chunks, png.length - end),
  };
}

const OWN_TYPES: readonly string[] = ['IHDR', 'iTXt', 'IDAT', 'IEND'];
/** The one text that is no fact: which program wrote the file. */
const SOFTWARE = ['Software', 'Plumbline'] as const;
const FACT = /^plumbline:[a-z-]+$/;
/** The texts in their order: the program, the facts, what their digest is the hash of, the seal, and the stamps over it. Each stands once, but facts and stamps. */
const PLACES: readonly ((keyword: string) => boolean)[] = [
  (keyword) => keyword === SOFTWARE[0],
  (keyword) => FACT.test(keyword) && keyword !== DIGEST_TEXT && keyword !== SEAL,
  (keyword) => keyword === DIGEST_TEXT,
  (keyword) => keyword === SEAL,
  (keyword) => keyword === STAMP_KEYWORD,
];
const ONCE: readonly string[] = [SOFTWARE[0], DIGEST_TEXT, SEAL];
const placeOf = (keyword: string): number => PLACES.findIndex((is) => is(keyword));

/** Where a chunk of ours stands among the others: header, texts in their order, pixels, end. */
function rankOf(chunk: Chunk): number {
  const [[keyword] = ['']] = textsIn(chunk);
  const place = OWN_TYPES.indexOf(chunk.type);
  return chunk.type === 'iTXt' ? place + placeOf(keyword) / PLACES.length : place;
}

/**
 * What of a file no picture of ours has: another chunk, by which the same pixels are shown otherwise or something else is read; a text that is none of ours or in
 * another form; ours in another order, or twice; pixels apart from each other, or in another kind; bytes behind the end.
 */
function addedParts(chunks: readonly Chunk[], behind: number): readonly AddedPart[] {
  const foreign = chunks.filter((chunk) => !isOurs(chunk));
  const own = chunks.filter((chunk) => isOurs(chunk));
  const keywords = own.flatMap(textsIn).map(([keyword]) => keyword);
  const twice = ONCE.filter((keyword) => keywords.filter((one) => one === keyword).length > 1);
  const all = chunks.map(({ type }) => type);
  const pixels = all.slice(Math.max(0, all.indexOf('IDAT')), all.lastIndexOf('IDAT') + 1);
  const ranks = own.map(rankOf);
  const isInOrder = [...ranks].sort((a, b) => a - b).every((rank, i) => rank === ranks[i] && (rank > 0 || i === 0));
  return [
    ...[...new Set(foreign.map(({ type }) => type))].map((type) => ({ name: chunkName(type), found: 'added' })),
    ...twice.map((keyword) => ({ name: `text ${keyword}`, found: 'twice' })),
    ...(keywords.includes(SOFTWARE[0]) ? [] : [{ name: `text ${SOFTWARE[0]}`, found: 'missing' }]),
    ...(pixels.some((type) => type !== 'IDAT') ? [{ name: chunkName('IDAT'), found: 'apart' }] : []),
    ...(isInOrder ? [] : [{ name: 'chunk-order', found: 'other' }]),
    ...(behind === 0 ? [] : [{ name: 'behind-IEND', found: `${String(behind)} bytes` }]),
  ];
}

/** Whether a chunk is one as our pictures have it. */
function isOurs(chunk: Chunk): boolean {
  const { type, content } = chunk;
  if (type === 'IHDR') return isOurHeader(content);
  if (type === 'IEND') return content.length === 0;
  if (type !== 'iTXt') return OWN_TYPES.includes(type);
  const [[keyword, text] = ['', '']] = textsIn(chunk);
  // Neither packed, nor with a language or a keyword in it, which a viewer could show instead.
  const isPlain = content.subarray(keyword.length, keyword.length + 5).every((byte) => byte === 0);
  if (keyword === '' || !isPlain || placeOf(keyword) === -1) return false;
  return keyword !== SOFTWARE[0] || text === SOFTWARE[1];
}

/** Colour, or colour and opacity, in eight bits each; the one compression, the one set of filters, not interlaced. */
const isOurHeader = (header: Uint8Array): boolean =>
  header[8] === 8 && (header[9] === 2 || header[9] === 6) && header.subarray(10).every((byte) => byte === 0);

/** In bytes (PNG, section 11.3.3.2). */
const LONGEST_KEYWORD = 79;

function textsIn({ type, content }: Chunk): PngFile['texts'] {
  if (type !== 'iTXt') return [];
  const end = content.subarray(0, LONGEST_KEYWORD + 1).indexOf(0);
  const [compressed, afterLanguage] = [content[end + 1], content.indexOf(0, end + 3)];
  const afterTranslated = content.indexOf(0, afterLanguage + 1);
  if (end === -1 || compressed !== 0 || afterLanguage === -1 || afterTranslated === -1) return [];
  return [[latin1Of(content.subarray(0, end)), textOf(content.subarray(afterTranslated + 1))]];
}

/** The uncompressed iTXt texts of a PNG, by keyword. */
export const textsOf = (png: Uint8Array): ReadonlyMap<string, string> => new Map(pngFile(png).texts);
