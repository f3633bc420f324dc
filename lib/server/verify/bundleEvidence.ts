import { verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { readEvidence, UnreadableImage, type Evidence } from '../../evidence/evidence';
import { sha256 } from '../../evidence/sha256';
import { publicKeyObject, type AlteredFact } from '../../evidence/seal';

const MANIFEST = 'manifest-sha256.txt';
const SIGNATURE = `${MANIFEST}.sig`;
/** Beside the manifest, which cannot name them. */
const BESIDE = [MANIFEST, SIGNATURE, 'key.pem'];

/** A bundle has a dozen files; two days of the candles of a hundred books are some 40 MB. */
const MOST = { files: 64, bytes: 400 * 1024 * 1024 } as const;

export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));

/**
 * What a bundle shows by itself: what its picture does, and which of its files are not those of its manifest. Signed is the manifest, with the key that
 * sealed the picture. Throws `UnreadableImage`.
 */
export async function readBundle(bytes: Buffer): Promise<Evidence> {
  const files = await filesIn(bytes);
  const [manifest, png] = [files.get(MANIFEST), files.get('picture.png')];
  if (manifest === undefined || png === undefined) return { kind: 'nothing' };
  const picture = pictureIn(png);
  if (picture.kind !== 'sealed') return picture;
  const signature = files.get(SIGNATURE);
  if (signature === undefined) return { kind: 'unsealed', facts: picture.facts };
  if (!verify(null, manifest, publicKeyObject(picture.publicKey), signature))
    return { kind: 'broken', facts: picture.facts };
  const { altered } = picture;
  return { ...picture, altered: { ...altered, facts: [...altered.facts, ...alteredFiles(manifest, files)] } };
}

async function filesIn(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    let left: number = MOST.bytes;
    for await (const entry of zip.eachEntry()) {
      left -= entry.uncompressedSize;
      if (left < 0 || files.size >= MOST.files) throw new UnreadableImage('unpacks-large');
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    }
  } catch (cause) {
    throw cause instanceof UnreadableImage ? cause : new UnreadableImage('damaged');
  }
  return files;
}

/** A picture that cannot be read is not the one that was sealed. */
function pictureIn(png: Buffer): Evidence {
  try {
    return readEvidence(png);
  } catch (failure) {
    if (failure instanceof UnreadableImage) return { kind: 'broken', facts: undefined };
    throw failure;
  }
}

/** Files that are others than the manifest names, or that it does not name. */
function alteredFiles(manifest: Buffer, files: ReadonlyMap<string, Buffer>): readonly AlteredFact[] {
  const sealed = new Map(
    manifest
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  return [...new Set([...sealed.keys(), ...files.keys()])]
    .filter((name) => !BESIDE.includes(name))
    .map((name) => {
      const content = files.get(name);
      return { name, sealed: sealed.get(name), found: content === undefined ? undefined : sha256(content) };
    })
    .filter(({ sealed: was, found }) => was !== found);
}
