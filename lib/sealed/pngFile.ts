import { beginsWith, crc32, latin1Of, textOf, viewOf } from './bytes';

const SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum around a chunk's content. */
const FRAME = 12;

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/** The chunks of a PNG up to its end; what somebody hung behind that is no part of it. Throws on what is no PNG, is cut off, or whose checksums do not hold. */
function chunksOf(png: Uint8Array): readonly Chunk[] {
  if (!beginsWith(png, SIGNATURE)) throw new TypeError('not a PNG: the signature is missing');
  const chunks: Chunk[] = [];
  const view = viewOf(png);
  for (let at = SIGNATURE.length; at < png.length;) {
    const size = at + FRAME <= png.length ? view.getUint32(at) : Infinity;
    if (at + FRAME + size > png.length) throw new TypeError(`the PNG is cut off at byte ${String(png.length)}`);
    const named = png.subarray(at + 4, at + 8 + size);
    if (crc32(named) !== view.getUint32(at + 8 + size))
      throw new TypeError(`the PNG is damaged: the checksum at byte ${String(at + 8 + size)} does not hold`);
    chunks.push({ type: latin1Of(named.subarray(0, 4)), content: named.subarray(4) });
    if (chunks.at(-1)?.type === 'IEND') return chunks;
    at += FRAME + size;
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
  /** The kinds of chunks, each once, that no picture of ours has: by them the same pixels are shown otherwise, or something else is read. */
  readonly added: readonly string[];
}

/** What a picture of ours is made of, and what tells nobody how to show it: a comment, a time. */
const PLAIN: readonly string[] = ['IHDR', 'IDAT', 'IEND', 'iTXt', 'tEXt', 'zTXt', 'tIME'];
const OWN_KEYWORD = /^plumbline:/i;
/** A keyword has at most 79 bytes (PNG, section 11.3.3.2); a longer one is none of ours. */
const LONGEST = 256;

/**
 * Whether a chunk stands for something that no picture of ours has: colours, transparency or an orientation by which the same pixels are shown otherwise,
 * or a fact in a form in which facts are not written.
 */
function isAdded({ type, content }: Chunk): boolean {
  if (!PLAIN.includes(type)) return true;
  const keyword = latin1Of(content.subarray(0, Math.min(LONGEST, Math.max(0, content.indexOf(0)))));
  if (type === 'iTXt')
    return OWN_KEYWORD.test(keyword) && (content[keyword.length + 1] !== 0 || !keyword.startsWith('plumbline:'));
  return (type === 'tEXt' || type === 'zTXt') && OWN_KEYWORD.test(keyword);
}

/** Reads a PNG, but for its pixels. Throws as `chunksOf` does, and on a file that does not begin with its size. */
export function pngFile(png: Uint8Array): PngFile {
  const chunks = chunksOf(png);
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
    added: [...new Set(chunks.filter(isAdded).map(({ type }) => type))],
  };
}

function textsIn({ type, content }: Chunk): PngFile['texts'] {
  if (type !== 'iTXt') return [];
  const end = content.indexOf(0);
  const [compressed, afterLanguage] = [content[end + 1], content.indexOf(0, end + 3)];
  const afterTranslated = content.indexOf(0, afterLanguage + 1);
  if (end === -1 || compressed !== 0 || afterLanguage === -1 || afterTranslated === -1) return [];
  return [[latin1Of(content.subarray(0, end)), textOf(content.subarray(afterTranslated + 1))]];
}

/** The uncompressed iTXt texts of a PNG, by keyword. */
export const textsOf = (png: Uint8Array): ReadonlyMap<string, string> => new Map(pngFile(png).texts);
