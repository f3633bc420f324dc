import { stat } from 'node:fs/promises';
import { codeOrText } from '../../domain/failure';
import { BadInput } from '../../processes/exit';
import { fileUnread, notAFile } from '../../words/en/output';

/** Refuses a folder, a device and a pipe: a pipe would be waited for, and a device has no end. What is not there is refused by whoever opens it. */
export async function refuseOther(path: string, mend: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === false) throw new BadInput(notAFile(path, mend));
}

/**
 * The length in bytes of a file that was named. Throws `BadInput`, which ends with `mend`, where there is none, and where it is
 * a folder, a device or a pipe.
 */
export async function bytesIn(path: string, mend: string): Promise<number> {
  const found = await stat(path).catch((failure: unknown) => {
    throw unread(path, failure, mend);
  });
  if (!found.isFile()) throw new BadInput(notAFile(path, mend));
  return found.size;
}

/** The refusal of a file that was named and cannot be read. */
export const unread = (path: string, failure: unknown, mend: string): BadInput =>
  new BadInput(fileUnread(path, codeOrText(failure), mend), { cause: failure });
