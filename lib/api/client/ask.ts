import type * as z from 'zod/mini';
import type { WorkLine } from '../problem';
import { STATUS_OF } from '../problemCodes';
import { connection } from '../../words/connection';
import { linesOf } from './lines';
import type { Operation } from './operations';
import { brokenOff, checked, loaded, refusalIn, refusalOf, Refused, type Contract } from './refused';

/** An operation that answers in JSON. */
export type InJson = Operation & { readonly answer: NonNullable<Operation['answer']> };
/** What an operation answers, as its contract says. */
export type AnswerOf<O extends InJson> = z.output<Awaited<ReturnType<O['answer']['contract']>>>;

export interface AskOptions {
  /** Aborted: the question is let go of, and the server stops working on it. What it was aborted with is thrown. */
  readonly signal?: AbortSignal | undefined;
}
export interface ProgressOptions extends AskOptions {
  /** How much of long work is done, 0 to 1. Of an answer that is kept, nothing is told. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Gets one answer and checks it against its contract. `address`: that of the operation, behind the address of an instance where it is
 * another one than the page's. Throws `Refused`, or what the signal was aborted with; nothing is asked twice.
 */
export async function ask<O extends InJson>(
  operation: O,
  address: string,
  { signal, onProgress }: ProgressOptions = {},
): Promise<AnswerOf<O>> {
  const accept = onProgress === undefined ? JSON_TYPE : `${JSON_TYPE}, ${NDJSON_TYPE}`;
  const contract = operation.answer.contract as Contract<AnswerOf<O>>;
  const [response, shape] = await Promise.all([
    reached(address, { signal, headers: { accept } }),
    loaded(contract, address),
  ]);
  if (!response.ok) throw await refusalIn(response, address);
  if (response.body === null || response.headers.get('content-type')?.startsWith(NDJSON_TYPE) !== true)
    return checked(shape, await bodyOf(response, address, signal), response.status, address);
  for await (const line of linesHeard(response.body, address, signal)) {
    const read = await lineRead(line, address);
    if ('progress' in read) onProgress?.(read.progress);
    else if ('error' in read) throw await refusalOf(STATUS_OF[read.error.code], read, address);
    else return checked(shape, read.answer, response.status, address);
  }
  throw brokenOff(address);
}

const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';

const workLine: Contract<WorkLine> = async () => (await import('../problem')).workLine;

/** The lines of a body; one that breaks off without being let go of is refused. */
async function* linesHeard(
  body: ReadableStream<Uint8Array>,
  address: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  try {
    yield* linesOf(body);
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw brokenOff(address, cause);
  }
}

/** One line of long work. */
export async function lineRead(line: string, address: string): Promise<WorkLine> {
  let written: unknown;
  try {
    written = JSON.parse(line);
  } catch (cause) {
    throw brokenOff(address, cause);
  }
  const read = (await loaded(workLine, address)).safeParse(written);
  if (read.success) return read.data;
  throw new Refused(connection.unknownLines(address), 200, 'unreadable', {
    cause: read.error,
  });
}

/** Asks; throws `Refused` where nobody answers. */
export async function reached(
  address: string,
  { signal, headers }: { readonly signal?: AbortSignal | undefined; readonly headers?: Record<string, string> },
): Promise<Response> {
  try {
    return await fetch(address, {
      ...(signal === undefined ? {} : { signal }),
      ...(headers === undefined ? {} : { headers }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new Refused(connection.unreachable(address), 0, 'unreachable', { cause });
  }
}

async function bodyOf(response: Response, address: string, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new Refused(connection.notJson(address, response.status), response.status, 'unreadable', { cause });
  }
}
