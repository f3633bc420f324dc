import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openingWords } from '../../words/en/files';
import { unzipped } from '../archive/zip';
import { FileRefused } from './refused';

/** One line of a file, without its line end; counted from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Of a format that is not text: its cells, exactly as their values are written in decimals; then `text` is the row as it came. */
  readonly cells?: readonly string[];
}

const isGzip = (path: string): boolean => path.toLowerCase().endsWith('.gz');
export const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/** What a failing stream means to the reader of the message. */
export function refusalOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new FileRefused(openingWords.noSuchFile(path));
  if (code === 'EISDIR') return new FileRefused(openingWords.folder(path));
  if (code === 'EACCES') return new FileRefused(openingWords.forbidden(path));
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new FileRefused(openingWords.notText(path, isGzip(path) || isZip(path)));
  if (isZip(path)) return new FileRefused(openingWords.brokenZip(path, error.message));
  if (code.startsWith('Z_') || code === 'ERR_ZLIB')
    return new FileRefused(openingWords.brokenGzip(path, error.message));
  return error;
}

async function bytesOf(path: string): Promise<Readable> {
  if (isZip(path)) return unzipped(path);
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!isGzip(path)) return file;
  const bytes = file.pipe(createGunzip());
  file.once('error', (error) => bytes.destroy(error));
  bytes.once('close', () => file.destroy());
  return bytes;
}

/**
 * The lines of a text file (UTF-8; packed when its name ends in .gz or .zip), in chunks of a few thousand, never the whole in memory.
 * Empty lines are left out but counted. Throws `FileRefused` for a file that cannot be read as text.
 */
export async function* linesOf(path: string): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 1;
  let rest = '';
  const cut = (text: string): readonly Line[] => {
    const lines: Line[] = [];
    for (let at = 0, end = text.indexOf('\n'); ; at = end + 1, end = text.indexOf('\n', at)) {
      if (end === -1) {
        rest = text.slice(at);
        return lines;
      }
      const line =
        text.charCodeAt(end - 1) === CARRIAGE_RETURN && end > at ? text.slice(at, end - 1) : text.slice(at, end);
      if (line !== '') lines.push({ number, text: line });
      number += 1;
    }
  };
  let bytes: Readable | undefined;
  try {
    bytes = await bytesOf(path);
    for await (const chunk of bytes) yield cut(rest + decoder.decode(chunk as Buffer, { stream: true }));
    const last = (rest + decoder.decode()).replace(/\r$/, '');
    if (last !== '') yield [{ number, text: last }];
  } catch (error) {
    throw refusalOf(error, path);
  } finally {
    bytes?.destroy();
  }
}

const CARRIAGE_RETURN = 13;
