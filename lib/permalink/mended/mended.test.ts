import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendedAddress } from './mended';

const MINUTE = '/ATOM/2025-10-10T21:20Z';
const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

describe('an address that programs mangled on its way', () => {
  it.each([
    ['trackers appended', `${MINUTE}?utm_source=x&utm_medium=social&fbclid=IwAR0`, MINUTE],
    ['trackers among its fields', '/ATOM?gclid=1&scale=log&igsh=abc', '/ATOM?scale=log'],
    ['ampersands as HTML writes them', WINDOW.replace('&', '&amp;'), WINDOW],
    ['ampersands escaped twice', WINDOW.replace('&', '&amp;amp;'), WINDOW],
    ['ampersands as HTML writes them, encoded', WINDOW.replace('&', '&amp%3B'), WINDOW],
    ['ampersands by their number', '/ATOM?scale=log&#38;focus=binance', '/ATOM?scale=log&focus=binance'],
    ['a full stop behind it', `${MINUTE}.`, MINUTE],
    ['the end of a parenthesis', `${WINDOW}).`, WINDOW],
    ['a Chinese full stop', `${MINUTE}${encodeURIComponent('。')}`, MINUTE],
    ['a quotation mark, encoded', `${WINDOW}%22`, WINDOW],
    ['an angle bracket', `${MINUTE}%3E`, MINUTE],
    ['colons encoded twice', '/ATOM/2025-10-10T21%253A20Z', MINUTE],
    ['colons encoded three times', '/ATOM/2025-10-10T21%25253A20Z', MINUTE],
    ['colons encoded twice in the query', '/ATOM?from=2025-10-10T20%253A00Z&to=2025-10-11T00%253A00Z', WINDOW],
    ['its question mark encoded', WINDOW.replace('?', '%3F'), WINDOW],
    ['its question mark encoded and another behind', `${WINDOW.replace('?', '%3F')}?fbclid=1`, WINDOW],
    ['an ampersand for its question mark, as HTML writes it', WINDOW.replace(/[?&]/g, '&amp;'), WINDOW],
    ['an ampersand for its question mark', WINDOW.replace('?', '&'), WINDOW],
    ['an offset for Z', '/ATOM/2025-10-10T21:20+00:00', MINUTE],
    ['an offset for Z in the query', '/ATOM?from=2025-10-10T20:00+00:00&to=2025-10-11T00:00+00:00', WINDOW],
    ['small letters', '/ATOM?from=2025-10-10t20:00z&to=2025-10-11t00:00z', WINDOW],
    ['small letters in names', '/ATOM?minpeers=2&asof=2026-01-31T08:15Z', '/ATOM?minPeers=2&asOf=2026-01-31T08:15Z'],
    ['seconds', '/ATOM/2025-10-10T21:20:37Z', MINUTE],
    ['a character nobody sees', `${MINUTE}%E2%80%8B`, MINUTE],
    ['a line broken inside it', '/ATOM/2025-10-10T%0A21:20Z', MINUTE],
    ['several at once', '/ATOM/2025-10-10t21%253A20z?utm_source=x&amp;scale=log).', `${MINUTE}?scale=log`],
  ])('%s', (_what, address, meant) => {
    expect(mendedAddress(address)).toBe(meant);
  });

  it.each([
    '/',
    '/ATOM',
    MINUTE,
    '/ATOM/2025-10-10T21%3A20Z',
    WINDOW,
    `${WINDOW}&venues=binance,coinbase&reference=venue:kraken&enter=0.02`,
    '/ATOM?from=2025-10-10T20%3A00Z&to=2025-10-11T00%3A00Z',
    '/scan?from=2025-10-10+20%3A00&to=2025-10-11+00%3A00',
    '/ATOM/2025-10-10T21:20',
    '/ATOM/2025-02-30T21:20Z',
    '/ATOM?from=yesterday',
    '/ATOM?bogus=1',
  ])('%s stays as it is', (address) => {
    expect(mendedAddress(address)).toBeUndefined();
  });

  it('is left alone where its encoding is broken', () => {
    expect(mendedAddress('/%E0%A4%A?utm_source=x')).toBeUndefined();
  });

  it('is right once it is mended: mending again finds nothing', () => {
    const piece = fc.constantFrom(
      '/ATOM',
      '/2025-10-10T21:20Z',
      '/2025-10-10t21%253A20z',
      '?',
      '%3F',
      '&',
      '&amp;',
      'from=2025-10-10T20:00 00:00',
      'to=2025-10-11T00:00:09Z',
      'scale=log',
      'utm_source=x',
      '.',
      ')',
      '%25',
      '%2525',
      '%22',
      '%E2%80%8B',
      '#',
      '=',
      ' ',
      '+',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = mendedAddress(`/${pieces.join('')}`);
        if (once !== undefined) expect(mendedAddress(once)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });
});
