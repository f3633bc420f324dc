import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { failureCode } from '../../domain/failure';
import type { Provenance } from '../../domain/observation';
import { openingWords } from '../../words/en/files';
import { FileRefused, refusalOf } from './refused';

/** SHA-256 of a file's bytes, 64 hex digits, streamed. Throws `FileRefused` for a file that cannot be read. */
async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) hash.update(chunk as Buffer);
  } catch (error) {
    throw refusalOf(error, path);
  }
  return hash.digest('hex');
}

/** A checksum file is one line: the sum, two blanks, the file's name. */
const CHECKSUM_BYTES = 1_024;

/** The SHA-256 that `<file>.CHECKSUM` beside the file names, or undefined where there is no such file. */
async function promisedBeside(path: string): Promise<string | undefined> {
  const beside = `${path}.CHECKSUM`;
  let text = '';
  try {
    for await (const chunk of createReadStream(beside, { end: CHECKSUM_BYTES - 1, encoding: 'latin1' }))
      text += chunk as string;
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return undefined;
    throw refusalOf(error, beside);
  }
  const sum = /^\s*([0-9a-f]{64})(?:\s|$)/i.exec(text)?.[1];
  if (sum === undefined) throw new FileRefused(openingWords.noChecksum(beside, basename(path)));
  return sum.toLowerCase();
}

/** A file's bytes, known by their sum. */
export interface Identified {
  readonly provenance: Provenance;
  /** Whether a checksum file beside it agreed. */
  readonly checked: boolean;
}

/**
 * Where a file's figures come from: `file:` and its name (never the folder: that is its reader's own affair), and the
 * SHA-256 of its bytes. Throws `FileRefused` where the checksum file beside it names another sum.
 */
export async function identified(path: string, now: () => number): Promise<Identified> {
  const [sha256, promised] = [await sha256Of(path), await promisedBeside(path)];
  if (promised !== undefined && promised !== sha256) {
    throw new FileRefused(openingWords.otherChecksum(path, sha256, basename(path), promised));
  }
  return {
    provenance: { address: `file:${basename(path)}`, receivedAtMs: now(), sha256, reader: 'import', body: undefined },
    checked: promised !== undefined,
  };
}
