import { createHash } from 'node:crypto';
import { binaryOf, type Answer, type Ask } from '../profile';

/** A store of objects answers so to a key it does not have. */
export const noSuchKey = (path: string): Answer =>
  binaryOf(
    Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>${path.slice(1)}</Key></Error>`,
    ),
    'application/xml',
    404,
  );

/** Files already made, by server: a checksum is asked beside its file. */
const made = new WeakMap<Ask['candles'], Map<string, Buffer>>();
const KEPT_FILES = 8;

/** The file of a key, made on first use; the oldest few are let go. */
export function kept(ask: Ask, key: string, make: () => Buffer | undefined): Buffer | undefined {
  const files = made.get(ask.candles) ?? new Map<string, Buffer>();
  made.set(ask.candles, files);
  const known = files.get(key) ?? make();
  const [oldest] = files.keys();
  if (files.size >= KEPT_FILES && oldest !== undefined) files.delete(oldest);
  if (known !== undefined) files.set(key, known);
  return known;
}

/** A file with a fault in its rows is another one. */
export const fileKey = ({ fault }: Ask, name: string): string =>
  fault === undefined || fault.kind === 'wrong-checksum' ? name : `${name} ${JSON.stringify(fault)}`;

/** "SHA-256, two blanks, file name", as sha256sum writes and checks it; with the fault, of another file. */
export function checksumFile(ask: Ask, file: Buffer, name: string): Answer {
  const sha = createHash('sha256')
    .update(file)
    .update(ask.fault?.kind === 'wrong-checksum' ? 'another file' : '')
    .digest('hex');
  return binaryOf(Buffer.from(`${sha}  ${name}\n`), 'binary/octet-stream');
}
