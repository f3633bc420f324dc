import { formRoute, namedForm, VIEW_FORMS } from '../../permalink/forms';

/** Pages and answers that have one address each. */
const FIXED: ReadonlySet<string> = new Set([
  '/',
  '/api',
  '/alerts.atom',
  '/audit',
  '/collateral',
  '/compare',
  '/contagion',
  '/coverage',
  '/events',
  '/league',
  '/lows',
  '/method',
  '/orderlog',
  '/pack',
  '/revisions',
  '/scan',
  '/venues',
  '/verify',
  '/healthz',
  '/readyz',
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/plumbline-keys.json',
  '/api/v1/alerts',
  '/api/v1/contagion',
  '/api/v1/coverage',
  '/api/v1/coverage/replies',
  '/api/v1/deviations',
  '/api/v1/errata',
  '/api/v1/events',
  '/api/v1/league',
  '/api/v1/lows',
  '/api/v1/marks',
  '/api/v1/method',
  '/api/v1/oembed',
  '/api/v1/openapi.json',
  '/api/v1/overview',
  '/api/v1/packs',
  '/api/v1/progress',
  '/api/v1/revisions',
  '/api/v1/scan',
  '/api/v1/scorecards',
  '/api/v1/venues',
  '/api/v1/verifications',
  '/api/v1/verifications/pictures',
  '/api/v1/verifications/states',
]);

/** The first that an address begins with counts. */
const BELOW: readonly (readonly [string, string])[] = [
  ['/_next/', '/_next'],
  ['/embed/', '/embed/[...path]'],
  ['/events/', '/events/[event]'],
  ['/venues/', '/venues/[venue]'],
  ['/-/', '/-/[code]'],
  ['/api/v1/charts/', '/api/v1/charts/[...path]'],
  ['/api/v1/lists/', '/api/v1/lists/[...path]'],
  ['/api/v1/pinned/', '/api/v1/pinned/[...path]'],
  ['/api/v1/minutes/', '/api/v1/minutes/[asset]/[minute]'],
  ['/api/v1/events/', '/api/v1/events/[event]'],
  ['/api/v1/coverage/replies/', '/api/v1/coverage/replies/[asset]/[sha256]'],
  ['/api/', '/api/[...path]'],
];

const ASSET = '/[asset]';
const MINUTE = '/[asset]/[minute]';
/** What has none of these shapes: files of the app, and addresses that nobody gave. */
export const OTHER_ROUTE = 'other';

const ASSET_LIKE = /^\/[A-Za-z0-9]{1,20}$/;
const MINUTE_LIKE = /^\/[A-Za-z0-9]{1,20}\/[^/]+$/;

/** Every template that `routeOf` gives. */
export const ROUTES: readonly string[] = [
  ...FIXED,
  ...BELOW.map(([, route]) => route),
  ...VIEW_FORMS.flatMap((form) => [`/[view].${form}`, `/[list].${form}`]),
  ASSET,
  MINUTE,
  OTHER_ROUTE,
];

/** The template of an address: one of a fixed number, whatever is asked for, with nothing in it that a reader wrote. */
export function routeOf(url: string): string {
  const path = /^[^?]*/.exec(url)?.[0] ?? '';
  if (FIXED.has(path)) return path;
  const named = path.includes('.') ? formRoute(path) : undefined;
  const form = named === undefined ? undefined : namedForm(path)?.form;
  if (form !== undefined) return named?.startsWith('/api/v1/lists') === true ? `/[list].${form}` : `/[view].${form}`;
  for (const [start, route] of BELOW) if (path.startsWith(start)) return route;
  if (ASSET_LIKE.test(path)) return ASSET;
  return MINUTE_LIKE.test(path) ? MINUTE : OTHER_ROUTE;
}
