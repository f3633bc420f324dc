import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Verdict } from '../../lib/api/verification';
import type { FileFault } from '../../lib/sealed/evidence';
import { digestOfText } from '../../lib/evidence/digest';
import { sealOf, type Signer } from '../../lib/evidence/seal';
import { pngOf } from '../../lib/evidence/pngText';
import { editedPng, repacked, withoutTexts, withText } from '../../lib/evidence/testing/editedPng';
import { otherSigner } from '../../lib/evidence/testing/sampleSigner';
import { pngFile } from '../../lib/sealed/pngFile';
import { pngPixels } from '../../lib/sealed/pngPixels';
import { SEAL } from '../../lib/sealed/sealText';
import { unzipped } from '../../lib/server/bundle/testing/unzipped';
import { zipOf } from '../../lib/server/bundle/zip';

/** A picture and a bundle as an instance made them, and the key with which it did. */
export interface Made {
  readonly png: Buffer;
  readonly zip: Buffer;
  readonly signer: Signer;
  /** A line of the digest's text without its hash, and the hash of an earlier state of that book. */
  readonly earlier: { readonly line: string; readonly hash: string };
}

/** The picture with facts changed and sealed anew, as whoever has the key could have made it. */
function sealedAnew(
  png: Buffer,
  signer: Signer,
  edit: (texts: Map<string, string>) => unknown,
  pixel?: number,
): Buffer {
  const file = pngFile(png);
  const pixels = pngPixels(file);
  if (pixels === undefined) throw new Error('the picture has no pixels');
  const texts = new Map(file.texts);
  texts.delete(SEAL);
  edit(texts);
  if (pixel !== undefined) pixels.rgba[pixel] = (pixels.rgba[pixel] as number) ^ 1;
  const facts = Object.fromEntries(texts);
  return pngOf(pixels, { ...facts, [SEAL]: sealOf(facts, pixels, signer) });
}

const withDigestText = (texts: Map<string, string>, edit: (text: string) => string): void => {
  const text = edit(texts.get('plumbline:digest-text') ?? '');
  texts.set('plumbline:digest-text', text).set('plumbline:digest', digestOfText(text));
};

/** The address of a view of which no candles are stored. */
export const NOT_STORED = '/ZRX/2025-10-10T21:20Z';

/** One file for each verdict and each fault: its name, its bytes, and what is to be found. */
export async function sampleFiles({ png, zip, signer, earlier }: Made): Promise<readonly Sample[]> {
  const files = await unzipped(zip);
  const alteredRow = new Map(files);
  const rows = Buffer.from(files.get('rows.csv') ?? '');
  rows.writeUInt8(rows.readUInt8(rows.length - 3) ^ 1, rows.length - 3);
  alteredRow.set('rows.csv', rows);
  return [
    { name: 'identical.png', bytes: png, finds: 'identical' },
    { name: 'packed-anew.png', bytes: repacked(png, 0), finds: 'identical' },
    { name: 'other-pixels.png', bytes: sealedAnew(png, signer, () => 0, 0), finds: 'same-data' },
    {
      name: 'changed.png',
      bytes: sealedAnew(png, signer, (texts) => {
        withDigestText(texts, (text) => text.replace(new RegExp(`(${earlier.line}) .*`), `$1 ${earlier.hash}`));
      }),
      finds: 'changed',
    },
    {
      name: 'parameters.png',
      bytes: sealedAnew(png, signer, (texts) => {
        withDigestText(texts, (text) => text.replace('min-peers 3\n', 'min-peers 2\n'));
      }),
      finds: 'parameters',
    },
    {
      name: 'not-stored.png',
      bytes: sealedAnew(png, signer, (texts) => texts.set('plumbline:permalink', NOT_STORED)),
      finds: 'not-compared',
    },
    { name: 'other-key.png', bytes: sealedAnew(png, otherSigner(), () => 0), finds: 'unknown-signer' },
    { name: 'pixel.png', bytes: repacked(png, 1), finds: 'altered' },
    { name: 'fact.png', bytes: withText(png, 'plumbline:reference', 'at least 3', 'at least 2'), finds: 'altered' },
    { name: 'seal.png', bytes: withText(png, SEAL, 'at least 3', 'at least 2'), finds: 'altered' },
    {
      name: 'chunk.png',
      bytes: editedPng(png, (chunk) =>
        chunk.type === 'IHDR' ? [chunk, { type: 'gAMA', content: Buffer.from([0, 1, 0, 0]) }] : [chunk],
      ),
      finds: 'altered',
    },
    { name: 'unsealed.png', bytes: withoutTexts(png, /^plumbline:seal$/), finds: 'unsealed' },
    { name: 'stripped.png', bytes: withoutTexts(png, /./), finds: 'copy' },
    {
      name: 'copy.jpg',
      bytes: readFileSync(path.join(import.meta.dirname, '..', '..', 'lib', 'cli', 'testing', 'copy.jpg')),
      finds: 'copy',
    },
    {
      name: 'dots.png',
      bytes: pngOf({ width: 50, height: 40, rgba: Buffer.alloc(8_000, 200) }, { Software: 'paint' }),
      finds: 'not-ours',
    },
    { name: 'bundle.zip', bytes: zip, finds: 'identical' },
    { name: 'row.zip', bytes: Buffer.from(await zipOf(alteredRow)), finds: 'altered' },
    { name: 'cut-off.png', bytes: png.subarray(0, 20_000), fault: 'damaged' },
    { name: 'cut-off.zip', bytes: zip.subarray(0, zip.length - 30), fault: 'damaged' },
    { name: 'picture.webp', bytes: Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), fault: 'neither' },
    {
      name: 'names.zip',
      // The name in the list of files and before the file.
      bytes: Buffer.from(
        Buffer.from(await zipOf(files))
          .toString('latin1')
          .replaceAll('rows.csv', '/ows.csv'),
        'latin1',
      ),
      fault: 'names',
    },
  ] as const satisfies readonly Sample[];
}

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The verdict. */
  readonly finds?: Verdict;
  /** Why it cannot be read. */
  readonly fault?: FileFault;
}
