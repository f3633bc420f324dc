import { beginsWith, viewOf } from './bytes';
import type { Size } from './pixels';

export type FileKind = 'png' | 'jpeg' | 'zip';

const BEGINNINGS: Readonly<Record<FileKind, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04],
};

/** What a file is by its first bytes; undefined: none of these. */
export const fileKind = (bytes: Uint8Array): FileKind | undefined =>
  (['png', 'jpeg', 'zip'] as const).find((kind) => beginsWith(bytes, BEGINNINGS[kind]));

/** The markers of a JPEG that say its size: every start of a frame (ITU-T T.81, table B.1), DHT, JPG and DAC left out. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers with nothing behind them, not even a length (table B.1): TEM, RSTn and SOI. Read as if they had one, a size could be hidden from this and shown to a decoder. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** EOI and SOS: no size comes behind them. */
const isLast = (marker: number): boolean => marker === 0xd9 || marker === 0xda;

/** The size of a JPEG; undefined where it says none. */
export function jpegSize(jpeg: Uint8Array): Size | undefined {
  const view = viewOf(jpeg);
  for (let at = 2; at + 9 <= jpeg.length && jpeg[at] === 0xff;) {
    const marker = view.getUint8(at + 1);
    // Any number of 0xff may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isLast(marker)) return undefined;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
