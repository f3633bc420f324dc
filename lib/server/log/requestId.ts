import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

declare global {
  /** One per process, however often the code is bundled. */
  var plumblineRequest: AsyncLocalStorage<IncomingMessage> | undefined;
}

/** What is known of a request beside what it asks. */
interface Request {
  readonly id: string;
  /** The database failed while its answer was made. */
  hasLostDatabase: boolean;
}

/** In every answer, and in the lines of the log that are about it. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Of those that proxies give: a UUID, or hexadecimal digits. */
const GIVEN = /^[\da-f][\da-f-]{7,63}$/i;
/** The same one however often the code is bundled. */
const REQUEST = Symbol.for('plumbline-request');
type Named = IncomingMessage & { [REQUEST]?: Request };

const under = (): AsyncLocalStorage<IncomingMessage> =>
  (globalThis.plumblineRequest ??= new AsyncLocalStorage<IncomingMessage>());

/** Gives a request its id: that of a declared proxy, where it gives one; else a random one, which does not tell how many there were. */
export function nameRequest(req: IncomingMessage, isFromProxy: boolean): string {
  const given = isFromProxy ? req.headers[REQUEST_ID_HEADER] : undefined;
  const id = typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
  (req as Named)[REQUEST] = { id, hasLostDatabase: false };
  return id;
}

export const idOf = (req: IncomingMessage): string | undefined => (req as Named)[REQUEST]?.id;

/** Whether the database failed while its answer was made. */
export const hasLostDatabase = (req: IncomingMessage): boolean => (req as Named)[REQUEST]?.hasLostDatabase === true;

/** Runs the work that answers a request: what it logs has the request's id, and nothing that the request brought. */
export const asRequest = <T>(req: IncomingMessage, work: () => T): T => under().run(req, work);

/** The request that is being answered here; undefined: none is. */
export const currentRequest = (): IncomingMessage | undefined => globalThis.plumblineRequest?.getStore();

/** Called where the database failed while a page was made. */
export function databaseLost(): void {
  const named: Named | undefined = currentRequest();
  const request = named?.[REQUEST];
  if (request !== undefined) request.hasLostDatabase = true;
}
