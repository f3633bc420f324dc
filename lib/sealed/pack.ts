import { KEY, keyIn, MANIFEST, SIGNATURE } from './beside';
import {
  bundleIn,
  exhibitsIn,
  isListSigned,
  listedIn,
  MOST_OF_PACK,
  MOST_MANIFEST_BYTES,
  unpackedWhole,
} from './bundle';
import { textOf, type Bytes } from './bytes';
import { MOST_EXHIBITS } from '../api/limits';
import { keyIdOf, UnreadableFile, type Evidence } from './evidence';
import { fileKind } from './imageKind';
import type { AlteredFact, PublicKey } from './sealText';
import type { FoundStamp } from './stamps/stamp';
import type { Tools } from './tools';
import { zipEntries, type ZipEntry } from './zipFile';

/** What the list of sums of a pack shows by itself. */
export type ListEvidence =
  | {
      readonly kind: 'signed';
      readonly publicKey: PublicKey;
      readonly keyId: string;
      readonly altered: readonly AlteredFact[];
      readonly stamps: readonly FoundStamp[];
    }
  /** `broken`: there is a signature, and it is not that of the key beside it; `unsigned`: there is neither, or no list. */
  | { readonly kind: 'broken' | 'unsigned' };

/** What a pack of exhibits (docs/pack.md) shows by itself. */
export interface PackEvidence {
  readonly list: ListEvidence;
  readonly exhibits: readonly { readonly folder: string; readonly evidence: Evidence }[];
}

/** Reads a pack, each exhibit as a bundle; undefined: it is none. Throws `UnreadableFile`. */
export async function readPack(bytes: Bytes, tools: Tools): Promise<PackEvidence | undefined> {
  const entries = fileKind(bytes) === 'zip' ? zipEntries(bytes, MOST_OF_PACK) : 'damaged';
  if (typeof entries === 'string') return undefined;
  const folders = exhibitsIn(entries);
  if (folders.length === 0) return undefined;
  const exhibits = [];
  // One at a time is unpacked.
  for (const folder of folders)
    exhibits.push({
      folder,
      evidence: { ...(await bundleIn(within(entries, folder), tools)), file: 'bundle' } as const,
    });
  return { list: await listOf(entries, tools), exhibits };
}

const within = (entries: readonly ZipEntry[], folder: string): readonly ZipEntry[] =>
  entries.flatMap((entry) =>
    entry.name.startsWith(`${folder}/`) ? [{ ...entry, name: entry.name.slice(folder.length + 1) }] : [],
  );

async function listOf(entries: readonly ZipEntry[], tools: Tools): Promise<ListEvidence> {
  const [manifest, signature, key] = [MANIFEST, SIGNATURE, KEY].map((name) => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? undefined : unpackedWhole(entry);
  });
  if (manifest === undefined || (signature === undefined && key === undefined)) return { kind: 'unsigned' };
  if (manifest.length > MOST_EXHIBITS * MOST_MANIFEST_BYTES) throw new UnreadableFile('packed-otherwise');
  const publicKey = key === undefined ? undefined : keyIn(textOf(key));
  if (publicKey === undefined || signature === undefined) return { kind: 'broken' };
  if (!(await isListSigned(manifest, signature, publicKey, tools))) return { kind: 'broken' };
  const listed = await listedIn(manifest, entries, publicKey, tools);
  return { kind: 'signed', publicKey, keyId: await keyIdOf(publicKey, tools), ...listed };
}
