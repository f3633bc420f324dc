import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, PRICE_FIELDS } from '../domain/candle';
import { analyse } from './analyse';
import { bar, DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from './testing/markets';
import { MISSING, type Analysis, type VenueSeries } from './types';

describe('the deepest minute, 2025-10-10T21:20Z', () => {
  // Binance, Kraken and Coinbase as yanagihalab/atom-flash-crash-research gives them; the other offshore venues' lows "about 1.5–1.6".
  const markets = [
    marketOf('binance ATOM/USDT', [
      { open: 1.863, high: 2.283, low: 0.001, close: 1.997, baseVolume: 98_726.74, trades: 1_582 },
    ]),
    marketOf('bybit ATOM/USDT', [bar(1.9, 2.2, 1.5, 2)]),
    marketOf('okx ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('gate ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('kraken ATOM/USD', [bar(3.3745, 3.3745, 3, 3.3239)]),
    marketOf('coinbase ATOM/USD', [bar(3.56, 3.594, 3.56, 3.594, 2_425.45)]),
  ];
  const analysis = analyse({ question: questionOf(1), markets, rateMarkets: [] });

  it("finds Binance's ATOM at 0.001 against 1.6, the others' median: 99.9375 % below", () => {
    const [deepest] = analysis.episodes;
    // 0.001 ÷ 1.6 − 1; the lows of the others are 1.5, 1.6, 1.6, 3, 3.56.
    expect(deepest).toMatchObject({
      venue: 'binance',
      side: 'below',
      peakMinute: DEEPEST_MINUTE,
      peakPrice: 0.001,
      peakReference: 1.6,
      peersAtPeak: 5,
      baseVolume: 98_726.74,
    });
    expect(deepest?.peak).toBeCloseTo(-0.999375, 12);
    // No other venue traded below 1.5.
    expect(deepest?.peakOutside).toBeCloseTo(0.001 / 1.5 - 1, 12);
  });

  it('holds low against low, high against high and close against close', () => {
    const binance = analysis.series.find(({ venue }) => venue === 'binance');
    // Highs of the others: 2.2, 2.25, 2.25, 3.3745, 3.594; closes: 2, 2.1, 2.1, 3.3239, 3.594.
    expect(binance?.referenceHigh[0]).toBe(2.25);
    expect(binance?.referenceClose[0]).toBe(2.1);
    expect(binance?.dHigh[0]).toBeCloseTo(2.283 / 2.25 - 1, 12);
    expect(binance?.dClose[0]).toBeCloseTo(1.997 / 2.1 - 1, 12);
    // |2 − 2.1|, 0, 0, |3.3239 − 2.1|, |3.594 − 2.1|: the middle one is 0.1.
    expect(binance?.dispersion[0]).toBeCloseTo(1.4826 * 0.1, 12);
  });

  it("leaves Binance out of its own reference and keeps it in everybody else's", () => {
    // Bybit's others: 0.001, 1.6, 1.6, 3, 3.56.
    const bybit = analysis.series.find(({ venue }) => venue === 'bybit');
    expect(bybit?.referenceLow[0]).toBe(1.6);
    expect(bybit?.outside[0]).toBe(0);
  });

  it('says that the parity of USDT was assumed', () => {
    expect(analysis.notes).toContainEqual(expect.objectContaining({ kind: 'assumed-parity', quotes: ['USDT'] }));
  });
});

it("an asset of which nothing is stored gives empty series, and no number for the market's fall", () => {
  const analysis = analyse({ question: questionOf(3), markets: [], rateMarkets: [] });
  expect([analysis.series, analysis.episodes, analysis.falls]).toStrictEqual([[], [], []]);
  expect(analysis.market.fall).toBeNaN();
});

it('a minute nobody asked for, one without trade, one with a filler, one that moved, one set aside and one without peers are different facts', () => {
  const peers = ['kraken', 'coinbase', 'okx'].map((venue) =>
    marketOf(`${venue} ATOM/USD`, [flat(4), flat(4), flat(4), flat(4), flat(4), undefined]),
  );
  const moved = { ...zeroVolume(4), low: 0.9 };
  const binance = marketOf('binance ATOM/USD', [
    'unasked',
    undefined,
    { ...zeroVolume(4) },
    moved,
    'set-aside',
    flat(4),
  ]);
  const { series } = analyse({ question: questionOf(6), markets: [...peers, binance], rateMarkets: [] });
  const [own] = series;
  expect([...(own?.missing ?? [])].map((why) => MISSING[why])).toStrictEqual([
    'not-fetched',
    'no-trade',
    'no-trade',
    'moved',
    'set-aside',
    'too-few-peers',
  ]);
  for (const field of ['low', 'close'] as const)
    expect([...(own?.[field] ?? [])]).toStrictEqual([NaN, NaN, NaN, NaN, NaN, 4]);
  // What moved is shown, and takes no part.
  expect([...(own?.rawLow ?? [])]).toStrictEqual([NaN, NaN, NaN, 0.9, NaN, 4]);
  expect([...(own?.open ?? [])]).toStrictEqual([NaN, NaN, NaN, NaN, NaN, 4]);
});

describe('five minutes whose low is 0.9 where four venues stand at 1.99', () => {
  const calm = bar(2, 2.01, 1.99, 2);
  const venues = ['bitstamp', 'coinbase', 'gemini', 'kraken'];
  const asked = (low: Slot, kraken: Slot = calm): Analysis =>
    analyse({
      question: questionOf(7),
      markets: [
        ...venues.map((venue) =>
          marketOf(`${venue} ATOM/USD`, Array<Slot>(7).fill(venue === 'kraken' ? kraken : calm)),
        ),
        marketOf('bitfinex ATOM/USD', [calm, low, low, low, low, low, calm]),
      ],
      rateMarkets: [],
    });
  const lowOf = (volume: Partial<Record<'baseVolume' | 'trades', number>>): Slot => ({
    open: 2,
    high: 2.01,
    low: 0.9,
    close: 2,
    ...volume,
  });
  const bitfinex = ({ series }: Analysis): VenueSeries | undefined => series.find(({ venue }) => venue === 'bitfinex');

  it('at volume 0 are no trade and no episode, and are reported as moved, with their prices', () => {
    const analysis = asked(lowOf({ baseVolume: 0 }));
    const own = bitfinex(analysis);
    expect([...(own?.missing ?? [])].filter((why) => MISSING[why] === 'moved')).toHaveLength(5);
    expect([analysis.episodes, own?.rawLow[3], own?.low[3]]).toStrictEqual([[], 0.9, NaN]);
    // Nor are they anybody's peer.
    expect(analysis.series.find(({ venue }) => venue === 'kraken')?.peers[3]).toBe(3);
  });

  it('of unknown volume are traded, measured and an episode, whose volume is unknown', () => {
    const analysis = asked(lowOf({}));
    const [episode, ...others] = analysis.episodes;
    expect([episode?.venue, episode?.spanMinutes, episode?.peak, others]).toStrictEqual([
      'bitfinex',
      5,
      0.9 / 1.99 - 1,
      [],
    ]);
    expect([episode?.baseVolume, episode?.usdVolume, episode?.volumeShare]).toStrictEqual([NaN, NaN, NaN]);
    expect(analysis.series.find(({ venue }) => venue === 'kraken')?.peers[3]).toBe(4);
  });

  it('have a share of the volume, unless that of another venue is unknown', () => {
    const [known] = asked(lowOf({ baseVolume: 3 })).episodes;
    // In USD: 5 × 3 × 2 of 5 × 3 × 2 and four times 5 × 10 × 2.
    expect([known?.baseVolume, known?.usdVolume, known?.volumeShare]).toStrictEqual([15, 30, 30 / 430]);
    const [unknown] = asked(lowOf({ baseVolume: 3 }), { open: 2, high: 2.01, low: 1.99, close: 2 }).episodes;
    expect([unknown?.baseVolume, unknown?.usdVolume, unknown?.volumeShare]).toStrictEqual([15, 30, NaN]);
  });
});

const zeroVolume = (price: number): object =>
  Object.fromEntries(CANDLE_FIELDS.map((field) => [field, PRICE_FIELDS.some((name) => name === field) ? price : 0]));
