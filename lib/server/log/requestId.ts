import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

declare global {
  /** One per process, however often the code is bundled. */
  var plumblineRequest: AsyncLocalStorage<string> | undefined;
}

/** In every answer, and in the lines of the log that are about it. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Of those that proxies give: a UUID, or hexadecimal digits. */
const GIVEN = /^[\da-f][\da-f-]{7,63}$/i;
const ID = Symbol('id');
type Named = IncomingMessage & { [ID]?: string };

const under = (): AsyncLocalStorage<string> => (globalThis.plumblineRequest ??= new AsyncLocalStorage<string>());

/** Gives a request its id: that of a declared proxy, where it gives one; else a random one, which does not tell how many there were. */
export function nameRequest(req: IncomingMessage, isFromProxy: boolean): string {
  const given = isFromProxy ? req.headers[REQUEST_ID_HEADER] : undefined;
  const id = typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
  (req as Named)[ID] = id;
  return id;
}

export const idOf = (req: IncomingMessage): string | undefined => (req as Named)[ID];

/** Runs the work that answers a request: what it logs has the request's id. */
export function asRequest<T>(req: IncomingMessage, work: () => T): T {
  const id = idOf(req);
  return id === undefined ? work() : under().run(id, work);
}

/** Of the request that is being answered here; undefined: none is. */
export const requestId = (): string | undefined => globalThis.plumblineRequest?.getStore();
