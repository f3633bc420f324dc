import { formRoute } from '../../permalink/forms';
import { publicOrigin } from '../http/origin';
import { inlineScriptSources } from './inlineScripts';

/** What an answer is, as far as a browser must be told what it may do with it. */
type Kind = 'page' | 'embed' | 'data' | 'built';

type Env = Readonly<Record<string, string | undefined>>;
type Headers = Readonly<Record<string, string>>;

const DATA = /^\/(?:(?:api|\.well-known)(?:\/|$)|(?:healthz|readyz|alerts\.atom)$)/;
/** The reference of the API is a page. */
const REFERENCE = '/api';
const BUILT = /^\/_next(?:\/|$)/;
const EMBED = /^\/embed(?:\/|$)/;

export const pathOf = (url: string): string => /^[^?]*/.exec(url)?.[0] ?? '';

export function kindOf(url: string): Kind {
  const path = pathOf(url);
  if (BUILT.test(path)) return 'built';
  if ((DATA.test(path) && path !== REFERENCE) || formRoute(url) !== undefined) return 'data';
  return EMBED.test(path) ? 'embed' : 'page';
}

/** A year, in seconds (RFC 6797). Neither subdomains nor lists of browsers: whoever runs the app decides about those. */
const HSTS = 'max-age=31536000';

/** What no page of ours needs. What is not named stays as browsers have it: copying a link, a chart over the whole screen. */
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** A file that is opened by itself: a drawing may have its own styles, and pictures and faces inside it; nothing runs and nothing is fetched. */
const DATA_POLICY =
  "default-src 'none'; img-src 'self' data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** A script that is a worker's goes by the policy of its own answer. */
const BUILT_POLICY =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const frameAncestors = (kind: Kind): string => (kind === 'embed' ? '*' : "'none'");

const directive = (name: string, ...values: readonly string[]): string => [name, ...values].join(' ');

const pagePolicy = (kind: Kind, scripts: readonly string[]): string =>
  [
    "default-src 'self'",
    directive('script-src', "'self'", ...scripts),
    // Charts are drawn with styles of their own (decision 22).
    "style-src 'self' 'unsafe-inline'",
    directive('img-src', "'self'", 'data:', 'blob:'),
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors(kind)}`,
  ].join('; ');

/** Headers of answers that other sites' pages may read: those of the API, of forms and of published keys. */
const READABLE: Headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': [
    'content-disposition',
    'etag',
    'last-modified',
    'link',
    'retry-after',
    'x-request-id',
    'x-plumbline-missing',
    'x-plumbline-simulated',
  ].join(', '),
};

/** Of a question whether such an answer may be read. */
export const PREFLIGHT: Headers = {
  'access-control-allow-methods': ['GET', 'HEAD'].join(', '),
  'access-control-allow-headers': ['if-none-match', 'range'].join(', '),
  allow: ['GET', 'HEAD', 'OPTIONS'].join(', '),
  'access-control-max-age': '86400',
};

const POLICY: Readonly<Record<Kind, string>> = {
  page: pagePolicy('page', []),
  embed: pagePolicy('embed', []),
  data: DATA_POLICY,
  built: BUILT_POLICY,
};

/** What every answer at an address carries, whatever its status, before its body is known. A page's own policy takes the place of the one given here. */
export function headersFor(url: string, env: Env): Headers {
  const kind = kindOf(url);
  const isOpen = kind === 'data' || kind === 'embed';
  return {
    'content-security-policy': POLICY[kind],
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': PERMISSIONS,
    'cross-origin-resource-policy': isOpen ? 'cross-origin' : 'same-origin',
    ...(kind === 'embed' ? {} : { 'cross-origin-opener-policy': 'same-origin' }),
    ...(kind === 'data' ? READABLE : {}),
    ...(publicOrigin(env)?.startsWith('https:') === true ? { 'strict-transport-security': HSTS } : {}),
  };
}

/** Whether what was answered at an address is a page, a frame for other pages among them. */
export const isPage = (url: string, type: unknown): boolean =>
  ['page', 'embed'].includes(kindOf(url)) && String(type).startsWith('text/html');

/** The policy of a page whose bytes are known. */
export const policyOfPage = (url: string, html: Buffer): string => pagePolicy(kindOf(url), inlineScriptSources(html));
