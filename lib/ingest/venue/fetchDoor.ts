import { createHash } from 'node:crypto';
import type { Provenance } from '../../domain/observation';
import { replyWords } from '../../words/en/replies';
import { venueErrorWords } from '../../words/en/venueErrors';
import { errorOfStatus, errorOfTransport, excerptOf, RetryLater, waitOf } from './errors';
import { readText } from './longText';

/** One reply as it came over the wire. */
export interface Reply {
  readonly url: string;
  readonly status: number;
  readonly bytes: Buffer;
  readonly body: string;
  /** The body read as JSON; undefined where it is none. */
  readonly json: unknown;
  /** By our clock. */
  readonly receivedAtMs: number;
  /** The venue's clock by the reply's `Date` header (whole seconds, ms since 1970); undefined: it sent none. */
  readonly venueClockMs: number | undefined;
  /** How long a cache on the way had kept it, in ms; 0 where none says so. */
  readonly ageMs: number;
}

/** As much of `fetch` as a request to a venue takes: it follows no redirect. */
export type DoorFetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers?: HeadersInit;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<Pick<Response, 'status' | 'statusText' | 'headers' | 'arrayBuffer'>>;

export interface DoorOptions {
  readonly fetch: DoorFetch;
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

/**
 * Reads the `Age` header (RFC 9111, 5.1). By the RFC a cache leaves the `Date` of the reply it keeps as it was; some write their own, and then the
 * candle that was still open when the reply was made would pass for closed.
 */
const ageOf = (headers: Headers): number => {
  const seconds = headers.get('age')?.trim() ?? '';
  return /^\d{1,9}$/.test(seconds) ? Number(seconds) * 1_000 : 0;
};

/** When a reply was made, by the venue's clock, or by ours where it sent none: at the latest, less what a cache says. */
export const madeAtMs = ({ venueClockMs, receivedAtMs, ageMs }: Reply): number =>
  (venueClockMs ?? receivedAtMs) - ageMs;

/** What is kept of a reply: enough to ask the same again and to compare. */
export const provenanceOf = (reply: Reply, reader: string): Provenance => ({
  address: reply.url,
  receivedAtMs: reply.receivedAtMs,
  sha256: createHash('sha256').update(reply.bytes).digest('hex'),
  reader,
  body: reply.bytes,
});

/**
 * A 200 whose body is no JSON would reach ccxt as an empty list of candles on most venues, exactly like a window without a
 * trade: it is no answer. A body that begins like JSON was cut off on its way.
 */
function noAnswer(body: string): RetryLater {
  if (body.trim() === '') return new RetryLater(replyWords.empty, undefined);
  if (/^\s*[[{]/.test(body)) return new RetryLater(replyWords.cutOff(body.length), undefined);
  return new RetryLater(replyWords.noJson(excerptOf(body)), undefined);
}

/** The only way out to a venue: one request, its time limit, its status classified before ccxt sees it. */
export function openDoor(options: DoorOptions): FetchDoor {
  let latest: Reply | undefined;

  async function fetchImplementation(url: string, init: RequestInit = {}): Promise<Response> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
    let response: Awaited<ReturnType<DoorFetch>>;
    let bytes: Buffer;
    try {
      response = await options.fetch(url, {
        method: init.method ?? 'GET',
        ...(init.headers === undefined ? {} : { headers: init.headers }),
        redirect: 'manual',
        signal,
      });
      bytes = Buffer.from(await response.arrayBuffer());
    } catch (error) {
      if (options.signal?.aborted === true) throw new RetryLater(venueErrorWords.stopped, undefined, error);
      throw errorOfTransport(timeout.aborted ? timeout.reason : error, options.timeoutMs);
    }
    const { body, json } = readText(bytes);
    const { status, statusText, headers } = response;
    const [venueClockMs, ageMs] = [clockOf(headers), ageOf(headers)];
    latest = { url, status, bytes, body, json, receivedAtMs: options.now(), venueClockMs, ageMs };
    const error = errorOfStatus(status, body, waitOf(headers.get('retry-after'), options.now()));
    if (error !== undefined) throw error;
    if (json === undefined)
      throw status < 300 ? noAnswer(body) : new RetryLater(venueErrorWords.status(status, excerptOf(body)), undefined);
    // As much of a response as ccxt reads, over the text that is read already.
    return { status, statusText, headers, text: () => Promise.resolve(body) } as unknown as Response;
  }

  return { fetchImplementation, last: () => latest };
}
