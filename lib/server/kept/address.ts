import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { getBotType } from 'next/dist/shared/lib/router/utils/is-bot';
import { formRoute } from '../../permalink/forms';
import { speech } from '../../words/spoken';
import { NDJSON } from '../http/plainly';

const MOST_CHARACTERS = 4_096;
/** Answers of these depend on the time of day, on what is told apart from the days, on the keys of the instance, or on whether it is well. */
const NEVER = /^\/(?:api\/v1\/(?:progress|coverage\/replies|verifications\/pictures)|(?:healthz|readyz)(?:$|\?))/;
const API = /^\/api\/v1\//;
const SITEMAP = '/sitemap.xml';
const PAGE = /^\/(?:(?!_next(?:\/|$)|api(?:\/|$))[^/.?]+(?:\/[^/?]+)?)?(?:\?|$)/;
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

/** Who takes nothing but lines has them each time. */
const TAKES_PLAIN = /application\/json|application\/vnd\.plumbline\.columns|\*\/\*/;

/** What an answer is kept under; undefined: it is none that is kept. */
export function keyOf({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url.length > MOST_CHARACTERS || NEVER.test(url) || OWN_HEADERS.some((name) => headers[name] !== undefined))
    return undefined;
  if (Object.keys(headers).some((name) => /^(next-router-|x-middleware-|x-nextjs-)/.test(name))) return undefined;
  if (takesLines({ headers }) && !TAKES_PLAIN.test(headers.accept ?? '')) return undefined;
  if (API.test(url) || formRoute(url) !== undefined || url === SITEMAP) return `\n${url}`;
  if (!PAGE.test(url) || /[?&]_rsc=/.test(url)) return undefined;
  // Links of a page are absolute; a preview's tags come in its head for robots that look nowhere else.
  return `${speech().language} ${headers.host ?? ''} ${getBotType(headers['user-agent'] ?? '') ?? ''}\n${url}`;
}

/** All that an answer may depend on, and all of it stands in its key: whatever else one reader sends must not reach what others are shown. */
const SHARED_HEADERS = ['host', 'user-agent'] as const;

/** Of a reader's headers those with which an answer for everybody is made. */
export const sharedHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(SHARED_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

/** Whether the reader takes lines of progress in front of an answer that is still to be made. */
export const takesLines = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers.accept?.includes(NDJSON) === true;
