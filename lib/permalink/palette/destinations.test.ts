import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteAt, minuteRange } from '../../domain/minute';
import { mendedAddress } from '../mended/mended';
import { segmentsOf } from '../segments';
import { shortAddress } from '../short/short';
import { destinations, unrealIn, type HeldAsset, type PaletteScene } from './destinations';

const at = (iso: string) => minuteAt(Date.parse(iso));
const held = (asset: string, venues: readonly string[], name = asset): HeldAsset => ({
  asset,
  name,
  venues,
  range: minuteRange(at('2025-10-03T20:00Z'), at('2025-10-11T00:00Z')),
});
const SCENE: PaletteScene = {
  assets: [
    held('ATOM', ['binance', 'gate', 'okx']),
    held('BTC', ['binance', 'binanceus', 'kraken']),
    held('USDC', ['kraken']),
    held('LUNA2', ['gate'], 'LUNA'),
  ],
  pages: ['events', 'scan', 'lows', 'venues', 'compare', 'method', 'coverage', 'revisions'].map((page) => ({
    page,
    name: `${page.charAt(0).toUpperCase()}${page.slice(1)}`,
  })),
  here: { pathname: '/', search: '' },
};
const on = (address: string, scene = SCENE): PaletteScene => {
  const { pathname, search } = new URL(address, 'http://localhost');
  return { ...scene, here: { pathname, search } };
};
const paths = (typed: string, scene = SCENE): readonly string[] => destinations(typed, scene).map(({ path }) => path);
const first = (typed: string, scene = SCENE): string | undefined => paths(typed, scene)[0];

describe('the palette', () => {
  it.each([
    ['ATOM 21:20', '/ATOM/2025-10-10T21:20Z'],
    ['atom 21:20', '/ATOM/2025-10-10T21:20Z'],
    ['ATOM 2025-10-10 21:20', '/ATOM/2025-10-10T21:20Z'],
    ['2025-10-10 21:20 atom', '/ATOM/2025-10-10T21:20Z'],
    ['ATOM 06:20 KST', '/ATOM/2025-10-10T21:20Z'],
    ['ATOM 2025-10-11 05:20 UTC+8', '/ATOM/2025-10-10T21:20Z'],
    ['gate ATOM 21:20', '/ATOM/2025-10-10T21:20Z?focus=gate'],
    ['ATOM Binance.US', '/venues/binanceus'],
    ['ATOM Binance.US', '/ATOM'],
    ['BTC Binance.US', '/BTC?focus=binanceus'],
    ['luna 21:20', '/LUNA2/2025-10-10T21:20Z'],
    ['ATOM', '/ATOM'],
    ['BTC', '/BTC'],
    ['ATOM 2025-10-09', '/ATOM?from=2025-10-09T00:00Z&to=2025-10-10T00:00Z'],
    ['Binance.US', '/venues/binanceus'],
    ['kraken', '/venues/kraken'],
    ['2023-03-11', '/USDC?from=2023-03-11T00:00Z&to=2023-03-12T00:00Z'],
    ['USDC, 11 March', '/events/2023-03-11'],
    ['crash', '/events/2025-10-10'],
    ['bithumb', '/events/2026-02-06'],
    ['2026-02', '/events/2026-02-06'],
    ['method', '/method'],
    ['cover', '/coverage'],
    ['ATOM/USDT', '/ATOM'],
    ['ATOM/USDT:USDT', '/ATOM'],
    ['atom/usdt 21:20', '/ATOM/2025-10-10T21:20Z'],
    ['okx:ATOM/USDT', '/ATOM?focus=okx'],
    ['kraken 21:20', '/BTC/2025-10-10T21:20Z?focus=kraken'],
    ['ATOM 2025년 10월 11일 06:20 KST', '/ATOM/2025-10-10T21:20Z'],
    ['ATOM 2025年10月11日 05：20 UTC+8', '/ATOM/2025-10-10T21:20Z'],
    ['ATOM 2025/10/09', '/ATOM?from=2025-10-09T00:00Z&to=2025-10-10T00:00Z'],
    ['크라켄', '/venues/kraken'],
    ['币安', '/venues/binance'],
    ['幣安', '/venues/binance'],
    ['바이낸스 ATOM 21:20', '/ATOM/2025-10-10T21:20Z?focus=binance'],
    ['폭락', '/events/2025-10-10'],
    ['暴跌', '/events/2025-10-10'],
    ['비교', '/compare'],
    ['最低', '/lows'],
    ['비트코인', '/BTC'],
    ['比特幣', '/BTC'],
    ['比特币 21:20', '/BTC/2025-10-10T21:20Z'],
    ['코스모스 2025년 10월 11일 06:20 KST', '/ATOM/2025-10-10T21:20Z'],
    ['바이낸스 코스모스 21:20', '/ATOM/2025-10-10T21:20Z?focus=binance'],
    ['bitcoin', '/BTC'],
  ])('takes %j to %s', (typed, path) => {
    expect(paths(typed)).toContain(path);
  });

  it('puts what was named in full first', () => {
    expect(first('ATOM 21:20')).toBe('/ATOM/2025-10-10T21:20Z');
    expect(first('btc')).toBe('/BTC');
    expect(first('binance')).toBe('/venues/binance');
    expect(first('scan')).toBe('/scan');
    expect(first('crash')).toBe('/events/2025-10-10');
  });

  it('means the page’s asset where a venue and a time are typed, if that venue trades it', () => {
    const page = on('/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z');
    expect(paths('gate 21:20', page)).toEqual(['/ATOM/2025-10-10T21:20Z?focus=gate']);
    expect(paths('kraken 21:20', page)).toEqual(
      ['BTC', 'USDC'].map((asset) => `/${asset}/2025-10-10T21:20Z?focus=kraken`),
    );
  });

  it.each([
    ['ATOM 25:99', '25:99'],
    ['24:00', '24:00'],
    ['ATOM 2025-02-30', '2025-02-30'],
    ['31 Feb 2025 ATOM 21:20', '31 Feb 2025'],
    // No clock on Earth is so far from UTC, or so many minutes: read as UTC, it would lead to another minute than was typed.
    ['ATOM 21:20 UTC+15', 'UTC+15'],
    ['ATOM 21:20 -13', '-13'],
    ['ATOM 21:20 UTC+05:75', 'UTC+05:75'],
    ['ATOM 21:20-21:40', '-21:40'],
    ['ATOM 05:20-06:40', '-06:40'],
  ])('leads nowhere by %j, and knows what is no time', (typed, unreal) => {
    expect([paths(typed), unrealIn(typed)]).toEqual([[], unreal]);
  });

  it('takes nothing that may be a time for none', () => {
    expect(['', 'ATOM', 'ATOM 21:20', '2025-10', '2025-10-10', 'okx:ATOM/USDT', '1:2:3:4'].map(unrealIn)).toEqual(
      Array(7).fill(undefined),
    );
  });

  it('means the page’s day and the page’s asset where none is typed', () => {
    const page = on('/ATOM/2025-10-08T14:00Z?v=2&m=2&from=2025-10-08T13:30Z&to=2025-10-08T14:31Z&scale=log');
    expect(paths('21:20', page)).toEqual(['/ATOM/2025-10-08T21:20Z?v=2&m=2&scale=log']);
    expect(first('BTC 21:20', page)).toBe('/BTC/2025-10-08T21:20Z');
    expect(first('ATOM 21:20', on('/BTC?from=2025-10-07T00:00Z&to=2025-10-08T00:00Z'))).toBe('/ATOM/2025-10-07T21:20Z');
    expect(first('USDC 04:30', on('/events/2023-03-11'))).toBe('/USDC/2023-03-11T04:30Z');
  });

  it('means the last day held where no event is', () => {
    const other = {
      ...SCENE,
      assets: [{ ...held('ATOM', ['okx']), range: minuteRange(at('2025-06-01T00:00Z'), at('2025-06-03T00:00Z')) }],
    };
    expect(first('ATOM 21:20', other)).toBe('/ATOM/2025-06-02T21:20Z');
  });

  it('offers a time alone for every asset that is held', () => {
    expect(paths('21:20')).toEqual(['ATOM', 'BTC', 'USDC', 'LUNA2'].map((asset) => `/${asset}/2025-10-10T21:20Z`));
  });

  it('brings a venue out on the page of an asset it trades, and keeps the rest of the address', () => {
    const page = on('/ATOM?v=2&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&focus=okx');
    expect(paths('gate', page)).toContain('/ATOM?v=2&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&focus=gate');
    expect(paths('kraken', page)).toContain('/venues/kraken');
  });

  it.each([
    ['https://plumbline.example/ATOM/2025-10-10T21:20Z', '/ATOM/2025-10-10T21:20Z'],
    ['look: https://plumbline.example/ATOM/2025-10-10t21:20:37z?utm_source=x).', '/ATOM/2025-10-10T21:20Z'],
    [
      'http://127.0.0.1:3000/ATOM?from=2025-10-10T20%253A00Z&amp;to=2025-10-11T00:00Z',
      '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z',
    ],
    ['/events/2025-10-10', '/events/2025-10-10'],
    [
      'http://127.0.0.1:3000/ATOM&amp;from=2025-10-10T20:00Z&amp;to=2025-10-11T00:00Z',
      '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z',
    ],
    ['https://example.org/venues/binance?from=2025-10-10T20:00Z', '/venues/binance?from=2025-10-10T20:00Z'],
    ['https://plumbline.example/lows', '/lows'],
    [`https://plumbline.example${shortAddress('/ATOM/2025-10-10T21:20Z') ?? ''}`, '/ATOM/2025-10-10T21:20Z'],
    ['https://plumbline.example/events/2025-10-10#episodes', '/events/2025-10-10#episodes'],
    ['(see /ATOM?scale=log#venues).', '/ATOM?scale=log#venues'],
    ['https://plumbline.example/ATOM/2025-10-10T21:20Z.png', '/ATOM/2025-10-10T21:20Z'],
    ['(https://plumbline.example/ATOM/2025-10-10t21:20z.png?utm_source=x).', '/ATOM/2025-10-10T21:20Z'],
    [
      'https://plumbline.example/ATOM.svg?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&size=card&theme=dark&scale=log',
      '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&scale=log',
    ],
    ['/lows.csv?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z', '/lows?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'],
    ['/events/2025-10-10.png?size=card&density=1', '/events/2025-10-10'],
    ['/venues/binance.png?lang=ko', '/venues/binance?lang=ko'],
  ])('opens the pasted link %s', (typed, path) => {
    expect(destinations(typed, SCENE)).toEqual([{ kind: 'link', path }]);
  });

  it.each([
    'https://elsewhere.example/watch',
    'https://elsewhere.example/photo.png',
    '/NONE.png',
    'https://elsewhere.example/ATOM/news/today',
    '/events/1999-01-01',
    '/-/broken',
    '///',
    '//elsewhere.example/watch',
    'javascript://alert(1)',
  ])('opens no page that there is none of: %s', (typed) => {
    expect(destinations(typed, SCENE).filter(({ kind }) => kind === 'link')).toEqual([]);
  });

  it('offers events, those with data first, and pages before anything is typed', () => {
    expect(first('')).toBe('/events/2025-10-10');
    expect(paths('')).toContain('/events/2026-02-06');
    expect(paths('')).toContain('/scan');
  });

  it('never throws, and leads to addresses of this site alone, each once, spelled as they are written', () => {
    const words = fc.constantFrom(
      'ATOM',
      'btc',
      '21:20',
      '2025-10-10',
      'KST',
      'UTC+8',
      'gate',
      '/',
      '//',
      'https://x/',
      '-',
      '%',
      '?',
      'events',
      '2025-02-30',
      '+',
      '/-/',
      '99:99',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
      fc.array(words, { maxLength: 6 }).map((some) => some.join('')),
    );
    const pages = fc.constantFrom(
      '/',
      '/ATOM',
      '/ATOM/2025-10-08T14:00Z?scale=log',
      '/events/2023-03-11',
      '/BTC?from=bogus',
      '/%E0%A4%A',
      '/x/y/z',
    );
    fc.assert(
      fc.property(text, pages, (typed, address) => {
        const found = paths(typed, on(address));
        expect(new Set(found).size).toBe(found.length);
        for (const path of found) {
          expect(path).toMatch(/^\/(?!\/)/);
          expect(segmentsOf(new URL(path, 'http://localhost').pathname)).toBeDefined();
          expect(new URL(path, 'http://localhost').origin).toBe('http://localhost');
          if (!path.includes('bogus')) expect(mendedAddress(path)).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
