import { describe, expect, it } from 'vitest';
import { headersFor, isPage, kindOf, policyOfPage } from './headers';

/** The directives of a policy by name. */
const directives = (policy = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(
    policy.split('; ').map((one) => {
      const [name = '', ...values] = one.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('kindOf', () => {
  it.each([
    ['/', 'page'],
    ['/ATOM?from=2025-10-10T20:00Z', 'page'],
    ['/ATOM/2025-10-10T21:20Z', 'page'],
    ['/api', 'page'],
    ['/nothing/here', 'page'],
    ['/favicon.ico', 'page'],
    ['/embed/ATOM', 'embed'],
    ['/embedded', 'page'],
    ['/api/v1/overview', 'data'],
    ['/api/nothing', 'data'],
    ['/.well-known/plumbline-keys.json', 'data'],
    ['/ATOM.svg?theme=dark', 'data'],
    ['/ATOM/2025-10-10T21:20Z.csv', 'data'],
    ['/lows.json', 'data'],
    ['/healthz', 'data'],
    ['/readyz', 'data'],
    ['/alerts.atom', 'data'],
    ['/_next/static/chunks/a.js', 'built'],
  ])('%s is %s', (url, kind) => {
    expect(kindOf(url)).toBe(kind);
  });
});

const ADDRESSES = ['/', '/embed/ATOM', '/api/v1/overview', '/ATOM.svg', '/_next/static/a.js'] as const;

describe('the headers of an answer', () => {
  it.each(ADDRESSES)('at %s run no script that its text does not name, load no plugin, and guess no type', (url) => {
    const headers = headersFor(url, {});
    const policy = directives(headers['content-security-policy']);
    expect(policy['script-src'] ?? policy['default-src']).not.toMatch(/unsafe|\*|data:|blob:|https?:/);
    expect(policy['object-src'] ?? policy['default-src']).toBe("'none'");
    expect(policy['base-uri']).toBe("'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('let a page be framed by nobody, an embedded one by anybody', () => {
    for (const url of ADDRESSES) {
      const policy = directives(headersFor(url, {})['content-security-policy']);
      expect(policy['frame-ancestors'], url).toBe(url === '/embed/ATOM' ? '*' : "'none'");
    }
  });

  it.each([
    ['/', 'same-origin', 'same-origin', undefined],
    ['/embed/ATOM', 'cross-origin', undefined, undefined],
    ['/api/v1/overview', 'cross-origin', 'same-origin', '*'],
    ['/ATOM.png', 'cross-origin', 'same-origin', '*'],
    ['/_next/static/a.js', 'same-origin', 'same-origin', undefined],
  ])('say who may use it: %s', (url, resource, opener, readers) => {
    const headers = headersFor(url, {});
    expect(headers['cross-origin-resource-policy']).toBe(resource);
    expect(headers['cross-origin-opener-policy']).toBe(opener);
    expect(headers['access-control-allow-origin']).toBe(readers);
  });

  it.each(['/api/v1/overview', '/ATOM.svg', '/ATOM.md'])(
    'make of %s no page: it fetches nothing and runs nothing',
    (url) => {
      const policy = directives(headersFor(url, {})['content-security-policy']);
      expect(policy['default-src']).toBe("'none'");
      expect(policy['script-src']).toBeUndefined();
      expect(policy['sandbox']).toBe('');
    },
  );

  it('ask for TLS from then on where the app is declared to stand behind it, and nowhere else', () => {
    const of = (origin?: string) =>
      headersFor('/', origin === undefined ? {} : { PLUMBLINE_ORIGIN: origin })['strict-transport-security'];
    expect(of('https://plumbline.example')).toBe('max-age=31536000');
    expect(of('http://plumbline.example')).toBeUndefined();
    expect(of()).toBeUndefined();
  });
});

describe("a page's own policy", () => {
  const HTML = Buffer.from('<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>alert(1)</script>');

  it('names its scripts', () => {
    const policy = directives(policyOfPage('/ATOM', HTML));
    expect(policy['script-src']).toMatch(/^'self' 'sha256-[\w+/]{43}='$/);
    expect(policy['frame-ancestors']).toBe("'none'");
    expect(directives(policyOfPage('/embed/ATOM', HTML))['frame-ancestors']).toBe('*');
  });

  it.each([
    ['/ATOM', 'text/html; charset=utf-8', true],
    ['/embed/ATOM', 'text/html', true],
    ['/ATOM', 'text/plain', false],
    ['/ATOM', undefined, false],
    ['/api/v1/overview', 'text/html', false],
  ])('belongs to pages: %s as %s is one, %s', (url, type, is) => {
    expect(isPage(url, type)).toBe(is);
  });
});
