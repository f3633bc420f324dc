import { describe, expect, it } from 'vitest';
import type { Note } from '../../domain/note';
import { minute } from '../../domain/minute';
import { analyse } from '../analyse';
import { DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { MISSING, RATE_RULES, type MarketColumns, type VenueSeries } from '../types';

/** Two minutes to each side of the window, as an analysis is given them. */
const from = minute(DEEPEST_MINUTE - 2);

/** Rate markets over five minutes, the window's one in the middle. */
const rates = (name: string, prices: readonly (number | undefined)[]): MarketColumns =>
  marketOf(
    name,
    prices.map((price): Slot => (price === undefined ? undefined : flat(price))),
    { from },
  );
const steady = (name: string, price: number): MarketColumns => rates(name, [price, price, price, price, price]);
const two = (pair: string, first: number, second: number): readonly MarketColumns[] => [
  steady(`binance ${pair}`, first),
  steady(`kraken ${pair}`, second),
];

/** The series of one ATOM market at 10 in one minute, and the notes. */
function converted(
  quote: string,
  rateMarkets: readonly MarketColumns[],
): { readonly series: VenueSeries | undefined; readonly notes: readonly Note[] } {
  const { series, notes } = analyse({
    question: questionOf(1),
    markets: [marketOf(`okx ATOM/${quote}`, [flat(10)])],
    rateMarkets,
  });
  return { series: series[0], notes };
}

const rateAndRule = (quote: string, rateMarkets: readonly MarketColumns[]): unknown => {
  const { series } = converted(quote, rateMarkets);
  return [series?.rate[0], RATE_RULES[series?.rateRule[0] ?? NaN]];
};

describe('US dollars per quote', () => {
  it('are 1 for USD itself', () => {
    expect(rateAndRule('USD', [])).toStrictEqual([1, 'usd']);
  });

  it('come from the cross of BTC and of ETH, the median of the two', () => {
    // BTC: (100,000 and 102,000 → 101,000) ÷ 100,000 = 1.01; ETH: 4,080 ÷ 4,000 = 1.02; between them 1.015.
    const crosses = [
      ...two('BTC/USD', 100_000, 102_000),
      ...two('BTC/USDT', 100_000, 100_000),
      ...two('ETH/USD', 4_080, 4_080),
      ...two('ETH/USDT', 4_000, 4_000),
    ];
    const { series, notes } = converted('USDT', crosses);
    expect(series?.rate[0]).toBeCloseTo(1.015, 12);
    expect(RATE_RULES[series?.rateRule[0] ?? NaN]).toBe('cross');
    expect(series?.close[0]).toBeCloseTo(10.15, 12);
    expect(notes).not.toContainEqual(expect.objectContaining({ kind: 'assumed-parity' }));
  });

  it('come from BTC alone where ETH has no cross', () => {
    expect(
      rateAndRule('EUR', [
        ...two('BTC/USD', 110_000, 110_000),
        ...two('BTC/EUR', 100_000, 100_000),
        steady('kraken ETH/EUR', 3_000),
      ]),
    ).toStrictEqual([1.1, 'cross']);
  });

  it('need two venues on each leg of a cross, and two sources of one venue are one venue', () => {
    const direct = steady('coinbase USDT/USD', 0.999);
    expect(
      rateAndRule('USDT', [...two('BTC/USD', 101_000, 101_000), steady('kraken BTC/USDT', 100_000), direct]),
    ).toStrictEqual([0.999, 'direct']);
    const archive = { ...steady('kraken BTC/USDT', 100_000), source: 'archive' as const };
    expect(
      rateAndRule('USDT', [...two('BTC/USD', 101_000, 101_000), steady('kraken BTC/USDT', 100_000), archive, direct]),
    ).toStrictEqual([0.999, 'direct']);
  });

  it('are never taken from a perpetual contract', () => {
    const perps = two('BTC/USDT', 100_000, 100_000).map((one) => ({
      ...one,
      market: { ...one.market, kind: 'perp' as const },
    }));
    expect(rateAndRule('USDT', [...two('BTC/USD', 101_000, 101_000), ...perps])).toStrictEqual([1, 'parity']);
  });

  it('are smoothed by the median of five minutes: a cross that jumps for one minute is passed over', () => {
    const dollars = [100_000, 101_000, 150_000, 102_000, 103_000];
    const jump = [
      rates('binance BTC/USD', dollars),
      rates('kraken BTC/USD', dollars),
      ...two('BTC/USDT', 100_000, 100_000),
    ];
    // 1.00, 1.01, 1.50, 1.02, 1.03.
    expect(rateAndRule('USDT', jump)).toStrictEqual([1.02, 'cross']);
  });

  it('are smoothed over the crosses there are, the mean of the middle two where they are even', () => {
    const dollars = [100_000, undefined, 150_000, 102_000, 104_000];
    const jump = [
      rates('binance BTC/USD', dollars),
      rates('kraken BTC/USD', dollars),
      ...two('BTC/USDT', 100_000, 100_000),
    ];
    // 1.00, 1.50, 1.02, 1.04 → (1.02 + 1.04) ÷ 2.
    expect(rateAndRule('USDT', jump)).toStrictEqual([1.03, 'cross']);
  });

  it('fall through to the next rule in a minute without a cross of its own: its neighbours never stand in', () => {
    const dollars = [100_000, 101_000, undefined, 102_000, 103_000];
    const hole = [
      rates('binance BTC/USD', dollars),
      rates('kraken BTC/USD', dollars),
      ...two('BTC/USDT', 100_000, 100_000),
    ];
    expect(
      rateAndRule('USDT', [...hole, steady('coinbase USDT/USD', 0.999), steady('kraken USDT/USD', 1.001)]),
    ).toStrictEqual([1, 'direct']);
    expect(rateAndRule('USDT', hole)).toStrictEqual([1, 'parity']);
  });

  it('are assumed at parity for a USD stablecoin alone, and the reader is told', () => {
    const { series, notes } = converted('USDC', []);
    expect([series?.rate[0], RATE_RULES[series?.rateRule[0] ?? NaN]]).toStrictEqual([1, 'parity']);
    expect(notes.filter(({ kind }) => kind === 'assumed-parity')).toHaveLength(1);
  });

  it("are never assumed for EUR and KRW: no rate, no price, and no part in anybody's reference", () => {
    for (const quote of ['EUR', 'KRW']) {
      const peers = ['bybit', 'gate', 'kraken'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(10)]));
      const { series } = analyse({
        question: questionOf(1),
        markets: [...peers, marketOf(`upbit ATOM/${quote}`, [flat(10)])],
        rateMarkets: [],
      });
      const own = series.find(({ venue }) => venue === 'upbit');
      expect(MISSING[own?.missing[0] ?? NaN]).toBe('no-rate');
      expect([own?.rate[0], own?.low[0], own?.dLow[0], own?.rawLow[0]]).toStrictEqual([NaN, NaN, NaN, 10]);
      expect(series.find(({ venue }) => venue === 'bybit')?.peers[0]).toBe(2);
    }
  });

  it('of EUR may come from its direct pair', () => {
    expect(rateAndRule('EUR', [steady('kraken EUR/USD', 1.16)])).toStrictEqual([1.16, 'direct']);
  });

  it('play no part where the question asks for no rate: raw quotes, inside the one that most venues share', () => {
    const markets = [
      marketOf('binance ATOM/USDT', [flat(9)]),
      marketOf('okx ATOM/USDT', [flat(10)]),
      marketOf('kraken ATOM/USD', [flat(11)]),
    ];
    const analysis = analyse({
      question: questionOf(1, { rate: 'none' }),
      markets,
      rateMarkets: two('BTC/USDT', 1, 1),
    });
    expect(analysis.currency).toBe('USDT');
    expect(analysis.series.map(({ venue, close }) => [venue, close[0]])).toStrictEqual([
      ['binance', 9],
      ['okx', 10],
    ]);
  });
});
