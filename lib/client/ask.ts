import type { z } from 'zod';
import type { Problem, WorkLine } from '../api/problem';
import { STATUS_OF, type ProblemCode } from '../api/problemCodes';
import { connection } from '../words/connection';
import { inPageLanguage } from '../permalink/language';
import { linesOf } from './lines';

declare global {
  /** Read by zod when it is loaded (https://zod.dev/packages/core). */
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// Pages forbid code made of text, and the library of contracts would try it before it does without.
if (typeof document !== 'undefined') globalThis.__zod_globalConfig = { jitless: true };

/** The API said no, or said something the contract does not know. `message` is one line for people. */
export class Refused extends Error {
  readonly status: number;
  readonly code: ProblemCode | 'unreachable' | 'unreadable';

  constructor(message: string, status: number, code: Refused['code'], options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** Another try may help: the server was away or busy. A question the API calls wrong stays wrong. */
export const mayRetry = (failures: number, failure: Error): boolean =>
  failures < 2 && failure instanceof Refused && (failure.code === 'unreachable' || failure.status >= 500);

/** Gives the contract of an answer. It is loaded with the first answer, so that no page waits for the library of contracts before it is painted. */
export type Contract<T> = () => Promise<z.ZodType<T>>;

/** Gets one answer and checks it against its contract. Throws `Refused`, never anything a reader cannot read. */
export async function ask<T>(contract: Contract<T>, address: string, signal: AbortSignal): Promise<T> {
  const [response, shape] = await Promise.all([reach(address, signal, JSON_TYPE), loaded(contract, address)]);
  return answerIn(shape, response, await bodyOf(response, address), address);
}

/**
 * The same of long work: the server tells how far it is, 0 to 1, before it answers. It stops working when `signal` is
 * aborted. A refusal comes as the last line.
 */
export async function askByLines<T>(
  contract: Contract<T>,
  address: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<T> {
  const accept = `${JSON_TYPE}, ${NDJSON_TYPE}`;
  const [response, shape] = await Promise.all([reach(address, signal, accept), loaded(contract, address)]);
  if (response.body === null || response.headers.get('content-type')?.startsWith(NDJSON_TYPE) !== true)
    return answerIn(shape, response, await bodyOf(response, address), address);
  for await (const line of linesHeard(response.body, address, signal)) {
    const read = await lineRead(line, address);
    if ('progress' in read) onProgress(read.progress);
    else if ('error' in read) throw await refusalOf(STATUS_OF[read.error.code], read, address);
    else return checked(shape, read.answer, response.status, address);
  }
  throw brokenOff(address);
}

const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';

const problem: Contract<Problem> = async () => (await import('../api/problem')).problem;
const workLine: Contract<WorkLine> = async () => (await import('../api/problem')).workLine;

/** A contract, or `Refused` where its code does not come. */
export async function loaded<T>(contract: Contract<T>, address: string): Promise<z.ZodType<T>> {
  try {
    return await contract();
  } catch (cause) {
    throw new Refused(connection.unreachable(address), 0, 'unreachable', { cause });
  }
}

/** A body that ended too early. */
export const brokenOff = (address: string, cause?: unknown): Refused =>
  new Refused(connection.brokenOff(address), 0, 'unreachable', cause === undefined ? undefined : { cause });

/** The lines of a body; one that breaks off without being let go of is refused. */
async function* linesHeard(
  body: ReadableStream<Uint8Array>,
  address: string,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  try {
    yield* linesOf(body);
  } catch (cause) {
    if (signal.aborted) throw cause;
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

async function answerIn<T>(shape: z.ZodType<T>, response: Response, body: unknown, address: string): Promise<T> {
  if (!response.ok) throw await refusalOf(response.status, body, address);
  return checked(shape, body, response.status, address);
}

/** Checks what came against the contract. */
export function checked<T>(shape: z.ZodType<T>, body: unknown, status: number, address: string): T {
  const answer = shape.safeParse(body);
  if (answer.success) return answer.data;
  throw new Refused(connection.unknownShape(address, firstFlaw(answer.error)), status, 'unreadable', {
    cause: answer.error,
  });
}

/** Asks; throws `Refused` where nobody answers. */
export const reach = (address: string, signal: AbortSignal, accept: string): Promise<Response> =>
  reached(inPageLanguage(address), { signal, headers: { accept } });

/** The same of an address that says itself what its answer is to be in. */
export async function reached(
  address: string,
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal.aborted) throw cause;
    throw new Refused(connection.unreachable(address), 0, 'unreachable', { cause });
  }
}

export async function bodyOf(response: Response, address: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Refused(connection.notJson(address, response.status), response.status, 'unreadable', { cause });
  }
}

/** What the server said instead of an answer. */
export async function refusalOf(status: number, body: unknown, address: string): Promise<Refused> {
  const read = (await loaded(problem, address)).safeParse(body);
  if (read.success) return new Refused(read.data.error.message, status, read.data.error.code);
  return new Refused(connection.status(address, status), status, 'unreadable');
}

function firstFlaw(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.map(String).join('.')} ${issue.message}`;
}
