import { z } from 'zod';
import { problem, type Problem } from '../api/problem';

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
  const response = await reach(address, signal);
  const body = await bodyOf(response, address);
  if (!response.ok) throw refusalOf(response.status, body, address);
  const answer = shape.safeParse(body);
  if (answer.success) return answer.data;
  throw new Refused(`${address} answered in a shape this page does not know: ${firstFlaw(answer.error)}. Reload the page.`, response.status, 'unreadable', { cause: answer.error });
}

async function reach(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Refused(`the server does not answer (${address}); check that it runs`, 0, 'unreachable', { cause });
  }
}

async function bodyOf(response: Response, address: string): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new Refused(`${address} answered ${response.status} without JSON; check that the address is Plumbline's`, response.status, 'unreadable', { cause });
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
