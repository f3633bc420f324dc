import { codeOrText, failureCode } from '../domain/failure';
import { outputNotWritten } from '../words/en/output';

/** Whoever read the output has had enough, like `head`: the command ends quietly. */
export class ReaderGone extends Error {}

/** The output cannot be written, as on a full disk: one line, exit code 1. */
export class OutputFailed extends Error {}

const named = (failure: Error): Error =>
  failureCode(failure) === 'EPIPE'
    ? new ReaderGone(failure.message, { cause: failure })
    : new OutputFailed(outputNotWritten(codeOrText(failure)), { cause: failure });

/**
 * Standard output carries the answer alone; resolves when the reader has taken it, so that a long answer is never held in
 * memory. Rejects with `ReaderGone` or `OutputFailed`.
 */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (failure) => {
      if (failure) reject(named(failure));
      else resolve();
    });
  });

/** Lines that go out while other work goes on. */
export interface LinePrinter {
  readonly print: (line: string) => void;
  /** Aborted when a line could not be written: nobody reads any more, and the work is to end. */
  readonly failed: AbortSignal;
  /** Resolves when every line is out; rejects with what went wrong first. */
  readonly end: () => Promise<void>;
}

/** One line after another on standard output, without waiting for each. */
export function linePrinter(): LinePrinter {
  const failed = new AbortController();
  let first: unknown;
  let printed = Promise.resolve();
  return {
    print(line) {
      const one = print(`${line}\n`).catch((failure: unknown) => {
        first ??= failure;
        failed.abort();
      });
      printed = printed.then(() => one);
    },
    failed: failed.signal,
    async end() {
      await printed;
      if (first !== undefined) throw first as Error;
    },
  };
}

const ignore = (): void => undefined;

/**
 * From now on a failing write to standard output or standard error does not end this process with a stack: whoever printed
 * learns of it by `print`, and what cannot be said on standard error is left unsaid. Calling it again changes nothing.
 */
export function surviveOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
}

/** Calls back when the reader of standard error has gone, like the terminal's `2>&1 | head`; answers how to stop listening. */
export function onStderrClosed(then: () => void): () => void {
  const heard = (failure: Error): void => {
    if (failureCode(failure) === 'EPIPE') then();
  };
  process.stderr.on('error', heard);
  return () => process.stderr.off('error', heard);
}
