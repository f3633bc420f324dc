/** What was thrown, read for people and for the next step. Anything may be thrown, a text too. */

/** The code that the system, or a library, gave it: `ENOENT`, `EPIPE`; undefined: none. */
export const failureCode = (failure: unknown): string | undefined =>
  failure instanceof Error && 'code' in failure && typeof failure.code === 'string' ? failure.code : undefined;

/** Whether there is no such file, or folder: where a part of its path is a file, too. */
export const isMissing = (failure: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(failureCode(failure) ?? '');

/** Its own words, perhaps of several lines. */
export const failureText = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));

/** The code where there is one, as the words of files and of the output take it; else its own words. */
export const codeOrText = (failure: unknown): string => failureCode(failure) ?? failureText(failure);

/** A text on one line: libraries break theirs, and what a reader typed may hold breaks. */
export const onOneLine = (text: string): string => text.trim().replace(/\s*[\r\n]\s*/g, ' ');

/** Its own words on one line. */
export const failureLine = (failure: unknown): string => onOneLine(failureText(failure));
