import { MOST_EXHIBITS } from '../api/limits';
import { alteredBeside, isBeside, MANIFEST, SIGNATURE } from './beside';
import { hexOf, textOf, type Bytes } from './bytes';
import { MOST_FILE_BYTES, readImage, UnreadableFile, type Evidence, type ImageEvidence } from './evidence';
import { fileKind } from './imageKind';
import type { AlteredFact, PublicKey } from './sealText';
import type { FoundStamp } from './stamps/stamp';
import { alteredStamps, foundStamps } from './stamps/found';
import { stamperOf } from '../domain/stampNames';
import type { Tools } from './tools';
import { MOST, zipEntries, type ZipEntry, type ZipFault } from './zipFile';

const PICTURE = 'picture.png';
/** The picture of an exhibit of a pack, whose bundles lie in folders (docs/pack.md). */
const EXHIBIT = /^(exhibit-\d+)\/picture\.png$/;

/** What of a pack is read at most: as many bundles as are made for a reader at once, and what each may have. */
export const MOST_OF_PACK = {
  files: MOST_EXHIBITS * MOST.files,
  bytes: MOST_EXHIBITS * MOST.bytes,
  ratio: MOST.ratio,
} as const;
export const MOST_PACK_BYTES = MOST_EXHIBITS * MOST_FILE_BYTES;

/** RFC 8032, section 5.1.6. */
const SIGNATURE_BYTES = 64;
/** A line for each of at most `MOST.files` files: no manifest of ours comes near. */
export const MOST_MANIFEST_BYTES = 128 * 1024;

/** What a picture or a bundle shows by itself. Throws `UnreadableFile`. */
export const readEvidence = async (bytes: Bytes, tools: Tools): Promise<Evidence> =>
  fileKind(bytes) === 'zip'
    ? { ...(await readBundle(bytes, tools)), file: 'bundle' }
    : { ...(await readImage(bytes, tools)), file: 'picture' };

/**
 * What a bundle shows by itself: what its picture does, and which of its files are not those of its manifest. Signed is the manifest, with the key that
 * sealed the picture. Throws `UnreadableFile`.
 */
async function readBundle(bytes: Bytes, tools: Tools): Promise<ImageEvidence> {
  const entries = zipEntries(bytes);
  if (exhibitsIn(entries === 'unpacks-large' ? zipEntries(bytes, MOST_OF_PACK) : entries).length > 0)
    throw new UnreadableFile('pack');
  if (typeof entries === 'string') throw new UnreadableFile(entries);
  return bundleIn(entries, tools);
}

/** The folders of a pack's exhibits; none, where a zip is no pack or cannot be read. */
export const exhibitsIn = (entries: readonly ZipEntry[] | ZipFault): readonly string[] =>
  typeof entries === 'string' ? [] : entries.flatMap(({ name }) => EXHIBIT.exec(name)?.[1] ?? []);

/** The same of the files of one bundle. */
export async function bundleIn(entries: readonly ZipEntry[], tools: Tools): Promise<ImageEvidence> {
  const named = (name: string): Bytes | undefined => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? undefined : unpackedWhole(entry);
  };
  const [manifest, png] = [named(MANIFEST), named(PICTURE)];
  if (manifest === undefined || png === undefined) return { kind: 'nothing' };
  if (manifest.length > MOST_MANIFEST_BYTES) throw new UnreadableFile('packed-otherwise');
  const picture = await pictureIn(png, tools);
  if (picture.kind !== 'sealed') return picture;
  const signature = named(SIGNATURE);
  if (signature === undefined) return { kind: 'unsealed', facts: picture.facts };
  if (!(await isListSigned(manifest, signature, picture.publicKey, tools)))
    return { kind: 'broken', facts: picture.facts };
  const { altered, publicKey } = picture;
  const listed = await listedIn(manifest, entries, publicKey, tools);
  return {
    ...picture,
    altered: { ...altered, facts: [...altered.facts, ...listed.altered] },
    stamps: [...picture.stamps, ...listed.stamps],
  };
}

/** What of some files is not as their manifest, which that key signed, says; and the stamps over it. */
export async function listedIn(
  manifest: Bytes,
  entries: readonly ZipEntry[],
  publicKey: PublicKey,
  tools: Tools,
): Promise<{ readonly altered: readonly AlteredFact[]; readonly stamps: readonly FoundStamp[] }> {
  const files = await alteredFiles(manifest, entries, tools);
  const beside = new Map(
    entries.filter(({ name }) => isBeside(name)).map((entry) => [entry.name, unpackedWhole(entry)]),
  );
  const stamps = await foundStamps(
    [...beside].flatMap(([file, answer]) => {
      const name = stamperOf(file);
      return name === undefined ? [] : [{ name, fact: file, answer }];
    }),
    manifest,
    tools,
  );
  return { altered: [...files, ...alteredBeside(beside, { publicKey, stamps }), ...alteredStamps(stamps)], stamps };
}

/** Whether a signature as it lies beside a manifest is that of a key. */
export const isListSigned = async (
  manifest: Bytes,
  signature: Bytes,
  publicKey: PublicKey,
  tools: Pick<Tools, 'isSigned'>,
): Promise<boolean> =>
  signature.length === SIGNATURE_BYTES && (await tools.isSigned(manifest, publicKey, hexOf(signature)));

function unpacked(entry: ZipEntry): Bytes {
  const content = entry.content();
  if (content === undefined) throw new UnreadableFile('damaged');
  return content;
}

/** The same of what is read and not only hashed: it has no more bytes than a file that comes alone. */
export function unpackedWhole(entry: ZipEntry): Bytes {
  if (entry.size > MOST_FILE_BYTES) throw new UnreadableFile('unpacks-large');
  return unpacked(entry);
}

/** A picture that cannot be read is not the one that was sealed. */
async function pictureIn(png: Bytes, tools: Tools): Promise<ImageEvidence> {
  try {
    return await readImage(png, tools);
  } catch (failure) {
    if (failure instanceof UnreadableFile) return { kind: 'broken', facts: undefined };
    throw failure;
  }
}

/** Of a file that no manifest names. */
const ADDED = 'added';

/** Files that are others than the manifest names, or that it does not name. One at a time is unpacked, of those that it names. */
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
  for (const entry of entries)
    if (!isBeside(entry.name)) found.set(entry.name, sealed.has(entry.name) ? await sha256(unpacked(entry)) : ADDED);
  return [...new Set([...sealed.keys(), ...found.keys()])]
    .filter((name) => !isBeside(name))
    .map((name) => ({ name, sealed: sealed.get(name), found: found.get(name) }))
    .filter(({ sealed: was, found: now }) => was !== now);
}
