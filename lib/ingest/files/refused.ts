import { failureCode } from '../../domain/failure';
import type { Parsed } from '../../domain/unit';
import { NAME_A_CANDLE_FILE, openingWords } from '../../words/en/files';
import { formatWords } from '../../words/en/formats';
import { fileUnread, isPathFault } from '../../words/en/output';
import { plainLine } from '../../domain/plainLine';
import type { Packing } from './formats/magic';

/** A file that cannot be imported; the message is one line that names the mend. Caught at the door, `importFile`. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** So much of a line is shown: a zip has up to 65,535 names. */
const MOST_LETTERS = 1_500;

/** The outcome of a file that was not imported, in one line that names the mend. What it quotes of the file is never obeyed by a terminal. */
export function notImported(line: string): Parsed<never, string> {
  const plain = plainLine(line);
  return { ok: false, error: plain.length <= MOST_LETTERS ? plain : `${plain.slice(0, MOST_LETTERS)}…` };
}

/** What a failing stream means to the reader of the message; `packing`: what its bytes were unpacked from last. */
export function refusalOf(error: unknown, path: string, packing?: Packing): unknown {
  if (!(error instanceof Error) || error instanceof FileRefused) return error;
  const code = failureCode(error);
  if (code !== undefined && isPathFault(code)) return new FileRefused(fileUnread(path, code, NAME_A_CANDLE_FILE));
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new FileRefused(formatWords.foreign(path, 'binary'));
  if (packing === 'zip') return new FileRefused(openingWords.brokenZip(path, error.message));
  if (packing === 'gzip') return new FileRefused(openingWords.brokenGzip(path, error.message));
  return error;
}
