import type { IncomingMessage, ServerResponse } from 'node:http';
import { nameRequest, REQUEST_ID_HEADER } from '../log/requestId';
import { routeOf } from './route';

/** What became of a request. */
export interface Answered {
  readonly route: string;
  readonly status: number;
  /** From the request's head to the last byte given to the socket. */
  readonly ms: number;
}

declare global {
  /** Told of every answer, where somebody counts them (lib/server/metrics). */
  var plumblineAnswered: ((answered: Answered) => void) | undefined;
}

/** As web servers log it whose reader went away before the answer was whole (nginx); no such status is sent. */
export const GONE_STATUS = 499;
const SERVER_FAULT = 500;

/** Several of our rooms and of the web framework's wait for the end of one answer; the runtime takes an eleventh for a leak and warns. */
const MOST_WAITING = 20;

let inFlight = 0;
/** Requests that are being answered. */
export const requestsInFlight = (): number => inFlight;

/** Gives a request its id, its answer the header with it, and has the end of the answer counted and logged: route, status and time; nothing that a reader wrote. */
export function watch(req: IncomingMessage, res: ServerResponse, isFromProxy: boolean): void {
  const id = nameRequest(req, isFromProxy);
  res.setHeader(REQUEST_ID_HEADER, id);
  res.setMaxListeners(MOST_WAITING);
  const { url = '', method } = req;
  const beganMs = performance.now();
  inFlight += 1;
  res.once('close', () => {
    inFlight -= 1;
    const log = globalThis.plumblineLog;
    const told = globalThis.plumblineAnswered;
    const status = res.writableFinished ? res.statusCode : GONE_STATUS;
    const isFault = status >= SERVER_FAULT;
    const isLogged = log !== undefined && (isFault || log.isLevelEnabled('debug'));
    if (!isLogged && told === undefined) return;
    const answered = { route: routeOf(url), status, ms: performance.now() - beganMs };
    told?.(answered);
    if (isLogged)
      log[isFault ? 'warn' : 'debug']({ id, method, ...answered, ms: Math.round(answered.ms * 10) / 10 }, 'answer');
  });
}
