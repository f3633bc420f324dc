import { z } from 'zod';
import { problem, type Problem } from '../api/problem';
import { linesOf } from './lines';

/** The API said no, or said something the contract does not know. `message` is one line for people. */
export class Refused extends Error {
  readonly status: number;
  readonly code: Problem['error']['code'] | 'unreachable' | 'unreadable';

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
 * aborted. What it says against the question comes in the last line.
 */
export async function askByLines<T>(
  shape: z.ZodType<T>,
  address: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<T> {
  const response = await reach(address, signal, NDJSON_TYPE);
  if (response.body === null || response.headers.get('content-type')?.startsWith(NDJSON_TYPE) !== true)
    return answerIn(shape, response, await bodyOf(response, address), address);
  for await (const line of linesHeard(response.body, address, signal)) {
    const said = lineRead(line, address);
    if ('progress' in said) onProgress(said.progress);
    else if ('error' in said) throw refusalOf(STATUS[said.error.code], said, address);
    else return checked(shape, said.answer, response.status, address);
  }
  throw brokenOff(address);
}

const JSON_TYPE = 'application/json';
const NDJSON_TYPE = 'application/x-ndjson';

/** A line of long work. Its answer is checked against the contract apart. */
const lineShape = z.union([
  z.object({ progress: z.number().min(0).max(1) }),
  problem,
  z.object({ answer: z.unknown() }),
]);

/** The status a problem would have had, had it been known before the first line. */
const STATUS: Readonly<Record<Problem['error']['code'], number>> = {
  'bad-request': 400,
  'not-found': 404,
  'not-held': 404,
  unavailable: 503,
  internal: 500,
};

const brokenOff = (address: string, cause?: unknown): Refused =>
  new Refused(
    `the server broke off its answer (${address}); check that it still runs`,
    0,
    'unreachable',
    cause === undefined ? undefined : { cause },
  );

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

function lineRead(line: string, address: string): z.infer<typeof lineShape> {
  let said: unknown;
  try {
    said = JSON.parse(line);
  } catch (cause) {
    throw brokenOff(address, cause);
  }
  const read = lineShape.safeParse(said);
  if (read.success) return read.data;
  throw new Refused(`${address} answered in lines this page does not know. Reload the page.`, 200, 'unreadable', {
    cause: read.error,
  });
}

function answerIn<T>(shape: z.ZodType<T>, response: Response, body: unknown, address: string): T {
  if (!response.ok) throw refusalOf(response.status, body, address);
  return checked(shape, body, response.status, address);
}

function checked<T>(shape: z.ZodType<T>, body: unknown, status: number, address: string): T {
  const answer = shape.safeParse(body);
  if (answer.success) return answer.data;
  throw new Refused(
    `${address} answered in a shape this page does not know: ${firstFlaw(answer.error)}. Reload the page.`,
    status,
    'unreadable',
    { cause: answer.error },
  );
}

async function reach(address: string, signal: AbortSignal, accept: string): Promise<Response> {
  try {
    return await fetch(address, { signal, headers: { accept } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Refused(`the server does not answer (${address}); check that it runs`, 0, 'unreachable', { cause });
  }
}

async function bodyOf(response: Response, address: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Refused(
      `${address} answered ${response.status} without JSON; check that the address is Plumbline's`,
      response.status,
      'unreadable',
      { cause },
    );
  }
}

function refusalOf(status: number, body: unknown, address: string): Refused {
  const said = problem.safeParse(body);
  if (said.success) return new Refused(said.data.error.message, status, said.data.error.code);
  return new Refused(`${address} answered ${status}`, status, 'unreadable');
}

function firstFlaw(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.map(String).join('.')} ${issue.message}`;
}
