import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { getBotType } from 'next/dist/shared/lib/router/utils/is-bot';
import type { Instant } from '../../domain/instant';
import { readStrictly, searchOf } from '../../permalink/query';
import { asOfIn } from '../../permalink/readView';

const MOST_CHARACTERS = 4_096;
/** Answers of these depend on the time of day, or on what is told apart from the days. */
const NEVER = /^\/api\/v1\/(progress|coverage\/replies)/;
const API = /^\/api\/v1\//;
const PAGE = /^\/(?!_next(?:\/|$)|api(?:\/|$))[^/.?]+(?:\/[^/?]+)?(?:\?|$)/;
/** The browser's own navigation, parts of answers, what is only one reader's. */
const OWN_HEADERS = [
  'rsc',
  'next-url',
  'next-action',
  'range',
  'authorization',
  'cookie',
  'content-length',
  'transfer-encoding',
  'upgrade',
];

/** What an answer is kept under; undefined: it is none that is kept. */
export function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url.length > MOST_CHARACTERS || NEVER.test(url) || OWN_HEADERS.some((name) => headers[name] !== undefined))
    return undefined;
  if (Object.keys(headers).some((name) => /^(next-router-|x-middleware-|x-nextjs-)/.test(name))) return undefined;
  const accept = headers.accept ?? '';
  if (accept.length > 512 || accept.includes('ndjson')) return undefined;
  if (API.test(url)) return `${accept.includes('application/') ? accept : ''}\n${url}`;
  if (!PAGE.test(url) || /[?&]_rsc=/.test(url)) return undefined;
  // Links of a page are absolute; a preview's tags come in its head for robots that look nowhere else.
  return `${headers.host ?? ''} ${getBotType(headers['user-agent'] ?? '') ?? ''}\n${url}`;
}

/** All that an answer may depend on, and all of it stands in its key: whatever else one reader sends must not reach what others are shown. */
const SHARED_HEADERS = ['host', 'user-agent', 'accept'] as const;

/** Of a reader's headers those with which an answer for everybody is made. */
export const sharedHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(SHARED_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

const PINNED = /^\/api\/v1\/(deviations|minutes|charts|scorecards)[/?]/;
/** Whatever was asked for before an instant was written down long after it. */
const SETTLED_MS = 3_600_000;
const MAY_CHANGE = 'no-cache';
const NEVER_CHANGES = ['public', 'max-age=31536000', 'immutable'].join(', ');

/** Whether readers may keep the answer unasked: where it is pinned to a moment that is past. */
export function cacheControlOf(url: string, nowMs: number): string {
  const asOf = PINNED.test(url) ? asOfOf(new URL(url, 'http://localhost')) : undefined;
  return asOf !== undefined && asOf < nowMs - SETTLED_MS ? NEVER_CHANGES : MAY_CHANGE;
}

function asOfOf(url: URL): Instant | undefined {
  const read = readStrictly(url.search, MOST_CHARACTERS);
  return read.ok ? asOfIn(searchOf(read.value)) : undefined;
}
