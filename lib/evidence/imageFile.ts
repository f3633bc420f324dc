import { Resvg } from '@resvg/resvg-js';
import decodeQR from 'qr/decode.js';
import type { Pixels } from './pngText';

export type ImageKind = 'png' | 'jpeg';
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a file is by its first bytes; undefined: neither a PNG nor a JPEG. */
export function imageKind(bytes: Buffer): ImageKind | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png';
  return bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ? 'jpeg' : undefined;
}

/** The markers of a JPEG that say its size: every start of a frame (ITU-T T.81, table B.1), DHT, JPG and DAC left out. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The size of a JPEG; undefined where it says none. */
export function jpegSize(jpeg: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = jpeg.readUInt8(at + 1);
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
    else at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Decodes an image of a size, or as wide as asked, made smaller. What cannot be decoded comes out blank. */
export function decodedPixels(bytes: Buffer, kind: ImageKind, size: Size, most = Infinity): Pixels {
  const scale = Math.min(1, most / size.width);
  const [width, height] = [Math.round(size.width * scale), Math.max(1, Math.round(size.height * scale))];
  const place = `width="${String(width)}" height="${String(height)}"`;
  const href = `data:image/${kind};base64,${bytes.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${place}><image ${place} preserveAspectRatio="none" href="${href}"${scale === 1 ? ' style="image-rendering:pixelated"' : ''}/></svg>`;
  const image = new Resvg(svg, { imageRendering: scale === 1 ? 1 : 0, font: { loadSystemFonts: false } }).render();
  return { width: image.width, height: image.height, rgba: image.pixels };
}

/** A code of ours is some 200 pixels wide at this width: larger images are made smaller before one is looked for. */
export const QR_WIDTH = 1_600;
/** Looked at by pieces: how long the search takes grows with the square of what is seen at once. */
const PIECE = 400;

/** The text of a QR code in an image, looked for from the lower right corner on, where ours stand; undefined: there is none. */
export function qrIn({ width, height, rgba }: Pixels): string | undefined {
  for (const top of starts(height))
    for (const left of starts(width)) {
      const piece = { width: Math.min(PIECE, width), height: Math.min(PIECE, height) };
      const data = Buffer.alloc(4 * piece.width * piece.height);
      for (let y = 0; y < piece.height; y += 1) {
        const from = 4 * ((top + y) * width + left);
        rgba.copy(data, 4 * y * piece.width, from, from + 4 * piece.width);
      }
      try {
        return decodeQR({ ...piece, data });
      } catch {
        // None in this piece.
      }
    }
  return undefined;
}

/** Where pieces begin that overlap by half, the last one first. */
function starts(length: number): readonly number[] {
  const last = Math.max(0, length - PIECE);
  return Array.from({ length: 1 + Math.ceil(last / (PIECE / 2)) }, (_, i) => Math.max(0, last - (i * PIECE) / 2));
}
