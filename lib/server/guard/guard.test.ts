import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeptAnswers } from '../kept/layer';
import { restsOn } from '../../store/connection/reading';
import type { Asset } from '../../domain/market';
import { METHOD_NOT_TAKEN, STOPPING } from '../../words/en/serverProblems';
import { databaseLost } from '../log/requestId';
import { guarding, stopping, whole } from './guard';

const DATA = '(self.__next_f=self.__next_f||[]).push([0])';
const HTML = `<!doctype html><title>A page</title><script>${DATA}</script>`;
let made = 0;

/** What the web framework does, as far as it matters here. */
function app(req: IncomingMessage, res: ServerResponse): void {
  made += 1;
  const { url = '', headers } = req;
  restsOn({ bases: ['ATOM' as Asset] });
  if (url.startsWith('/api/')) res.setHeader('content-type', 'application/json').end('{}');
  else if (url.startsWith('/lost/')) {
    databaseLost();
    res.writeHead(Number(url.slice('/lost/'.length)), { 'content-type': 'text/html' }).end(HTML);
  } else if (url === '/broken') throw new Error('broken');
  else if (url === '/moved') res.writeHead(307, { location: '/ATOM' }).end();
  else if (url === '/wrong') res.writeHead(400, { 'content-type': 'text/plain' }).end('not an address');
  else if (url === '/none/at/all') res.writeHead(404, { 'content-type': 'text/html' }).end(HTML);
  else if (headers['accept-encoding'] === undefined) {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    res.write(HTML.slice(0, 30));
    res.end(HTML.slice(30));
  } else res.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync(HTML));
}

const kept = new KeptAnswers({ changesSince: () => Promise.resolve({ xmin: '1', books: [] }), build: 'one' });
const handler = whole(app);
const server = createServer((req, res) => {
  guarding({}, { asked: () => Promise.resolve(true), isFromProxy: () => false })(req, res, (asked, reply) => {
    kept.answer(asked, reply, handler);
  });
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const SCRIPTS = /script-src 'self' 'sha256-[\w+/]{43}=';/;
const policyOf = (response: Response): string => response.headers.get('content-security-policy') ?? '';

describe('a method that nothing takes', () => {
  it.each([
    ['/api/v1/deviations?asset=ATOM', 'application/json'],
    ['/ATOM', 'text/plain; charset=utf-8'],
  ])('is refused in words, with those that are taken: %s', async (path, type) => {
    const before = made;
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(`${address}${path}`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(response.headers.get('content-type')).toBe(type);
      const text = await response.text();
      const error = { code: 'not-allowed', message: METHOD_NOT_TAKEN };
      expect(type === 'application/json' ? JSON.parse(text) : text).toEqual(
        type === 'application/json' ? { error } : `${METHOD_NOT_TAKEN}\n`,
      );
    }
    expect(made).toBe(before);
  });
});

describe('a server that is stopping', () => {
  it.each([
    ['/api/v1/overview', 'application/json'],
    ['/ATOM', 'text/plain; charset=utf-8'],
    ['/readyz', 'text/plain; charset=utf-8'],
  ])('says so at %s, and when to ask again, with the headers of every answer', async (url, type) => {
    const ending = createServer(stopping({}, { isFromProxy: () => false }));
    await new Promise<void>((resolve) => ending.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = ending.address() as AddressInfo;
      const response = await fetch(`http://127.0.0.1:${String(port)}${url}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([503, type]);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).toContain(STOPPING);
    } finally {
      ending.closeAllConnections();
      ending.close();
    }
  });
});

describe('a page whose database failed', () => {
  it.each([200, 500])(
    'says that it cannot be had now, and when to ask again, though it began with %i',
    async (status) => {
      const before = made;
      for (let time = 0; time < 2; time += 1) {
        const response = await fetch(`${address}/lost/${String(status)}`);
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
        expect(response.headers.get('cache-control')).toBe('no-store');
        expect(policyOf(response)).toMatch(SCRIPTS);
      }
      expect(made - before).toBe(2);
    },
  );
});

describe('an answer behind the guard', () => {
  it('of the API at an address that a network has added to leads to its one spelling, with its headers', async () => {
    const sent = await fetch(`${address}/api/v1/lows?from=2025-10-10t20:00z&utm_source=x`, { redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([307, '/api/v1/lows?from=2025-10-10T20:00Z']);
    expect(sent.headers.get('access-control-allow-origin')).toBe('*');
    expect((await fetch(`${address}/api/v1/lows?from=2025-10-10t20:00z&utm_source=x`)).status).toBe(200);
  });

  it('at a short address leads on before any page is asked for, in the language that it names', async () => {
    const before = made;
    // The code of /ATOM/2025-10-10T21:20Z, as lib/permalink/short wrote it in a link that is out.
    const short = `${address}/-/4GnzWuxHbfQ3595cvEq5`;
    for (const [asked, leads] of [
      [short, '/ATOM/2025-10-10T21:20Z'],
      [`${short}.csv`, '/ATOM/2025-10-10T21:20Z.csv'],
      [`${short}?lang=ko`, '/ATOM/2025-10-10T21:20Z?lang=ko'],
    ]) {
      const sent = await fetch(asked ?? '', { redirect: 'manual' });
      expect([sent.status, sent.headers.get('location')]).toEqual([307, leads]);
      expect(policyOf(sent)).toContain("frame-ancestors 'none'");
    }
    expect(made).toBe(before);
    // What is none is the page's to refuse.
    await fetch(short.slice(0, -1), { redirect: 'manual' });
    expect(made).toBe(before + 1);
  });

  it('that is a page names its scripts, made anew, kept, and not sent again', async () => {
    const first = await fetch(`${address}/ATOM`);
    expect(await first.text()).toBe(HTML);
    const before = made;
    const second = await fetch(`${address}/ATOM`);
    const third = await fetch(`${address}/ATOM`, { headers: { 'if-none-match': second.headers.get('etag') ?? '' } });
    expect(made).toBe(before);
    expect([first.status, second.status, third.status]).toEqual([200, 200, 304]);
    for (const one of [first, second, third]) {
      expect(policyOf(one)).toMatch(SCRIPTS);
      expect(one.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([{ cookie: 'a=b' }, { cookie: 'a=b', 'accept-encoding': 'gzip' }])(
    'that is a page for one reader alone does, too: %j',
    async (headers) => {
      const response = await fetch(`${address}/ATOM`, { headers });
      expect(await response.text()).toBe(HTML);
      expect(policyOf(response)).toMatch(SCRIPTS);
    },
  );

  it('that is a part of a page stays as it is packed', async () => {
    const response = await fetch(`${address}/ATOM`, { headers: { rsc: '1', 'accept-encoding': 'gzip' } });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual(['gzip', HTML]);
  });

  it('has the headers of a page without its body where only they are asked for', async () => {
    const response = await fetch(`${address}/ATOM`, { method: 'HEAD', headers: { cookie: 'a=b' } });
    expect(await response.text()).toBe('');
    expect(policyOf(response)).toMatch(SCRIPTS);
  });

  it.each([
    ['/moved', 307],
    ['/wrong', 400],
    ['/none/at/all', 404],
    ['/api/v1/overview', 200],
  ])('has its headers at %s, status %i', async (path, status) => {
    const response = await fetch(`${address}${path}`, { redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(policyOf(response)).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
  });

  it('has one value a header', async () => {
    const response = await fetch(`${address}/api/v1/overview`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(policyOf(response).match(/default-src/g)).toHaveLength(1);
  });

  it('tells another site’s page that it may read data, and not that it may read pages', async () => {
    const data = await fetch(`${address}/api/v1/overview`, { method: 'OPTIONS' });
    expect([data.status, data.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
    const page = await fetch(`${address}/ATOM`, { method: 'OPTIONS' });
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('ends where whoever makes a page breaks down', async () => {
    await expect(fetch(`${address}/broken`, { headers: { cookie: 'a=b' } })).rejects.toThrow('fetch failed');
  });
});
