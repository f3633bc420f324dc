import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { publishedKeys, type PublishedKeys } from '../../api/signingKeys';
import type { Verdict, Verification } from '../../api/verification';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { publishedNow } from '../../server/keys/publishedKeys';
import { certificatesIn } from '../../server/stamps/roots';
import { asks, evidenceIn, MOST_FILE_BYTES, UnreadableFile, verify, type Evidence } from '../../server/verify/verify';
import {
  fileNotRead,
  imageUnreadable,
  keysFileUnreadable,
  notAFile,
  verificationText,
} from '../../words/en/cli/verify';
import { rootsUnreadable } from '../../words/en/stamps';
import { JSON_OBJECT } from '../../words/en/help/options';
import { VERIFY } from '../../words/en/help/verify';
import { whyOf } from '../answers/whyOf';

interface Options {
  readonly keys?: string;
  readonly roots?: string;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** What was asked, whether the picture holds, is answered with yes. */
const CONFIRMED: readonly Verdict[] = ['identical', 'same-data'];

/** `plumbline verify FILE`: what a picture or a bundle shows by itself, and beside what is stored now. */
export function verifyCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--keys <file>', VERIFY.keys)
    .option('--roots <file>', VERIFY.roots)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', VERIFY.rehearsal)
    .action(async (file: string, options: Options) => {
      const bytes = await bytesOf(file);
      const evidence = await evidenceOf(file, bytes);
      const [own, others, roots] = [
        await publishedNow(process.env, say),
        await keysIn(options.keys),
        await rootsIn(options.roots),
      ];
      // Whose keys are known, by a list of somebody else, is not whose word on time authorities counts.
      const keys = { keys: [...others.keys, ...own.keys], timeRoots: [...roots, ...(own.timeRoots ?? [])] };
      const found = await compared(evidence, keys, options.rehearsal);
      await print(options.json ? `${JSON.stringify(found, undefined, 2)}\n` : verificationText(found));
      ends(CONFIRMED.includes(found.verdict) ? EXIT.done : EXIT.partial);
    });
}

async function compared(evidence: Evidence, keys: PublishedKeys, rehearsal: true | undefined): Promise<Verification> {
  const asked = asks(evidence);
  if (asked === undefined) return verify(evidence, { context: undefined, keys });
  // What a picture says of itself names the database; a copy says nothing.
  return withDataset(asked.simulated ?? rehearsal, ({ context }) => verify(evidence, { context, keys }));
}

async function evidenceOf(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Evidence> {
  try {
    return await evidenceIn(bytes);
  } catch (failure) {
    if (failure instanceof UnreadableFile) throw new BadInput(imageUnreadable(file, failure.fault), { cause: failure });
    throw failure;
  }
}

/** A file of a size that a picture may have. */
async function bytesOf(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    // A pipe would be waited for, and a device has no end.
    const found = await stat(file);
    if (!found.isFile()) throw new BadInput(notAFile(file));
    if (found.size > MOST_FILE_BYTES) throw new BadInput(imageUnreadable(file, 'file-too-large'));
    const bytes = await readFile(file);
    if (bytes.length === 0) throw new BadInput(imageUnreadable(file, 'empty'));
    return bytes;
  } catch (failure) {
    if (failure instanceof BadInput) throw failure;
    throw new BadInput(fileNotRead(file, whyOf(failure)), { cause: failure });
  }
}

async function keysIn(file: string | undefined): Promise<PublishedKeys> {
  if (file === undefined) return { keys: [] };
  const bytes = await bytesOf(file);
  try {
    return publishedKeys.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new BadInput(keysFileUnreadable(file), { cause });
  }
}

async function rootsIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  const found = certificatesIn((await bytesOf(file)).toString('utf8'));
  if (found.length === 0) throw new BadInput(rootsUnreadable(file));
  return found;
}
