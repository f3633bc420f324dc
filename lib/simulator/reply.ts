import type { ServerResponse } from 'node:http';
import type { TransportFault } from './faults';

/** A reply as it goes out. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export const text = (status: number, body: string): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body,
});
export const json = (status: number, body: unknown): Reply => text(status, JSON.stringify(body));
const page = (status: number, heading: string): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><body><h1>${heading}</h1></body></html>`,
});

/** What a failing server sends instead of its answer, or does to it; undefined: it sends nothing at all. */
function spoiltReply(fault: TransportFault, usual: Reply): Reply | undefined {
  switch (fault.kind) {
    case 'too-many-requests':
      return { ...page(429, 'Too Many Requests'), headers: { 'Retry-After': String(fault.retryAfterSeconds) } };
    case 'unavailable':
      return page(503, 'Service Unavailable');
    case 'geo-block':
      return page(451, 'Unavailable For Legal Reasons');
    case 'missing':
      return page(404, 'Not Found');
    case 'cut-json':
    case 'truncated':
      return { ...usual, body: usual.body.slice(0, Math.floor(usual.body.length / 2)) };
    case 'html':
      return page(200, 'Scheduled maintenance');
    case 'slow':
    case 'reset-midway':
      return usual;
    case 'hang':
    case 'reset':
      return undefined;
  }
}

/** The pieces of a slow reply. */
const PIECES = 8;

/** Sends the body in pieces, evenly over a time; stops when the client has gone. */
function trickle(response: ServerResponse, body: Buffer, overMs: number): void {
  const size = Math.ceil(body.length / PIECES);
  const next = (at: number): void => {
    if (response.destroyed) return;
    response.write(body.subarray(at, at + size));
    if (at + size >= body.length) response.end();
    else
      setTimeout(() => {
        next(at + size);
      }, overMs / PIECES).unref();
  };
  next(0);
}

/** Sends a reply, as it is or as a fault leaves it, dated by the simulator's clock. */
export function send(response: ServerResponse, usual: Reply, nowMs: number, fault?: TransportFault): void {
  if (fault?.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const reply = fault === undefined ? usual : spoiltReply(fault, usual);
  if (reply === undefined) return;
  const length = Buffer.byteLength(reply.body);
  response.writeHead(reply.status, {
    'Content-Type': reply.type,
    'Content-Length': String(length),
    Date: new Date(nowMs).toUTCString(),
    ...reply.headers,
  });
  if (fault?.kind === 'slow') trickle(response, Buffer.from(reply.body), fault.overMs);
  else if (fault?.kind === 'reset-midway')
    response.write(Buffer.from(reply.body).subarray(0, length >> 1), () => {
      response.socket?.resetAndDestroy();
    });
  else response.end(reply.body);
}
