import { hexOf, textOf, type Bytes } from './bytes';
import { readImage, UnreadableFile, type Evidence } from './evidence';
import { fileKind } from './imageKind';
import type { AlteredFact } from './sealText';
import { alteredStamps, foundStamps } from './stamps/found';
import { stamperOf } from '../domain/stampNames';
import type { Tools } from './tools';
import { zipEntries, type ZipEntry } from './zipFile';

const MANIFEST = 'manifest-sha256.txt';
const SIGNATURE = `${MANIFEST}.sig`;
const PICTURE = 'picture.png';
/** The first file of a pack of exhibits, whose bundles lie in folders (docs/pack.md). */
const EXHIBIT = /^exhibit-\d+\/picture\.png$/;

/** Beside the manifest, which cannot name them: what was made over it, and the key. */
const isBeside = (name: string): boolean => name === 'key.pem' || name === MANIFEST || name.startsWith(`${MANIFEST}.`);

/** What a picture or a bundle shows by itself. Throws `UnreadableFile`. */
export const readEvidence = (bytes: Bytes, tools: Tools): Promise<Evidence> =>
  fileKind(bytes) === 'zip' ? readBundle(bytes, tools) : readImage(bytes, tools);

/**
 * What a bundle shows by itself: what its picture does, and which of its files are not those of its manifest. Signed is the manifest, with the key that
 * sealed the picture. Throws `UnreadableFile`.
 */
async function readBundle(bytes: Bytes, tools: Tools): Promise<Evidence> {
  const entries = zipEntries(bytes);
  if (typeof entries === 'string') throw new UnreadableFile(entries);
  const named = (name: string): Bytes | undefined => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? undefined : unpacked(entry);
  };
  if (entries.some(({ name }) => EXHIBIT.test(name))) throw new UnreadableFile('pack');
  const [manifest, png] = [named(MANIFEST), named(PICTURE)];
  if (manifest === undefined || png === undefined) return { kind: 'nothing' };
  const picture = await pictureIn(png, tools);
  if (picture.kind !== 'sealed') return picture;
  const signature = named(SIGNATURE);
  if (signature === undefined) return { kind: 'unsealed', facts: picture.facts };
  if (!(await tools.isSigned(manifest, picture.publicKey, hexOf(signature))))
    return { kind: 'broken', facts: picture.facts };
  const { altered } = picture;
  const files = await alteredFiles(manifest, entries, tools);
  const stamps = await foundStamps(
    entries.flatMap((entry) => {
      const name = stamperOf(entry.name);
      return name === undefined ? [] : [{ name, fact: entry.name, answer: unpacked(entry) }];
    }),
    manifest,
    tools,
  );
  const facts = [...altered.facts, ...files, ...alteredStamps(stamps)];
  return { ...picture, altered: { ...altered, facts }, stamps: [...picture.stamps, ...stamps] };
}

function unpacked(entry: ZipEntry): Bytes {
  const content = entry.content();
  if (content === undefined) throw new UnreadableFile('damaged');
  return content;
}

/** A picture that cannot be read is not the one that was sealed. */
async function pictureIn(png: Bytes, tools: Tools): Promise<Evidence> {
  try {
    return await readImage(png, tools);
  } catch (failure) {
    if (failure instanceof UnreadableFile) return { kind: 'broken', facts: undefined };
    throw failure;
  }
}

/** Files that are others than the manifest names, or that it does not name. One at a time is unpacked. */
async function alteredFiles(
  manifest: Bytes,
  entries: readonly ZipEntry[],
  { sha256 }: Tools,
): Promise<readonly AlteredFact[]> {
  const sealed = new Map(
    textOf(manifest)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const found = new Map<string, string>();
  for (const entry of entries) if (!isBeside(entry.name)) found.set(entry.name, await sha256(unpacked(entry)));
  return [...new Set([...sealed.keys(), ...found.keys()])]
    .filter((name) => !isBeside(name))
    .map((name) => ({ name, sealed: sealed.get(name), found: found.get(name) }))
    .filter(({ sealed: was, found: now }) => was !== now);
}
