import type { Parsed } from '../../domain/unit';

/** A file that cannot be imported; the message is one line that names the mend. Caught at the door, `importFile`. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** The outcome of a file that was not imported, in one line that names the mend. */
export const notImported = (line: string): Parsed<never, string> => ({ ok: false, error: line });
