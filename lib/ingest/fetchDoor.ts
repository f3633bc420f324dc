import { errorOfStatus, errorOfTransport, excerptOf, RetryLater, waitOf } from './errors';

/** One reply as it came over the wire. */
interface Reply {
  readonly url: string;
  readonly status: number;
  readonly body: string;
  /** The venue's clock by the reply's `Date` header (whole seconds, ms since 1970); undefined: it sent none. */
  readonly venueClockMs: number | undefined;
}

export interface DoorOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

export interface FetchDoor {
  /** ccxt's `fetchImplementation`. Rejects with a `VenueError`, never with ccxt's or undici's own. */
  readonly fetchImplementation: (url: string, init?: RequestInit) => Promise<Response>;
  /** The latest reply that came through, whatever its status. */
  readonly last: () => Reply | undefined;
}

/** Reads the `Date` header (RFC 9110, 6.6.1). */
function clockOf(headers: Headers): number | undefined {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

/**
 * A 200 whose body is no JSON would reach ccxt as an empty list of candles on most venues, exactly like a window without a
 * trade: it is no answer. A body that begins like JSON was cut off on its way.
 */
function noAnswer(body: string): RetryLater {
  if (body.trim() === '') return new RetryLater('answered with an empty body', undefined);
  if (/^\s*[[{]/.test(body)) return new RetryLater(`the reply was cut off after ${String(body.length)} characters`, undefined);
  return new RetryLater(`answered with a page instead of JSON ("${excerptOf(body)}")`, undefined);
}

/** The only way out to a venue: one request, its time limit, its status classified before ccxt sees it. */
export function openDoor(options: DoorOptions): FetchDoor {
  let latest: Reply | undefined;

  async function fetchImplementation(url: string, init: RequestInit = {}): Promise<Response> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
    let response: Response;
    let body: string;
    try {
      response = await options.fetch(url, {
        method: init.method ?? 'GET', ...(init.headers === undefined ? {} : { headers: init.headers }), redirect: 'manual', signal,
      });
      body = await response.text();
    } catch (error) {
      if (options.signal?.aborted === true) throw new RetryLater('stopped', undefined, error);
      throw errorOfTransport(timeout.aborted ? timeout.reason : error, options.timeoutMs);
    }
    latest = { url, status: response.status, body, venueClockMs: clockOf(response.headers) };
    const error = errorOfStatus(response.status, body, waitOf(response.headers.get('retry-after'), options.now()));
    if (error !== undefined) throw error;
    if (!isJson(body)) throw response.status < 300 ? noAnswer(body) : new RetryLater(`HTTP ${String(response.status)}: ${excerptOf(body)}`, undefined);
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  }

  return { fetchImplementation, last: () => latest };
}
