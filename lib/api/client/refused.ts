import type * as z from 'zod/mini';
import { connection } from '../../words/connection';
import type { Problem } from '../problem';
import { Refused } from './refusal';

export { Refused };

/** Gives the contract of an answer. */
export type Contract<T> = () => Promise<z.ZodMiniType<T>>;

/** A contract, or `Refused` where its code does not come. */
export async function loaded<T>(contract: Contract<T>, address: string): Promise<z.ZodMiniType<T>> {
  try {
    return await contract();
  } catch (cause) {
    throw new Refused(connection.unreachable(address), 0, 'unreachable', { cause });
  }
}

/** A body that ended too early. */
export const brokenOff = (address: string, cause?: unknown): Refused =>
  new Refused(connection.brokenOff(address), 0, 'unreachable', cause === undefined ? {} : { cause });

const problem: Contract<Problem> = async () => (await import('../problem')).problem;

/** What the server said instead of an answer. */
export async function refusalOf(
  status: number,
  body: unknown,
  address: string,
  retryAfterS?: number,
): Promise<Refused> {
  const read = (await loaded(problem, address)).safeParse(body);
  return read.success
    ? new Refused(read.data.error.message, status, read.data.error.code, { retryAfterS })
    : new Refused(connection.status(address, status), status, 'unreadable', { retryAfterS });
}

/** The same of an answer with a status that says so. */
export async function refusalIn(response: Response, address: string): Promise<Refused> {
  const { status, headers } = response;
  const retryAfterS = secondsUntil(headers.get('retry-after'));
  try {
    return await refusalOf(status, await response.json(), address, retryAfterS);
  } catch (cause) {
    if (cause instanceof Refused) return cause;
    // A proxy before the server answers in its own way.
    return new Refused(connection.notJson(address, status), status, 'unreadable', { cause, retryAfterS });
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3); undefined: neither. */
function secondsUntil(written: string | null): number | undefined {
  if (written === null) return undefined;
  if (/^\d{1,9}$/.test(written.trim())) return Number(written);
  const atMs = Date.parse(written);
  return Number.isNaN(atMs) ? undefined : Math.max(0, Math.ceil((atMs - Date.now()) / 1_000));
}

/** Checks what came against the contract. */
export function checked<T>(shape: z.ZodMiniType<T>, body: unknown, status: number, address: string): T {
  const answer = shape.safeParse(body);
  if (answer.success) return answer.data;
  throw new Refused(connection.unknownShape(address, firstFlaw(answer.error)), status, 'unreadable', {
    cause: answer.error,
  });
}

function firstFlaw(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'unknown' : `${issue.path.map(String).join('.')} ${issue.code}`;
}
