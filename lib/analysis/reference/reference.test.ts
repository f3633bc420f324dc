import { describe, expect, it } from 'vitest';
import type { Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { analyse } from '../analyse';
import { bar, flat, marketOf, questionOf } from '../testing/markets';
import { scorecardsOf } from '../scorecards/scorecard';
import { MISSING, type Analysis, type VenueSeries } from '../types';

/** One minute of ATOM/USD; venue → price. */
function oneMinute(prices: Readonly<Record<string, number>>, asked: Partial<Question> = {}): Analysis {
  const markets = Object.entries(prices).map(([venue, price]) => marketOf(`${venue} ATOM/USD`, [flat(price)]));
  return analyse({ question: questionOf(1, asked), markets, rateMarkets: [] });
}

const seriesOf = ({ series }: Analysis, venue: string): VenueSeries | undefined =>
  series.find((one) => one.venue === venue);
const missingOf = (analysis: Analysis, venue: string): string | undefined =>
  MISSING[seriesOf(analysis, venue)?.missing[0] ?? NaN];

describe("the others' median", () => {
  it('is the mean of the middle two of an even count', () => {
    const binance = seriesOf(oneMinute({ binance: 50, bybit: 100, gate: 103, kraken: 99, okx: 101 }), 'binance');
    expect([binance?.referenceLow[0], binance?.peers[0]]).toStrictEqual([100.5, 4]);
    // Distances 0.5, 2.5, 1.5, 0.5: the middle two are 0.5 and 1.5.
    expect(binance?.dispersion[0]).toBe(1.4826);
    expect(binance?.dLow[0]).toBe(50 / 100.5 - 1);
  });

  it('is the middle one of an odd count', () => {
    expect(seriesOf(oneMinute({ binance: 50, bybit: 100, kraken: 99, okx: 104 }), 'binance')?.referenceLow[0]).toBe(
      100,
    );
  });

  it('takes two other venues for too few at the default of three, and names the pairwise view', () => {
    const analysis = oneMinute({ binance: 50, bybit: 100, okx: 100 });
    expect(missingOf(analysis, 'binance')).toBe('too-few-peers');
    expect([
      seriesOf(analysis, 'binance')?.peers[0],
      seriesOf(analysis, 'binance')?.referenceLow[0],
      seriesOf(analysis, 'binance')?.low[0],
    ]).toStrictEqual([2, NaN, 50]);
    expect(analysis.notes).toStrictEqual([{ kind: 'few-venues', asset: 'ATOM', venues: 3 }]);
  });

  it('takes two where the reader asks for two, and calls it weak', () => {
    const analysis = oneMinute({ binance: 50, bybit: 100, okx: 100 }, { minPeers: 2 });
    expect(seriesOf(analysis, 'binance')?.dLow[0]).toBe(-0.5);
    expect(analysis.notes).toContainEqual({ kind: 'few-peers', minPeers: 2 });
  });

  it('is made of the venues that traded in that very minute', () => {
    const silent = marketOf('gate ATOM/USD', [flat(100), undefined]);
    const filler = marketOf('kucoin ATOM/USD', [flat(100), flat(100, 0)]);
    const others = ['binance', 'bybit', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(100), flat(100)]));
    const binance = seriesOf(
      analyse({ question: questionOf(2), markets: [silent, filler, ...others], rateMarkets: [] }),
      'binance',
    );
    expect([...(binance?.peers ?? [])]).toStrictEqual([4, 2]);
    expect([...(binance?.missing ?? [])].map((why) => MISSING[why])).toStrictEqual(['measured', 'too-few-peers']);
  });

  it('measures a perpetual contract, and never takes it for a peer', () => {
    const spot = ['bybit', 'gate', 'kraken'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(100)]));
    const perp = marketOf('binancecoinm ATOM/USD', [flat(30)], { kind: 'perp' });
    const analysis = analyse({ question: questionOf(1), markets: [...spot, perp], rateMarkets: [] });
    expect(seriesOf(analysis, 'binancecoinm')?.dLow[0]).toBe(0.3 - 1);
    expect(seriesOf(analysis, 'binancecoinm')?.peers[0]).toBe(3);
    expect(missingOf(analysis, 'bybit')).toBe('too-few-peers');
    expect(analysis.market.fall).toBe(0);
    expect(analysis.notes).toContainEqual({ kind: 'perpetuals', venues: ['binancecoinm'] });
  });
});

describe("a contract beside its venue's spot book", () => {
  /** Bybit's perpetual, shown beside its spot book, which lies at 40; three other venues at 100, 101 and 102. */
  function besideSpot(perp: number, asked: Partial<Question> = {}): Analysis {
    const spot = Object.entries({ bybit: 40, gate: 100, kraken: 101, okx: 102 }).map(([venue, price]) =>
      marketOf(`${venue} ATOM/USD`, [flat(price)]),
    );
    const contract = marketOf('bybit ATOM/USD', [flat(perp)], { kind: 'perp' });
    const markets = [{ venue: 'bybit' as Venue, quote: 'USD', kind: 'perp' as const }];
    return analyse({ question: questionOf(1, { markets, ...asked }), markets: [...spot, contract], rateMarkets: [] });
  }
  const perpOf = ({ series }: Analysis): VenueSeries | undefined => series.find(({ market }) => market.kind === 'perp');

  it('has its own volume in its episode, and none in that of a spot book', () => {
    // Ten of each were traded, at 40, 50, 100, 101 and 102 USD.
    const own = besideSpot(50).episodes.filter(({ venue }) => venue === 'bybit');
    expect(own.map(({ kind, usdVolume, volumeShare }) => [kind, usdVolume, volumeShare])).toStrictEqual([
      ['spot', 400, 400 / (400 + 1_000 + 1_010 + 1_020)],
      ['perp', 500, 500 / (500 + 400 + 1_000 + 1_010 + 1_020)],
    ]);
  });

  it("is compared with the OTHER venues: its own venue's spot book is no peer of it", () => {
    const perp = perpOf(besideSpot(50));
    // The others' 100, 101 and 102, as for bybit's spot book; with the 40 of its own venue it were 100.5 of 4.
    expect([perp?.referenceLow[0], perp?.referenceClose[0], perp?.peers[0], perp?.dLow[0]]).toStrictEqual([
      101,
      101,
      3,
      50 / 101 - 1,
    ]);
    // Distances 1, 0 and 1.
    expect(perp?.dispersion[0]).toBe(1.4826);
    expect(perpOf(besideSpot(50, { minPeers: 4 }))?.missing[0]).toBe(MISSING.indexOf('too-few-peers'));
  });

  it('is so by volume too', () => {
    // Three equal volumes: two thirds lie up to 101.
    const perp = perpOf(besideSpot(50, { reference: { kind: 'vwm' } }));
    expect([perp?.referenceLow[0], perp?.peers[0]]).toStrictEqual([101, 3]);
  });

  it("is outside the other venues though its own venue's spot book lies lower still", () => {
    const analysis = besideSpot(50);
    expect(perpOf(analysis)?.outside[0]).toBe(-0.5);
    expect(
      analysis.episodes.filter(({ venue }) => venue === 'bybit').map(({ kind, peakOutside }) => [kind, peakOutside]),
    ).toStrictEqual([
      ['spot', 40 / 100 - 1],
      ['perp', -0.5],
    ]);
  });

  it('leaves the spot book a peer of everyone else, and of "all"', () => {
    expect(seriesOf(besideSpot(50), 'gate')?.peers[0]).toBe(3);
    // 40, 100, 101 and 102.
    expect(perpOf(besideSpot(50, { reference: { kind: 'all' } }))?.referenceLow[0]).toBe(100.5);
  });
});

describe('one venue as the reference', () => {
  const asked: Partial<Question> = { reference: { kind: 'venue', venue: 'coinbase' as Venue } };

  it('holds every other venue against it, whatever the least number of peers', () => {
    const analysis = oneMinute({ binance: 50, coinbase: 100 }, asked);
    expect([seriesOf(analysis, 'binance')?.referenceLow[0], seriesOf(analysis, 'binance')?.dLow[0]]).toStrictEqual([
      100, -0.5,
    ]);
    expect(seriesOf(analysis, 'binance')?.dispersion[0]).toBeNaN();
    expect(analysis.notes).toContainEqual({ kind: 'pairwise', venue: 'coinbase' });
  });

  it('has no deviation of its own', () => {
    const analysis = oneMinute({ binance: 50, coinbase: 100 }, asked);
    expect([seriesOf(analysis, 'coinbase')?.low[0], seriesOf(analysis, 'coinbase')?.dLow[0]]).toStrictEqual([100, NaN]);
  });

  it('measures nothing, and says so, where the reference venue has no spot market', () => {
    const perp = marketOf('coinbase ATOM/USD', [flat(100)], { kind: 'perp' });
    const analysis = analyse({
      question: questionOf(1, asked),
      markets: [marketOf('binance ATOM/USD', [flat(50)]), perp],
      rateMarkets: [],
    });
    expect(missingOf(analysis, 'binance')).toBe('too-few-peers');
    expect(analysis.notes).toContainEqual({ kind: 'no-reference-venue', venue: 'coinbase', asset: 'ATOM' });
    expect(analysis.notes).not.toContainEqual(expect.objectContaining({ kind: 'pairwise' }));
  });

  it('leaves the others unmeasured where it did not trade, however many they are', () => {
    const others = ['binance', 'bybit', 'gate', 'kraken'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(100)]));
    const analysis = analyse({
      question: questionOf(1, asked),
      markets: [...others, marketOf('coinbase ATOM/USD', [undefined])],
      rateMarkets: [],
    });
    expect(missingOf(analysis, 'binance')).toBe('too-few-peers');
    expect(missingOf(analysis, 'coinbase')).toBe('no-trade');
  });
});

describe('outside every other venue', () => {
  /** Binance's minute beside three venues whose ranges together reach from 90 to 110. */
  function outsideOf(high: number, low: number): number | undefined {
    const others = [
      marketOf('bybit ATOM/USD', [bar(100, 110, 95, 100)]),
      marketOf('kraken ATOM/USD', [bar(100, 105, 90, 100)]),
      marketOf('okx ATOM/USD', [flat(100)]),
    ];
    const binance = marketOf('binance ATOM/USD', [bar(low, high, low, low)]);
    return seriesOf(analyse({ question: questionOf(1), markets: [binance, ...others], rateMarkets: [] }), 'binance')
      ?.outside[0];
  }

  it('is 0 within their range, its edges included', () => {
    expect(outsideOf(110, 90)).toBe(0);
  });

  it('is the distance below their lowest low', () => {
    expect(outsideOf(100, 45)).toBe(-0.5);
  });

  it('is the distance above their highest high', () => {
    expect(outsideOf(165, 100)).toBe(0.5);
  });

  it('is the greater of the two where a minute left the range on both sides', () => {
    expect(outsideOf(121, 45)).toBe(-0.5);
    expect(outsideOf(220, 81)).toBe(1);
  });

  it("is reported for each side by that side's episode, whatever the other side of the minute did", () => {
    const others = ['bybit', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, [flat(100)]));
    const binance = marketOf('binance ATOM/USD', [bar(100, 250, 50, 100)]);
    const { series, episodes } = analyse({ question: questionOf(1), markets: [binance, ...others], rateMarkets: [] });
    // 50 ÷ 100 − 1 below, 250 ÷ 100 − 1 above; the minute itself counts by the greater.
    expect(series.find(({ venue }) => venue === 'binance')?.outside[0]).toBe(1.5);
    expect(episodes.map(({ side, peakOutside }) => [side, peakOutside])).toStrictEqual([
      ['above', 1.5],
      ['below', -0.5],
    ]);
  });

  it('is unknown, not 0, where no other venue traded', () => {
    const pegged = analyse({
      question: questionOf(2, { reference: { kind: 'peg' } }),
      markets: [marketOf('binance ATOM/USD', [flat(0.5), flat(0.5)]), marketOf('okx ATOM/USD', [undefined, flat(1)])],
      rateMarkets: [],
    });
    expect([...(seriesOf(pegged, 'binance')?.outside ?? [])]).toStrictEqual([NaN, -0.5]);
    expect(scorecardsOf(pegged).map(({ market, minutesOutside }) => [market.venue, minutesOutside])).toStrictEqual([
      ['binance', 1],
      ['okx', 1],
    ]);
    expect(pegged.episodes.map(({ peakOutside }) => peakOutside)).toStrictEqual([-0.5]);
  });

  it('is 0 for two venues that share the lowest low', () => {
    const lows = { binance: 90, bybit: 90, kraken: 95, okx: 100 };
    const analysis = oneMinute(lows);
    expect(Object.keys(lows).map((venue) => seriesOf(analysis, venue)?.outside[0])).toStrictEqual([
      0,
      0,
      0,
      100 / 95 - 1,
    ]);
  });

  it('holds a perpetual contract against all spot venues, the lowest included', () => {
    const spot = [90, 95, 100].map((price, i) =>
      marketOf(`${['bybit', 'kraken', 'okx'][i] ?? ''} ATOM/USD`, [flat(price)]),
    );
    const perp = marketOf('binancecoinm ATOM/USD', [flat(90)], { kind: 'perp' });
    expect(
      seriesOf(analyse({ question: questionOf(1), markets: [...spot, perp], rateMarkets: [] }), 'binancecoinm')
        ?.outside[0],
    ).toBe(0);
  });
});
