import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { publishedKeys, type PublishedKeys } from '../../api/signingKeys';
import type { Verdict, Verification } from '../../api/verification';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { publishedNow } from '../../server/keys/publishedKeys';
import {
  asks,
  evidenceIn,
  MOST_FILE_BYTES,
  stampsIn,
  UnreadableFile,
  verify,
  type Evidence,
} from '../../server/verify/verify';
import {
  fileNotRead,
  imageUnreadable,
  keysFileUnreadable,
  notAFile,
  verificationText,
} from '../../words/en/cli/verify';
import { JSON_OBJECT } from '../../words/en/help/options';
import { VERIFY } from '../../words/en/help/verify';

interface Options {
  readonly keys?: string;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** What was asked, whether the picture holds, is answered with yes. */
const CONFIRMED: readonly Verdict[] = ['identical', 'same-data'];

/** `plumbline verify FILE`: what a picture or a bundle shows by itself, and beside what is stored now. */
export function verifyCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--keys <file>', VERIFY.keys)
    .option('--json', JSON_OBJECT)
    .option('--rehearsal', VERIFY.rehearsal)
    .action(async (file: string, options: Options) => {
      const bytes = await bytesOf(file);
      const stamps = await stampsIn(bytes);
      const evidence = await evidenceOf(file, bytes, stamps);
      const keys = {
        keys: [...(await keysIn(options.keys)).keys, ...(await publishedNow(process.env, say)).keys],
      };
      const found: Verification = {
        ...(await compared(evidence, keys, options.rehearsal)),
        ...(stamps.length === 0
          ? {}
          : { stamps: stamps.map(({ name, time, authority, fault }) => ({ name, time, authority, fault })) }),
      };
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

async function evidenceOf(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  stamps: Awaited<ReturnType<typeof stampsIn>>,
): Promise<Evidence> {
  try {
    return await evidenceIn(bytes, stamps);
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
    throw new BadInput(fileNotRead(file, codeOf(failure)), { cause: failure });
  }
}

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);

async function keysIn(file: string | undefined): Promise<PublishedKeys> {
  if (file === undefined) return { keys: [] };
  const bytes = await bytesOf(file);
  try {
    return publishedKeys.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new BadInput(keysFileUnreadable(file), { cause });
  }
}
