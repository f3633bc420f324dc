import { describe, expect, it } from 'vitest';
import {
  picturePeers,
  pictureRates,
  pictureReference,
  pictureSentence,
  pictureSubtitle,
  pictureTitle,
  pictureVenues,
  pictureWindow,
} from './picture';
import { answer, episode, market, series } from './testing/deviations';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('the head of a picture', () => {
  it.each([
    [1, 'ATOM on 1 venue'],
    [2, 'ATOM on 2 venues'],
  ])('counts venues, not markets: %i', (venues, words) => {
    const all = [market('binance'), market('binance', { kind: 'perp' }), ...(venues === 2 ? [market('okx')] : [])];
    expect(pictureTitle({ name: 'ATOM', markets: all })).toBe(words);
  });

  it('gives the window and the currency', () => {
    expect(pictureSubtitle(answer(), undefined)).toBe('2025-10-10 20:00 to 2025-10-11 00:00 UTC, prices in USD');
    const hour = answer({ from: '2025-10-10T20:50Z', to: '2025-10-10T21:51Z' });
    expect(pictureSubtitle(hour, '2025-10-10T21:20Z')).toBe('20:50 to 21:51 UTC, prices in USD');
    expect(pictureWindow(answer())).toBe('2025-10-10 20:00 to 2025-10-11 00:00 UTC');
  });

  it('states the deepest episode with its price and how long it lasted', () => {
    expect(plain(pictureSentence(answer({ episodes: [episode()], falls: [] })))).toMatch(
      /^At 21:20 UTC, .* 99\.97 % \(± 0\.04 %\) below the other venues’ median\. The low was 0\.001 USD against a reference of 3\.1 USD; the episode lasted 48 min\.$/,
    );
    expect(pictureSentence(answer({ episodes: [episode({ side: 'above', peak: 0.3 })], falls: [] }))).toContain(
      'The high was 0.001 USD against',
    );
  });

  it('does not say that nobody deviated where nobody was measured', () => {
    expect(pictureSentence(answer({ series: [series('okx', ['no-trade'])] }))).toMatch(
      /measured in this window: no trade/,
    );
  });
});

describe('the footer of a picture', () => {
  it('lists each market with its kind, those of one source together', () => {
    const markets = [
      market('binance'),
      market('cryptocom', { kind: 'perp', market: 'ATOM/USD', source: 'archive' }),
      market('okx'),
    ];
    expect(pictureVenues({ markets })).toBe(
      'Binance ATOM/USDT, OKX ATOM/USDT (REST klines); Crypto.com ATOM/USD perpetual (official archive)',
    );
  });

  it.each([
    [
      'WBETH',
      'wrapped',
      'second reference: the median of ETH on other venues, at least 3 of them, times the median ratio of the UTC day before',
      '4, of the underlying',
    ],
    [
      'WBETH',
      'all',
      'median of all venues, the one measured included, at least 3 of them',
      '4, the one measured included',
    ],
    ['WBETH', 'vwm', 'median of the other venues weighted by their volume in the same minute, at least 3 of them', '4'],
    ['WBETH', 'venue:bybit', 'compared with one venue: Bybit', '4, the reference venue'],
    [
      'BNSOL',
      'wrapped',
      'second reference: the median of SOL on other venues, at least 3 of them, times the median ratio of the UTC day before',
      '4, of the underlying',
    ],
    [
      'BNSOL',
      'all',
      'median of all venues, the one measured included, at least 3 of them',
      '4, the one measured included',
    ],
    ['BNSOL', 'vwm', 'median of the other venues weighted by their volume in the same minute, at least 3 of them', '4'],
    ['BNSOL', 'venue:okx', 'compared with one venue: OKX', '4, the reference venue'],
    ['USDE', 'peg', 'second reference: the peg, 1 USD', 'none: the peg is fixed'],
    [
      'USDE',
      'all',
      'median of all venues, the one measured included, at least 3 of them',
      '4, the one measured included',
    ],
    ['USDE', 'vwm', 'median of the other venues weighted by their volume in the same minute, at least 3 of them', '4'],
    ['USDE', 'venue:kraken', 'compared with one venue: Kraken', '4, the reference venue'],
    ['ATOM', 'others', 'median of the other venues, at least 3 of them', '4'],
  ] as const)('of %s against %s', (asset, reference, rule, peers) => {
    const of = answer({ asset, reference });
    expect(pictureReference(of)).toBe(rule);
    expect(picturePeers(of, { least: 4, most: 4 })).toBe(peers);
  });

  const usdt = market('okx', {
    rate: { ...market('okx').rate, median: 1.0004, uncertainty: 0.0007, venues: ['coinbase'] },
  });
  const none = { none: 0, usd: 0, legs: 0, thin: 0, parity: 0 };
  it.each([
    [
      [
        market('binance'),
        usdt,
        market('kraken', { market: 'ATOM/USD', rate: { ...usdt.rate, minutes: { ...none, usd: 240 } } }),
      ],
      'USD as quoted; USDT 1 to 1.0004 ± 0.07 %, from legs (Coinbase, Kraken and OKX)',
    ],
    [
      [
        market('binance', {
          rate: { ...usdt.rate, venues: [], median: 1, uncertainty: 0.13, minutes: { ...none, thin: 40, parity: 200 } },
        }),
      ],
      'USDT 1 ± 13.00 %, assumed parity and from few legs',
    ],
    [
      [market('coinbase', { market: 'ATOM/USDC', rate: { ...usdt.rate, minutes: { ...none, usd: 240 } } })],
      'USDC read as USD',
    ],
    [
      [
        market('upbit', {
          market: 'ATOM/KRW',
          rate: { ...usdt.rate, median: null, uncertainty: null, minutes: { ...none, none: 240 } },
        }),
      ],
      'KRW no rate',
    ],
    [
      [market('upbit', { market: 'ATOM/KRW', rate: { ...usdt.rate, median: 0.0007, uncertainty: null } })],
      'KRW 0.0007, uncertainty unknown, from legs (Coinbase)',
    ],
  ])('%#: names the rate of every quote, and what it leaves unknown', (markets, words) => {
    expect(pictureRates({ markets, rate: 'usd', currency: 'USD' })).toBe(words);
  });

  it('names the quote compared where nothing was converted', () => {
    expect(pictureRates({ markets: [usdt], rate: 'none', currency: 'USDT' })).toBe('none: raw quotes in USDT');
  });

  it('counts and lists only markets that take part', () => {
    const absent = {
      venue: 'coinbase',
      market: 'ATOM/USDC',
      kind: 'spot',
      source: 'rest',
      otherSources: [],
      traded: null,
      noTrade: null,
      notFetched: null,
      rate: null,
      aliasOf: 'ATOM/USD',
      leftOut: null,
    } as const;
    const markets = [market('binance'), { ...absent, otherSources: [] }];
    expect(pictureTitle({ name: 'ATOM', markets })).toBe('ATOM on 1 venue');
    expect(pictureVenues({ markets })).toBe('Binance ATOM/USDT (REST klines)');
  });

  it('gives the least and the most peers, and says where no minute was measured', () => {
    expect(picturePeers(answer(), { least: 3, most: 5 })).toBe('3 to 5');
    expect(picturePeers(answer(), undefined)).toBe('no minute was measured');
  });
});
