import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** The signs that a font file draws, as code points: its table `cmap`, formats 4 and 12 (OpenType, "cmap"). TTF or WOFF2. */
export function signsOf(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  const cmap = font.toString('latin1', 0, 4) === 'wOF2' ? cmapOfWoff2(font) : cmapOfTtf(font);
  if (cmap === undefined) throw new Error(`${file} has no cmap`);
  const signs = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const at = cmap.readUInt32BE(4 + 8 * i + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) {
      const segments = cmap.readUInt16BE(at + 6) / 2;
      for (let s = 0; s < segments; s += 1) {
        const last = cmap.readUInt16BE(at + 14 + 2 * s);
        const first = cmap.readUInt16BE(at + 16 + 2 * segments + 2 * s);
        for (let sign = first; sign <= last && sign !== 0xffff; sign += 1) signs.add(sign);
      }
    } else if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(at + 12); g += 1) {
        const [first, last] = [cmap.readUInt32BE(at + 16 + 12 * g), cmap.readUInt32BE(at + 20 + 12 * g)];
        for (let sign = first; sign <= last; sign += 1) signs.add(sign);
      }
    }
  }
  return signs;
}

function cmapOfTtf(font: Buffer): Buffer | undefined {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  return entry === undefined ? undefined : font.subarray(font.readUInt32BE(entry + 8));
}

const WOFF2_HEADER = 48;
/** The places in WOFF2's list of known tags: https://www.w3.org/TR/WOFF2/#table_dir_format */
const [CMAP, GLYF, LOCA, ANY_TAG] = [0, 10, 11, 63];

/** Tables follow each other in one Brotli stream, in the order of the directory; `cmap` is never transformed. */
function cmapOfWoff2(font: Buffer): Buffer | undefined {
  let [at, from] = [WOFF2_HEADER, 0];
  let cmap: { readonly from: number; readonly length: number } | undefined;
  const size = (): number => {
    let value = 0;
    for (;;) {
      const byte = font.readUInt8((at += 1) - 1);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let table = 0; table < font.readUInt16BE(12); table += 1) {
    const flags = font.readUInt8((at += 1) - 1);
    const [tag, transform] = [flags & 63, flags >> 6];
    if (tag === ANY_TAG) at += 4;
    const whole = size();
    const isTransformed = tag === GLYF || tag === LOCA ? transform === 0 : transform !== 0;
    const length = isTransformed ? size() : whole;
    if (tag === CMAP) cmap = { from, length };
    from += length;
  }
  const tables = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)));
  return cmap === undefined ? undefined : tables.subarray(cmap.from, cmap.from + cmap.length);
}
