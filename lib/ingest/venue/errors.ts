import { failureCode, failureText } from '../../domain/failure';
import { venueErrorWords } from '../../words/en/venueErrors';

/**
 * What can go wrong between us and a venue, named by what happens next. Made in this file alone, from an HTTP status, a
 * broken transport, or an error of ccxt's; the message is the cause, without the venue's name.
 */
export abstract class VenueError extends Error {
  abstract readonly next: 'ask-again' | 'ask-later' | 'leave-venue' | 'leave-market';
}

/** Ask again after a wait: rate limits, overload, timeouts, a connection that broke, a reply that is no JSON. */
export class RetryLater extends VenueError {
  override readonly name = 'RetryLater';
  readonly next = 'ask-again';
  /** `waitMs`: the venue's own Retry-After; undefined: it named none. */
  constructor(
    message: string,
    readonly waitMs: number | undefined,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** The venue rests: maintenance that says so. It is left alone, and asked once more when the others are done. */
export class VenueResting extends VenueError {
  override readonly name = 'VenueResting';
  readonly next = 'ask-later';
}

/** The venue does not serve us: a geo-block, a ban. Asking on does not help, and may lengthen a ban. */
export class VenueRefused extends VenueError {
  override readonly name = 'VenueRefused';
  readonly next = 'leave-venue';
}

/** The venue cannot be reached from here: no such host, connection refused, no route. */
export class VenueUnreachable extends VenueError {
  override readonly name = 'VenueUnreachable';
  readonly next = 'leave-venue';
}

/** The venue does not know the market, or refuses a request for it. */
export class MarketUnknown extends VenueError {
  override readonly name = 'MarketUnknown';
  readonly next = 'leave-market';
}

/** Long enough to recognise a message by, short enough for one line. */
const EXCERPT = 160;

/** A reply's text on one line, cut short, tags taken out. */
export const excerptOf = (body: string): string => {
  const line = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
};

/**
 * Milliseconds of a Retry-After header: seconds, or an HTTP date against `nowMs` (RFC 9110, 10.2.3); undefined when absent
 * or unreadable.
 */
export function waitOf(retryAfter: string | null, nowMs: number): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d{1,7}$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

/** A wait longer than this is a ban, not a rate limit: the limits' windows are a minute, at some venues five. */
const LONGEST_RETRY_AFTER_MS = 300_000;

/** A 403 that is a rate limit: Bybit's "access too frequent", for ten minutes, and Cloudflare's 1015. */
const TOO_OFTEN = /\btoo (frequent|many)|\brate[ -]?limit/i;
const TOO_OFTEN_MS = 600_000;

/** The error an HTTP status stands for, or undefined where the body decides (2xx, and 4xx that speak of the request). */
export function errorOfStatus(status: number, body: string, waitMs: number | undefined): VenueError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const said = venueErrorWords.status(status, excerptOf(body));
  if (status === 403 && TOO_OFTEN.test(body)) return new RetryLater(said, waitMs ?? TOO_OFTEN_MS);
  if (status === 451 || status === 403 || status === 401) return new VenueRefused(venueErrorWords.refused(said));
  if (status >= 500 && /maintenance/i.test(body)) return new VenueResting(venueErrorWords.maintenance(said));
  if ((status === 429 || status === 418) && waitMs !== undefined && waitMs > LONGEST_RETRY_AFTER_MS) {
    return new VenueRefused(venueErrorWords.banned(Math.ceil(waitMs / 60_000), said));
  }
  if (status === 429 || status === 418 || status === 408 || status >= 500) return new RetryLater(said, waitMs);
  if (status >= 300 && status < 400) return new VenueRefused(venueErrorWords.redirected(said));
  return undefined;
}

/** System errors that mean there is nobody at the address, as opposed to a connection that broke. */
const NOBODY_THERE = new Set([
  'ENOTFOUND',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);

/** Error codes along the chain of causes, nearest first; an aggregate (one error per address tried) gives its parts'. */
function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = failureCode(error);
  const parts = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...(own === undefined ? [] : [own]), ...parts, ...codesOf(error.cause)];
}

/** The error a failed `fetch` stands for: nobody at the address, or a connection that broke or took too long. */
export function errorOfTransport(error: unknown, timeoutMs: number): VenueError {
  const codes = codesOf(error);
  const nobody = codes.find((code) => NOBODY_THERE.has(code));
  if (nobody !== undefined) return new VenueUnreachable(venueErrorWords.unreachable(nobody), { cause: error });
  if (error instanceof Error && error.name === 'TimeoutError')
    return new RetryLater(venueErrorWords.timeout(timeoutMs), undefined, error);
  return new RetryLater(venueErrorWords.broken(codes[0] ?? failureText(error)), undefined, error);
}

const passing = (message: string, cause: unknown): VenueError => new RetryLater(message, undefined, cause);
const refused = (message: string, cause: unknown): VenueError =>
  new VenueRefused(venueErrorWords.refused(message), { cause });

/** ccxt's error classes by name, as far as the body of a reply (not its status) led to them: what passes. */
const PASSING: ReadonlySet<string> = new Set([
  'RateLimitExceeded',
  'DDoSProtection',
  'RequestTimeout',
  'ExchangeNotAvailable',
  'NetworkError',
  'OperationFailed',
  'BadResponse',
  'NullResponse',
]);

/** The same of the venue as a whole. Public data takes no key: who is not let in is refused. */
const OF_VENUE: Readonly<Record<string, (message: string, cause: unknown) => VenueError>> = {
  OnMaintenance: (message, cause) => new VenueResting(venueErrorWords.maintenance(message), { cause }),
  PermissionDenied: refused,
  AccountSuspended: refused,
  AuthenticationError: refused,
};

/** The message of an error that ccxt made of a status alone: venue, method, address, status, reason, body. */
const BY_STATUS = /^\S+ [A-Z]+ https?:\/\//;

/**
 * A fault of its own that a venue says will pass, where ccxt has no better class for its code than the one it has for a market that
 * does not exist: Bybit's 10016, Bitget's 40015, Kraken's "EService:Deadline elapsed".
 */
const PASSING_WORDS =
  /\b(try again|later|busy|overload(ed)?|deadline elapsed|time(d)?[ -]?out|(system|internal)\b[^"]{0,20}\b(error|abnormal|exception))\b/i;

/**
 * The error behind what ccxt threw. `status` is that of the last reply: a 4xx that came through speaks of the request, and
 * so of the market, where ccxt had its class from the status; where a code of the venue's says that the fault passes, it does. One market
 * may be in maintenance by itself then.
 */
export function errorOfCcxt(error: unknown, status: number | undefined): VenueError {
  if (error instanceof VenueError) return error;
  const text = failureText(error);
  const message = excerptOf(text);
  const kind = error instanceof Error ? error.constructor.name : '';
  const isOfRequest = status !== undefined && status >= 400;
  if (!(isOfRequest && BY_STATUS.test(text))) {
    if (PASSING.has(kind) || (kind === 'ExchangeError' && PASSING_WORDS.test(text))) return passing(message, error);
    if (isOfRequest && kind === 'OnMaintenance') return passing(venueErrorWords.maintenance(message), error);
  }
  const made = isOfRequest ? undefined : OF_VENUE[kind];
  return made === undefined ? new MarketUnknown(message, { cause: error }) : made(message, error);
}
