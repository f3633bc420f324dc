/** A request as its bytes, and the statuses that are right for it; undefined: any below 500. */
export interface HostileRequest {
  readonly text: string;
  readonly statuses?: readonly number[];
}

const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const VIEW = `/ATOM/2025-10-10T21:20Z?${WINDOW}`;
const DATA = '/api/v1/overview';

const request = (line: string, headers: readonly string[] = [], body = ''): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
const get = (path: string, ...headers: readonly string[]): string => request(`GET ${path}`, headers);

/** Escapes that make no text. */
const BROKEN = ['%E0', '%E0%A4%A', '%', '%zz', '%ff%fe', '%c0%af', '%ED%A0%80', '%F0%9F%98', '%u0041'];
const ODD = [
  '%00',
  '%2e%2e%2f',
  '..',
  '../..',
  '%5c',
  '\\',
  '%0d%0aset-cookie:a=b',
  '%25E0',
  'a'.repeat(5_000),
  'a/'.repeat(500),
  '[file]',
  '__proto__',
  'constructor',
  '//evil.example',
  '%2f%2fevil.example',
  '<script>',
  '_next',
  '.rsc',
  '.segments/_tree.segment.rsc',
  '__PAGE__',
];
const AT: readonly ((part: string) => string)[] = [
  (part) => `/${part}`,
  (part) => `/ATOM/${part}`,
  (part) => `/${part}.csv`,
  (part) => `/events/${part}.json`,
  (part) => `/embed/ATOM/${part}`,
  (part) => `/-/${part}`,
  (part) => `/api/v1/${part}`,
  (part) => `/api/v1/charts/${part}.png`,
  (part) => `/api/v1/charts/ATOM/${part}.png`,
  (part) => `/api/v1/lists/${part}`,
  (part) => `/api/v1/minutes/ATOM/${part}`,
  (part) => `/_next/static/${part}`,
];

const STATES = ['', '1', '%', '%E0%A4%A', '[', '{}', 'null', '[""]', '["",{}], ["",{}]', '['.repeat(3_000), '%00'];
const VALUES = ['', '1', '%', '[', '["",{}]', '/../../x', 'http://evil.example/', '__proto__', 'a'.repeat(5_000)];
/** What the web framework says to itself by headers, and what stands in requests of all kinds. */
const NAMES = [
  'RSC',
  'Next-Router-Prefetch',
  'Next-Router-Segment-Prefetch',
  'Next-Url',
  'Next-Action',
  'Next-Resume',
  'x-middleware-subrequest',
  'x-middleware-rewrite',
  'x-middleware-next',
  'x-middleware-invoke',
  'x-middleware-override-headers',
  'x-middleware-set-cookie',
  'x-nextjs-data',
  'x-nextjs-postponed',
  'x-matched-path',
  'x-now-route-matches',
  'x-prerender-revalidate',
  'x-invoke-path',
  'x-invoke-status',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'Range',
  'If-None-Match',
  'If-Modified-Since',
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Cookie',
  'Origin',
  'X-HTTP-Method-Override',
];
const HOSTS = ['', 'evil.example', '%', 'a b', '[::1', 'localhost:99999', '@', 'http://x', '?', 'a'.repeat(5_000)];
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'PURGE', 'QUERY', 'M-SEARCH'];
const BODIES: readonly (readonly [headers: readonly string[], body: string])[] = [
  [[], ''],
  [['Content-Length: 100'], 'abc'],
  [['Content-Type: multipart/form-data; boundary=x', 'Next-Action: x', 'Content-Length: 5'], 'abcde'],
  [['Content-Type: text/plain;charset=UTF-8', `Next-Action: ${'4'.repeat(42)}`, 'Content-Length: 2'], '[]'],
  [['Transfer-Encoding: chunked'], '5\r\nabcde\r\n0\r\n\r\n'],
];
/** Where every pair would be many alike, each of one side meets some of the other. */
const EVERY = 4;
const METHOD_REFUSED = [405];
const REFUSED = [400];

const pathRequests = (): readonly HostileRequest[] => [
  ...BROKEN.flatMap((part) => AT.map((at): HostileRequest => ({ text: get(at(part)), statuses: REFUSED }))),
  ...ODD.flatMap((part, i) =>
    AT.filter((_, k) => (i + k) % EVERY === 0).map((at): HostileRequest => ({ text: get(at(part)) })),
  ),
  ...['%', '%00', 'a'.repeat(5_000)].flatMap((part) =>
    [`/ATOM?from=${part}`, `${DATA}?${part}`, `/api/v1/deviations?asset=${part}`].map((path) => ({ text: get(path) })),
  ),
];

const headerRequests = (): readonly HostileRequest[] => [
  ...STATES.flatMap((state) =>
    [VIEW, '/method', '/nothing/at/all'].map((path): HostileRequest => ({
      text: get(path, 'RSC: 1', `Next-Router-State-Tree: ${state}`),
      statuses: REFUSED,
    })),
  ),
  { text: get(VIEW, 'RSC: 1', 'Next-Router-State-Tree: a', 'Next-Router-State-Tree: b'), statuses: REFUSED },
  ...NAMES.flatMap((name, i) =>
    VALUES.filter((_, k) => (i + k) % EVERY === 0).map((value, k): HostileRequest => ({
      text: get([DATA, '/method', '/nothing/at/all'][(i + k) % 3] ?? DATA, `${name}: ${value}`, `${name}: ${value}`),
    })),
  ),
  ...HOSTS.flatMap((host) =>
    ['/', DATA].map((path): HostileRequest => ({
      text: get(path).replace('Host: localhost', `Host: ${host}`),
    })),
  ),
];

const otherRequests = (): readonly HostileRequest[] => [
  ...METHODS.flatMap((method) =>
    [VIEW, DATA, '/favicon.ico', '/_next/static/none.js'].map((path, i): HostileRequest => {
      const [headers, body] = BODIES[i % BODIES.length] ?? [[], ''];
      return { text: request(`${method} ${path}`, headers, body), statuses: METHOD_REFUSED };
    }),
  ),
  ...BODIES.map(([headers, body]): HostileRequest => ({
    text: request(`POST ${VIEW}`, headers, body),
    statuses: METHOD_REFUSED,
  })),
  ...['/', VIEW, DATA, '/favicon.ico', '*'].map((path) => ({ text: request(`OPTIONS ${path}`), statuses: [204] })),
  // Bodies where none is read, and what is no body.
  { text: request(`GET ${DATA}`, ['Content-Length: 5'], 'abcde'), statuses: [200] },
  { text: request(`GET ${DATA}`, ['Content-Length: 5', 'Content-Length: 6'], 'abcdef'), statuses: REFUSED },
  { text: request(`GET ${DATA}`, ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'), statuses: REFUSED },
  { text: request(`GET ${DATA}`, ['Content-Length: -1']), statuses: REFUSED },
  { text: request(`GET ${DATA}`, ['Transfer-Encoding: x']), statuses: REFUSED },
  ...['__proto__', 'nxtPasset', 'nxtIx'].flatMap((name) =>
    [VIEW, DATA].map((path) => ({ text: get(`${path}${path.includes('?') ? '&' : '?'}${name}=1`), statuses: REFUSED })),
  ),
  // Another protocol: nobody takes the connection.
  ...['/', '/%E0', '/nothing/at/all', '/_next/webpack-hmr'].map((path) => ({
    text: get(path, 'Upgrade: websocket', 'Connection: Upgrade, close', 'Sec-WebSocket-Key: x'),
  })),
  { text: get('http://127.0.0.1:9/', 'Upgrade: websocket', 'Connection: Upgrade, close'), statuses: [200] },
  // What is asked for is no path, or has a host before it.
  { text: get('*'), statuses: REFUSED },
  { text: get('http://evil.example/api/v1/overview'), statuses: [200] },
  { text: get('https://'), statuses: [200] },
  { text: get('http://[/%E0'), statuses: REFUSED },
  { text: get('ATOM'), statuses: REFUSED },
  { text: get('?a=b'), statuses: REFUSED },
  { text: get('/ATOM#x') },
  // No picture of ours is made over.
  { text: get('/_next/image?url=%2FATOM.png&w=640&q=75'), statuses: [404] },
  { text: get('/_next/image?url=http%3A%2F%2Fevil.example%2F&w=640&q=75'), statuses: [404] },
  // What is no HTTP.
  { text: 'GET / HTTP/1.1\r\n\r\n', statuses: REFUSED },
  { text: 'GET / HTTP/1.0\r\n\r\n', statuses: [200] },
  { text: '\0\0\0\0\r\n\r\n', statuses: REFUSED },
  { text: '\u0016\u0003\u0001\u0002\0\u0001\0', statuses: REFUSED },
  { text: 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', statuses: REFUSED },
  { text: get('/', 'a b: c'), statuses: REFUSED },
  { text: get('/', 'X: a\0b'), statuses: REFUSED },
  { text: get(`/${'a'.repeat(20_000)}`), statuses: [431] },
  { text: get('/', `X: ${'a'.repeat(20_000)}`), statuses: [431] },
  { text: get(`${DATA}?${'a=b&'.repeat(3_000)}`), statuses: REFUSED },
];

/** What was found to break a server, and what might: paths, headers, methods, bodies and bytes that no browser sends. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [...pathRequests(), ...headerRequests(), ...otherRequests()];
