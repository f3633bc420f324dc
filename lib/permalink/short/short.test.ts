import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS, type Asset, type Venue } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import { venueName } from '../../words/venues';
import { SCALES, VIEW_NAMES, viewPath, type View } from '../view';
import { toBase58 } from './base58';
import { checkOf } from './check';
import { CODE_NAMES, CODE_VENUES } from './names';
import { addressOfCode, addressOfShort, codeIn, shortAddress } from './short';

const MINUTE =
  '/ATOM/2025-10-10T21:20Z?v=2&m=2&from=2025-10-10T20:50Z&to=2025-10-10T21:51Z&venues=binance,bitfinex,bitget,bitstamp,bybit,coinbase,cryptocom,gate,gemini,htx,kraken,kucoin,mexc,okx&reference=others&bloc=all&rate=usd&minPeers=3&enter=0.02&scale=linear&focus=binance';
const NOW = MINUTE.replace('v=2', 'v=3').replace('scale=linear', 'scale=auto');
const WINDOW =
  '/WBETH?v=2&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=binance,bybit&markets=binance:USDC,bybit:USDT:perp&reference=wrapped&bloc=USDT&rate=none&minPeers=2&enter=0.005&asOf=2026-01-31T08:15:09.250Z&scale=log';

const codeOf = (address: string): string => codeIn(shortAddress(address) ?? '') ?? '';

describe('a short address', () => {
  it.each([
    MINUTE,
    NOW,
    `${NOW}&lines=kraken,okx`,
    `${NOW}&digest=sha256:${'0123456789abcdef'.repeat(4)}`,
    `${NOW}&digest=${'0123456789abcdef'.repeat(4)}`,
    WINDOW,
    '/ATOM',
    '/atom?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z',
    '/ATOM/2025-10-10T21:20Z',
  ])('stands for %s', (address) => {
    expect(addressOfCode(codeOf(address))).toBe(address);
  });

  it('of a minute on fourteen venues has at most thirty characters', () => {
    for (const address of [MINUTE, NOW]) expect(shortAddress(address)?.length).toBeLessThanOrEqual(30);
  });

  it('that names a digest is its 32 bytes longer', () => {
    const pinned = shortAddress(`${NOW}&digest=sha256:${'f'.repeat(64)}`) ?? '';
    expect(pinned.length - (shortAddress(NOW) ?? '').length).toBeLessThanOrEqual(47);
  });

  it('that was given out is read for ever', () => {
    expect(addressOfCode('Bo651GMCJptNohfUMP2cgZzYB')).toBe(MINUTE);
    expect(shortAddress(MINUTE)).toBe('/-/Bo651GMCJptNohfUMP2cgZzYB');
    expect(
      addressOfCode(
        '4ja82DSegQ4ecPWBDvEyBBGAvv4Rj7y6obDAYE29d6gxdAoSpQr19rftm8M2MEcFvvvSmeymetjJSwHMca2ZffyXGTm5Prn4y5GWKgS6gynHPVLtCzGAJdWX27wdhPqi1uvyHxvWXsf6pGz8p3VBxMwfdS4',
      ),
    ).toBe(WINDOW);
  });

  it.each([
    '/ATOM?unknown=1',
    '/ATOM?to=2025-10-11T00:00Z&from=2025-10-10T20:00Z',
    '/ATOM/2025-10-10',
    '/ATOM/a/b',
    '/',
  ])('is not made of %s, which it could not bring back to the letter', (address) => {
    expect(shortAddress(address)).toBeUndefined();
  });

  it('is read with what a sentence puts behind it', () => {
    const short = shortAddress(MINUTE) ?? '';
    for (const tail of ['.', ').', '/', '%22', '。']) expect(codeIn(`${short}${tail}`)).toBe(codeIn(short));
    expect(codeIn('/ATOM')).toBeUndefined();
  });

  it('has its form behind it, as any address has', () => {
    const short = shortAddress(MINUTE) ?? '';
    expect(addressOfShort(short)).toBe(MINUTE);
    expect(addressOfShort(`${short}.csv`)).toBe(MINUTE.replace('?', '.csv?'));
    expect(addressOfShort(`${short}.`)).toBe(MINUTE);
    expect(addressOfShort(`${short.slice(0, -1)}.csv`)).toBeUndefined();
  });

  it('is refused where it was cut short or a character of it is another', () => {
    const code = codeOf(MINUTE);
    for (let at = 0; at < code.length; at += 1) {
      expect(addressOfCode(code.slice(0, at))).toBeUndefined();
      const other = code[at] === 'x' ? 'y' : 'x';
      expect(addressOfCode(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)).toBeUndefined();
    }
    expect(addressOfCode('')).toBeUndefined();
    expect(addressOfCode('0OIl')).toBeUndefined();
  });

  it('never throws, whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer({ min: 0, max: 255 })), (text, bytes) => {
        expect(() => addressOfCode(text)).not.toThrow();
        const whole = [1, ...bytes];
        expect(() => addressOfCode(toBase58([...whole, ...checkOf(whole)]))).not.toThrow();
      }),
    );
  });

  it('brings every view back', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const address = viewPath(view);
        expect(addressOfCode(codeOf(address))).toBe(address);
      }),
    );
  });
});

describe('what a code knows by number', () => {
  it('are all names of an address', () => {
    expect(VIEW_NAMES.filter((name) => !CODE_NAMES.includes(name))).toEqual([]);
  });

  it('are venues that have a name', () => {
    for (const venue of CODE_VENUES) expect(venueName(venue), venue).not.toBe(venue);
    expect(new Set(CODE_VENUES).size).toBe(CODE_VENUES.length);
  });

  it('is checked by CRC-16/CCITT-FALSE, whose published check value is 0x29B1', () => {
    expect(checkOf([...new TextEncoder().encode('123456789')])).toEqual([0x29, 0xb1]);
  });
});

const anyVenue = fc
  .constantFrom('binance', 'bybit', 'kraken', 'okx', 'binancecoinm', 'elsewhere')
  .map((id) => id as Venue);
const anyView: fc.Arbitrary<View> = fc
  .record({
    asset: fc.constantFrom('ATOM', 'WBETH', '1INCH').map((asset) => asset as Asset),
    from: fc.integer({ min: 0, max: 60_000_000 }),
    minutes: fc.integer({ min: 1, max: 366 * 1_440 }),
    venues: fc.option(fc.uniqueArray(anyVenue, { minLength: 1 }), { nil: undefined }),
    reference: fc.constantFrom(
      { kind: 'others' } as const,
      { kind: 'all' } as const,
      { kind: 'venue', venue: 'okx' as Venue } as const,
    ),
    bloc: fc.constantFrom('all', 'USDT'),
    rate: fc.constantFrom('usd' as const, 'none' as const),
    minPeers: fc.integer({ min: 2, max: 50 }),
    enter: fc.integer({ min: 100, max: 10_000_000 }).map((perMillion) => perMillion / 1_000_000),
    scale: fc.constantFrom(...SCALES),
    focus: fc.option(anyVenue, { nil: undefined }),
    lines: fc.uniqueArray(anyVenue),
    isMinute: fc.boolean(),
    hash: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }), { nil: undefined }),
    chosen: fc.option(fc.record({ venue: anyVenue, kind: fc.constantFrom(...KINDS) }), { nil: undefined }),
  })
  .map(({ asset, from, minutes, venues, chosen, isMinute, scale, focus, lines, hash, ...rest }) => ({
    question: {
      ...rest,
      asset,
      range: minuteRange(minute(from), minute(from + minutes)),
      venues: venues?.sort(),
      markets: chosen === undefined ? [] : [{ ...chosen, quote: 'USDC' }],
      asOf: undefined,
    },
    scale,
    focus,
    lines: [...lines].sort(),
    minute: isMinute ? minute(from) : undefined,
    ...(hash === undefined ? {} : { digest: `sha256:${Buffer.from(hash).toString('hex')}` }),
  }));

describe('a short address in a language', () => {
  it('is the code of what is shown, and the language behind it', () => {
    const address = '/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
    const code = shortAddress(address);
    expect(code).toMatch(/^\/-\/\w+$/);
    expect(shortAddress(`${address}&lang=ko`)).toBe(`${String(code)}?lang=ko`);
  });
});
