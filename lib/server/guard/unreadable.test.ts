import { describe, expect, it } from 'vitest';
import { ESCAPES_BROKEN, NO_PATH, STATE_BROKEN } from '../../words/en/serverProblems';
import { unreadable, withoutHost } from './unreadable';

describe('the path of a request', () => {
  it.each([
    ['/api/v1/charts/%E0.png', ESCAPES_BROKEN],
    ['/api/v1/minutes/%c0%af/x', ESCAPES_BROKEN],
    ['/api/v1/%', ESCAPES_BROKEN],
    ['/ATOM/%zz.csv', ESCAPES_BROKEN],
    ['/_next/static/%ED%A0%80.js', ESCAPES_BROKEN],
    ['*', NO_PATH],
    ['', NO_PATH],
    ['?a=b', NO_PATH],
  ])('%s is refused', (url, why) => {
    expect(unreadable({ url, headers: {} })).toBe(why);
  });

  it.each(['/', '/api/v1/charts/%E2%82%AC.png', '/api/v1/lows?from=%E0', '/%E0', '/_next/static/a%20b.js'])(
    '%s is not',
    (url) => {
      expect(unreadable({ url, headers: {} })).toBeUndefined();
    },
  );

  // The web framework drops them: an answer would come as if nothing had been asked by them.
  it.each([
    ['/api/v1/coverage?__proto__=1', '"__proto__" is not a parameter here; leave it out'],
    ['/api/v1/coverage?asset=ATOM&%5F_proto__', '"__proto__" is not a parameter here; leave it out'],
    ['/ATOM?nxtPasset=BTC', '"nxtPasset" is not a parameter here; leave it out'],
    ['/ATOM/2025-10-10T21:20Z?nxtIx=1', '"nxtIx" is not a parameter here; leave it out'],
  ])('with a field that would be lost, %s, is refused', (url, why) => {
    expect(unreadable({ url, headers: {} })).toBe(why);
  });

  it.each(['/__proto__', '/ATOM?colour=__proto__', '/ATOM?proto=1&nxt=1'])('%s has none', (url) => {
    expect(unreadable({ url, headers: {} })).toBeUndefined();
  });

  it.each([
    ['http://evil.example/ATOM?a=b', '/ATOM?a=b'],
    ['HTTPS://evil.example', '/'],
    ['http://evil.example?a=b', '/?a=b'],
    ['http://[', '/'],
    ['/http://evil.example/', '/http://evil.example/'],
    ['/ATOM', '/ATOM'],
    ['*', '*'],
  ])('%s stands without a host as %s', (target, path) => {
    expect(withoutHost(target)).toBe(path);
  });
});

describe('what a browser says it shows already', () => {
  const asked = (state: string | string[], rsc: object = { rsc: '1' }): string | undefined =>
    unreadable({ url: '/ATOM', headers: { ...rsc, 'next-router-state-tree': state } });

  it.each(['', 'x', '%', '%E0%A4%A', '[', '{}', 'null', '[""]', '["",{}], ["",{}]', '['.repeat(9_000)])(
    'is refused where it cannot be read: %#',
    (state) => {
      expect(asked(state)).toBe(STATE_BROKEN);
    },
  );

  it('is refused where it comes twice', () => {
    expect(asked(['["",{}]', '["",{}]'])).toBe(STATE_BROKEN);
  });

  it('is read as browsers write it', () => {
    const state = ['', { children: [['asset', 'ATOM', 'd', null], { children: ['__PAGE__', {}] }] }, null, null, 16];
    expect(asked(encodeURIComponent(JSON.stringify(state)))).toBeUndefined();
    expect(unreadable({ url: '/ATOM', headers: { rsc: '1' } })).toBeUndefined();
  });

  it('is of no concern where a whole page is asked for', () => {
    expect(asked('x', {})).toBeUndefined();
  });
});
