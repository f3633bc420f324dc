import { describe, expect, it } from 'vitest';
import type { MinuteVenue } from '../../api/minute';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import { referenceOf, type WrittenReference } from '../../domain/reference';
import { minuteSentence, type MinuteFacts } from './minute';
import { distance } from './numbers';

const hole = { open: null, high: null, low: null, close: null };

/** A venue of which nothing is known, changed as given. */
const venue = (name: string, change: Partial<MinuteVenue>): MinuteVenue => ({
  venue: name,
  market: 'ATOM/USDT',
  quote: 'USDT',
  kind: 'spot',
  source: 'rest',
  raw: hole,
  baseVolume: null,
  quoteVolume: null,
  trades: null,
  rate: { rule: 'legs', value: 1, uncertainty: 0, legs: [] },
  converted: hole,
  reference: { low: null, high: null, close: null },
  peers: 5,
  dispersion: null,
  dLow: null,
  dHigh: null,
  dClose: null,
  outside: null,
  uncertainty: 0,
  weak: false,
  missing: null,
  ...change,
});

/** Measured: a low and a high against their references. */
function measured(
  name: string,
  prices: { low: number; high: number; referenceLow: number; referenceHigh: number },
  change: Partial<MinuteVenue> = {},
): MinuteVenue {
  const { low, high, referenceLow, referenceHigh } = prices;
  return venue(name, {
    converted: { open: low, high, low, close: high },
    reference: { low: referenceLow, high: referenceHigh, close: referenceHigh },
    dLow: low / referenceLow - 1,
    dHigh: high / referenceHigh - 1,
    dClose: high / referenceHigh - 1,
    outside: 0,
    ...change,
  });
}

const of = (asset: string) => assetEntry(asset as Asset);
const sentence = (venues: readonly MinuteVenue[], change: Partial<MinuteFacts> = {}): string =>
  minuteSentence({
    asset: of('ATOM'),
    minute: '2025-10-10T21:20Z',
    currency: 'USD',
    reference: referenceOf('others'),
    bloc: 'all',
    enter: 0.02,
    venues,
    blocs: { low: null, high: null },
    leftOut: [],
    isOfSome: false,
    ...change,
  });

/** In agreement with its reference, to the digit. */
const calm = (name: string): MinuteVenue =>
  measured(name, { low: 1.6, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 });

describe('the sentence of a minute', () => {
  it('states the furthest below: its low, by how much, of how many other venues, and that no other went lower', () => {
    const binance = measured(
      'binance',
      { low: 0.001, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 },
      { outside: -0.9993 },
    );
    expect(sentence([calm('okx'), binance])).toBe(
      'On 2025-10-10 at 21:20 UTC, ATOM traded as low as 0.001 USD on Binance (ATOM/USDT), 99.94 % below the median low of 5 other venues, 1.6 USD; no other venue traded lower that minute.',
    );
  });

  it('states the furthest above by its high, where that is further than any low', () => {
    const okx = measured(
      'okx',
      { low: 1.584, high: 2.7, referenceLow: 1.6, referenceHigh: 1.8 },
      { outside: 0.4, peers: 3 },
    );
    expect(sentence([okx, calm('binance')])).toBe(
      'On 2025-10-10 at 21:20 UTC, ATOM traded as high as 2.7 USD on OKX (ATOM/USDT), 50.00 % above the median high of 3 other venues, 1.8 USD; no other venue traded higher that minute.',
    );
  });

  it('speaks of the venues measured where the price of another is not known', () => {
    const binance = measured(
      'binance',
      { low: 0.001, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 },
      { outside: -0.9993 },
    );
    expect(sentence([binance, calm('okx'), venue('bithumb', { missing: 'no-rate', market: 'ATOM/KRW' })])).toContain(
      '1.6 USD; of the venues measured, no other traded lower that minute.',
    );
  });

  it('speaks of the venues measured where others were left out by choice', () => {
    const binance = measured(
      'binance',
      { low: 0.001, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 },
      { outside: -0.9993 },
    );
    expect(sentence([binance, calm('okx')], { isOfSome: true })).toMatch(
      /; of the venues measured, no other traded lower that minute\.$/,
    );
  });

  it('leaves out that no other venue went as far where one did, or where it is the other side that was alone', () => {
    const far = { low: 1.2, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 };
    for (const outside of [0, 0.1, null])
      expect(sentence([measured('binance', far, { outside })])).toMatch(
        /25\.00 % below the median low of 5 other venues, 1\.6 USD\.$/,
      );
  });

  it('says "exactly at" where nothing deviated at all, and names the first venue by name', () => {
    expect(sentence([calm('okx'), calm('binance')])).toBe(
      'On 2025-10-10 at 21:20 UTC, ATOM traded as low as 1.6 USD on Binance (ATOM/USDT), exactly at the median low of 5 other venues, 1.6 USD.',
    );
  });

  it('compares with the reference venue by its name, without a word of a median', () => {
    const binance = measured(
      'binance',
      { low: 2.28, high: 3.5, referenceLow: 3.56, referenceHigh: 3.594 },
      { peers: 1 },
    );
    const coinbase = venue('coinbase', { missing: 'too-few-peers', market: 'ATOM/USD' });
    expect(sentence([binance, coinbase], { reference: referenceOf('venue:coinbase') })).toBe(
      'On 2025-10-10 at 21:20 UTC, ATOM traded as low as 2.28 USD on Binance (ATOM/USDT), 35.96 % below the low on Coinbase, 3.56 USD.',
    );
  });

  it('calls a perpetual a perpetual', () => {
    const perp = measured(
      'binancecoinm',
      { low: 1.055, high: 3.5, referenceLow: 3.56, referenceHigh: 3.594 },
      { kind: 'perp', market: 'ATOM/USD', peers: 1 },
    );
    expect(sentence([perp])).toContain(
      'on Binance COIN-M (ATOM/USD perpetual), 70.37 % below the median low of 1 other venue, 3.56 USD',
    );
  });

  it('names the compared quote where nothing was converted', () => {
    expect(sentence([calm('okx')], { currency: 'USDT' })).toContain('as low as 1.6 USDT on OKX');
  });

  it('says that venues stayed within the reference venue’s range where none reached its low or its high, not that none was measured', () => {
    const within = { low: 3.57, high: 3.58, referenceLow: 3.56, referenceHigh: 3.594 };
    const coinbase = venue('coinbase', { missing: 'too-few-peers' });
    expect(
      sentence([measured('binance', within), coinbase, measured('kraken', within)], {
        reference: referenceOf('venue:coinbase'),
      }),
    ).toBe(
      'On 2025-10-10 at 21:20 UTC, ATOM stayed between the low and the high on Coinbase on every venue measured: Binance, Kraken.',
    );
  });

  it('says why nobody could be measured, each reason with its venues', () => {
    const venues = [
      venue('okx', { missing: 'no-trade' }),
      venue('upbit', { missing: 'no-rate' }),
      venue('binance', { missing: 'no-trade' }),
      venue('gate', { missing: 'not-fetched' }),
      venue('kraken', { missing: 'too-few-peers' }),
    ];
    expect(sentence(venues)).toBe(
      'On 2025-10-10 at 21:20 UTC no venue’s ATOM price could be measured: no exchange rate to the common currency (Upbit); no trade (OKX, Binance); not fetched (Gate); too few other venues to compare with (Kraken).',
    );
  });

  it('says so where there is no data', () => {
    expect(sentence([])).toBe(
      'On 2025-10-10 at 21:20 UTC no venue’s ATOM price could be measured: no data for this minute.',
    );
  });
});

describe('the sentence of a minute whose rates are not exact', () => {
  const bybit = (change: Partial<MinuteVenue>): MinuteVenue =>
    measured('bybit', { low: 1.6, high: 1.872, referenceLow: 1.6, referenceHigh: 1.8 }, change);
  const cases: readonly (readonly [Partial<MinuteVenue>, string])[] = [
    [{ uncertainty: 0.0004 }, '4.00 % (± 0.04 %) above the median high of 5 other venues, 1.8 USD.'],
    [
      { uncertainty: 0.0461 },
      '4.00 % (± 4.61 %) above the median high of 5 other venues, 1.8 USD, within the rate’s uncertainty.',
    ],
    [
      { uncertainty: null },
      '4.00 % (the rates’ uncertainty is unknown) above the median high of 5 other venues, 1.8 USD, within the rate’s uncertainty.',
    ],
    [
      { uncertainty: 0.01, weak: true },
      '4.00 % (± 1.00 %) above the median high of 5 other venues, 1.8 USD, on a weak rate.',
    ],
  ];
  it.each(cases)('%j', (change, words) => {
    expect(sentence([bybit(change)])).toBe(
      `On 2025-10-10 at 21:20 UTC, ATOM traded as high as 1.872 USD on Bybit (ATOM/USDT), ${words}`,
    );
  });

  it('names one beyond the rate’s uncertainty before one further away within it', () => {
    const okx = measured('okx', { low: 1.55, high: 1.8, referenceLow: 1.6, referenceHigh: 1.8 });
    expect(sentence([bybit({ uncertainty: 0.05 }), okx])).toContain('on OKX (ATOM/USDT), 3.13 % below');
  });

  it('says where the blocs stood, by lows below and by highs above', () => {
    const blocs = { low: { usd: 3.5, usdt: 1.6 }, high: { usd: 3.6, usdt: 1.8 } };
    expect(sentence([bybit({})], { blocs })).toMatch(
      /1\.8 USD\. USD books stood at a median high of 3\.6 USD, USDT books at 1\.8 USD\.$/,
    );
    expect(sentence([], { blocs })).toMatch(
      /no data for this minute\. USD books stood at a median low of 3\.5 USD, USDT books at 1\.6 USD\.$/,
    );
  });

  it('says among whose books the median was taken', () => {
    expect(sentence([bybit({})], { bloc: 'USD' })).toContain(
      'above the median high of the USD books of 5 other venues',
    );
  });

  it('names markets left out where nobody could be measured', () => {
    expect(
      sentence([venue('gate', { missing: 'left-out' })], {
        leftOut: [
          {
            venue: 'gate',
            market: 'ATOM/USDT',
            kind: 'spot',
            source: 'rest',
            why: 'suspected namesake',
            aliasOf: null,
            factor: 0.03,
            days: ['2025-10-10'],
          },
        ],
      }),
    ).toBe(
      'On 2025-10-10 at 21:20 UTC no venue’s ATOM price could be measured: suspected to be another coin or unit (Gate).',
    );
  });
});

/** Far below, with the other venues calm. */
const deep = (market: string, low: number, reference: number, peers: number): MinuteVenue =>
  measured('binance', { low, high: reference, referenceLow: reference, referenceHigh: reference }, { market, peers });

describe('the sentence of a wrapped and of a pegged asset', () => {
  const cases: readonly (readonly [string, WrittenReference, MinuteVenue, string])[] = [
    [
      'WBETH',
      'wrapped',
      deep('WBETH/USDT', 430.65, 4_133, 7),
      'WBETH traded as low as 430.65 USD on Binance (WBETH/USDT), 89.58 % below the median low of ETH on 7 other venues times the usual WBETH/ETH ratio, 4,133 USD.',
    ],
    [
      'WBETH',
      'all',
      deep('WBETH/USDT', 430.65, 4_133, 3),
      'WBETH traded as low as 430.65 USD on Binance (WBETH/USDT), 89.58 % below the median low of all 3 venues, 4,133 USD.',
    ],
    [
      'WBETH',
      'vwm',
      deep('WBETH/USDT', 430.65, 4_133, 2),
      'WBETH traded as low as 430.65 USD on Binance (WBETH/USDT), 89.58 % below the volume-weighted median low of 2 other venues, 4,133 USD.',
    ],
    [
      'WBETH',
      'venue:bybit',
      deep('WBETH/USDT', 430.65, 4_133, 1),
      'WBETH traded as low as 430.65 USD on Binance (WBETH/USDT), 89.58 % below the low on Bybit, 4,133 USD.',
    ],
    [
      'BNSOL',
      'wrapped',
      deep('BNSOL/USDT', 34.9, 215.4, 9),
      'BNSOL traded as low as 34.9 USD on Binance (BNSOL/USDT), 83.80 % below the median low of SOL on 9 other venues times the usual BNSOL/SOL ratio, 215.4 USD.',
    ],
    [
      'BNSOL',
      'all',
      deep('BNSOL/USDT', 34.9, 215.4, 2),
      'BNSOL traded as low as 34.9 USD on Binance (BNSOL/USDT), 83.80 % below the median low of all 2 venues, 215.4 USD.',
    ],
    [
      'BNSOL',
      'vwm',
      deep('BNSOL/USDT', 34.9, 215.4, 2),
      'BNSOL traded as low as 34.9 USD on Binance (BNSOL/USDT), 83.80 % below the volume-weighted median low of 2 other venues, 215.4 USD.',
    ],
    [
      'BNSOL',
      'venue:okx',
      deep('BNSOL/USDT', 34.9, 215.4, 1),
      'BNSOL traded as low as 34.9 USD on Binance (BNSOL/USDT), 83.80 % below the low on OKX, 215.4 USD.',
    ],
    [
      'USDE',
      'peg',
      deep('USDE/USDT', 0.65, 1, 0),
      'USDe traded as low as 0.65 USD on Binance (USDE/USDT), 35.00 % below the peg of 1 USD.',
    ],
    [
      'USDE',
      'all',
      deep('USDE/USDT', 0.65, 1, 6),
      'USDe traded as low as 0.65 USD on Binance (USDE/USDT), 35.00 % below the median low of all 6 venues, 1 USD.',
    ],
    [
      'USDE',
      'vwm',
      deep('USDE/USDT', 0.65, 1, 5),
      'USDe traded as low as 0.65 USD on Binance (USDE/USDT), 35.00 % below the volume-weighted median low of 5 other venues, 1 USD.',
    ],
    [
      'USDE',
      'venue:kraken',
      deep('USDE/USDT', 0.65, 1, 1),
      'USDe traded as low as 0.65 USD on Binance (USDE/USDT), 35.00 % below the low on Kraken, 1 USD.',
    ],
  ];
  it.each(cases)('%s against %s names what it was compared with', (asset, reference, venue, words) => {
    expect(sentence([venue], { asset: of(asset), reference: referenceOf(reference) })).toBe(
      `On 2025-10-10 at 21:20 UTC, ${words}`,
    );
  });

  it('says what was lacking where nothing could be compared', () => {
    const lone = venue('binance', { missing: 'too-few-peers' });
    const why = (asset: string, reference: WrittenReference): string =>
      sentence([lone], { asset: of(asset), reference: referenceOf(reference) }).replace(/^.*measured: /, '');
    expect(why('WBETH', 'wrapped')).toBe('too few venues of ETH, or no ratio of the day before (Binance).');
    expect(why('WBETH', 'venue:bybit')).toBe('no price on Bybit to compare with (Binance).');
    expect(why('WBETH', 'venue:binance')).toBe('the reference venue itself (Binance).');
  });

  it('does not say that a computed price was traded at', () => {
    expect(sentence([deep('ATOM/USDT', 1, 2, 5), { ...deep('ATOM/USDT', 0.5, 2, 5), kind: 'mark' }])).toContain(
      'ATOM was priced as low as 0.5 USD on Binance (ATOM/USDT mark price)',
    );
  });
});

describe('a distance in words', () => {
  it('never becomes 100 % for a fall that left something, nor 0 for one that is not 0', () => {
    // IOTX on Binance: 0.000001 (Jamster187), against 0.025 elsewhere: −99.996 %.
    expect(distance(0.000001 / 0.025 - 1)).toBe('99.99 %');
    expect(distance(-0.00001)).toBe('less than 0.01 %');
    expect(distance(0.3653)).toBe('36.53 %');
  });
});
