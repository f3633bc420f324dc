import { z } from 'zod';
import { problem, STATUS_OF, type ProblemCode } from '../api/problem';
import { connection } from '../words/connection';
import { inPageLanguage } from '../permalink/language';
import { linesOf } from './lines';

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

/** Gets one answer of the contract and checks it against `shape`. Throws `Refused`, never anything a reader cannot read. */
export async function ask<T>(shape: z.ZodType<T>, address: string, signal: AbortSignal): Promise<T> {
  const response = await reach(address, signal, JSON_TYPE);
  return answerIn(shape, response, await bodyOf(response, address), address);
}

/**
 * The same of long work: the server tells how far it is, 0 to 1, before it answers. It stops working when `signal` is
 * aborted. A refusal comes as the last line.
 */
export async function askByLines<T>(
  shape: z.ZodType<T>,
  address: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<T> {
  const response = await reach(address, signal, `${JSON_TYPE}, ${NDJSON_TYPE}`);
  if (response.body === null || response.headers.get('content-type')?.startsWith(NDJSON_TYPE) !== true)
    return answerIn(shape, response, await bodyOf(response, address), address);
  for await (const line of linesHeard(response.body, address, signal)) {
    const read = lineRead(line, address);
    if ('progress' in read) onProgress(read.progress);
    else if ('error' in read) throw refusalOf(STATUS_OF[read.error.code], read, address);
    else return checked(shape, read.answer, response.status, address);
  }
  throw brokenOff(address);
}

const JSON_TYPE = 'application/json';
export const NDJSON_TYPE = 'application/x-ndjson';

/** A line of long work. Its answer is checked against the contract apart. */
const lineShape = z.union([
  z.object({ progress: z.number().min(0).max(1) }),
  problem,
  z.object({ answer: z.unknown() }),
]);

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
export function lineRead(line: string, address: string): z.infer<typeof lineShape> {
  let written: unknown;
  try {
    written = JSON.parse(line);
  } catch (cause) {
    throw brokenOff(address, cause);
  }
  const read = lineShape.safeParse(written);
  if (read.success) return read.data;
  throw new Refused(connection.unknownLines(address), 200, 'unreadable', {
    cause: read.error,
  });
}

function answerIn<T>(shape: z.ZodType<T>, response: Response, body: unknown, address: string): T {
  if (!response.ok) throw refusalOf(response.status, body, address);
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
export async function reach(address: string, signal: AbortSignal, accept: string): Promise<Response> {
  try {
    return await fetch(inPageLanguage(address), { signal, headers: { accept } });
  } catch (cause) {
    if (signal.aborted) throw cause;
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
export function refusalOf(status: number, body: unknown, address: string): Refused {
  const read = problem.safeParse(body);
  if (read.success) return new Refused(read.data.error.message, status, read.data.error.code);
  return new Refused(connection.status(address, status), status, 'unreadable');
}

function firstFlaw(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.map(String).join('.')} ${issue.message}`;
}
