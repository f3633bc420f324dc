import { open, readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { publishedKeys, type PublishedKeys } from '../../api/signingKeys';
import type { PackVerification, Verdict, Verification } from '../../api/verification';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { publishedNow } from '../../server/keys/publishedKeys';
import { certificatesIn } from '../../server/stamps/roots';
import {
  asks,
  evidenceIn,
  listVerdictOf,
  MOST_FILE_BYTES,
  MOST_PACK_BYTES,
  packIn,
  UnreadableFile,
  verify,
  type Evidence,
  type PackEvidence,
} from '../../server/verify/verify';
import {
  imageUnreadable,
  keysFileUnreadable,
  NAME_A_PICTURE,
  packVerificationText,
  SAVE_THE_KEYS,
  verificationText,
} from '../../words/en/cli/verify';
import { NAME_THE_ROOTS, rootsUnreadable } from '../../words/en/stamps';
import { JSON_OBJECT } from '../../words/en/help/options';
import { VERIFY } from '../../words/en/help/verify';
import { bytesIn, unread } from '../reading/namedFile';

interface Options {
  readonly keys?: string;
  readonly roots?: string;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** What was asked, whether the picture holds, is answered with yes. */
const CONFIRMED: readonly Verdict[] = ['identical', 'same-data'];

/** `plumbline verify FILE`: what a picture, a bundle or a pack shows by itself, and beside what is stored now. */
export function verifyCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--keys <file>', VERIFY.keys)
    .option('--roots <file>', VERIFY.roots)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', VERIFY.rehearsal)
    .action(async (file: string, options: Options) => {
      const bytes = await sealedFile(file);
      const [pack, evidence] = await readFrom(file, async () => {
        const found = await packIn(bytes);
        return found === undefined ? [undefined, await evidenceIn(bytes)] : [found, undefined];
      });
      const [own, others, roots] = [
        await publishedNow(process.env, say),
        await keysIn(options.keys),
        await rootsIn(options.roots),
      ];
      // Whose keys are known, by a list of somebody else, is not whose word on time authorities counts.
      const keys = { keys: [...others.keys, ...own.keys], timeRoots: [...roots, ...(own.timeRoots ?? [])] };
      if (pack !== undefined) {
        const found = await packCompared(pack, keys, options.rehearsal);
        await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : packVerificationText(found));
        ends(isPackConfirmed(found) ? EXIT.done : EXIT.partial);
        return;
      }
      const found = await compared(evidence, keys, options.rehearsal);
      await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : verificationText(found));
      ends(CONFIRMED.includes(found.verdict) ? EXIT.done : EXIT.partial);
    });
}

async function packCompared(
  { list, exhibits }: PackEvidence,
  keys: PublishedKeys,
  rehearsal: true | undefined,
): Promise<PackVerification> {
  const compareds = [];
  for (const { folder, evidence } of exhibits)
    compareds.push({ folder, ...(await compared(evidence, keys, rehearsal)) });
  return { file: 'pack', list: await listVerdictOf(list, { keys, now: new Date() }), exhibits: compareds };
}

const isPackConfirmed = ({ list, exhibits }: PackVerification): boolean =>
  list.verdict === 'signed' && exhibits.every(({ verdict }) => CONFIRMED.includes(verdict));

async function compared(evidence: Evidence, keys: PublishedKeys, rehearsal: true | undefined): Promise<Verification> {
  const asked = asks(evidence);
  if (asked === undefined) return verify(evidence, { context: undefined, keys });
  // What a picture says of itself names the database; a copy says nothing.
  return withDataset(asked.simulated ?? rehearsal, ({ context }) => verify(evidence, { context, keys }));
}

/** Whether a file begins as packs do, with an exhibit: it may be as large as several bundles. */
async function isPackBegun(file: string): Promise<boolean> {
  const start = await readStart(file, PACK_START.offset + PACK_START.name.length).catch(() => Buffer.alloc(0));
  return start.toString('latin1', PACK_START.offset) === PACK_START.name;
}

/** A zip begins with the name of its first file, behind 30 bytes (APPNOTE, section 4.3.7). */
const PACK_START = { offset: 30, name: 'exhibit-' } as const;

async function readStart(file: string, length: number): Promise<Buffer> {
  // A pipe would be waited for.
  await bytesIn(file, NAME_A_PICTURE);
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}

async function readFrom<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (failure) {
    if (failure instanceof UnreadableFile) throw new BadInput(imageUnreadable(file, failure.fault), { cause: failure });
    throw failure;
  }
}

/** A file of a size that a picture may have, or a pack. */
async function sealedFile(file: string): Promise<Buffer<ArrayBuffer>> {
  const most = (await isPackBegun(file)) ? MOST_PACK_BYTES : MOST_FILE_BYTES;
  const bytes = await contentOf(file, NAME_A_PICTURE, imageUnreadable(file, 'file-too-large'), most);
  if (bytes.length === 0) throw new BadInput(imageUnreadable(file, 'empty'));
  return bytes;
}

/** All of a file, of a size that is worth reading. */
async function contentOf(
  file: string,
  mend: string,
  tooLarge: string,
  most = MOST_FILE_BYTES,
): Promise<Buffer<ArrayBuffer>> {
  if ((await bytesIn(file, mend)) > most) throw new BadInput(tooLarge);
  return readFile(file).catch((failure: unknown) => {
    throw unread(file, failure, mend);
  });
}

async function keysIn(file: string | undefined): Promise<PublishedKeys> {
  if (file === undefined) return { keys: [] };
  const bytes = await contentOf(file, SAVE_THE_KEYS, keysFileUnreadable(file));
  try {
    return publishedKeys.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new BadInput(keysFileUnreadable(file), { cause });
  }
}

async function rootsIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const found = certificatesIn((await contentOf(file, NAME_THE_ROOTS, rootsUnreadable(file))).toString('utf8'));
  if (found.length === 0) throw new BadInput(rootsUnreadable(file));
  return found;
}
