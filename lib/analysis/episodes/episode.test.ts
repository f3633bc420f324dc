import { describe, expect, it } from 'vitest';
import type { Question } from '../../domain/question';
import { analyse } from '../analyse';
import { bar, DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import type { Analysis, Episode } from '../types';

/** Three peers at 100 throughout, and binance as given; T is 2 %, so T/2 is 1 %. */
function beside(slots: readonly Slot[], asked: Partial<Question> = {}): Analysis {
  const peers = ['coinbase', 'kraken', 'okx'].map((venue) =>
    marketOf(
      `${venue} ATOM/USD`,
      slots.map(() => flat(100)),
    ),
  );
  return analyse({
    question: questionOf(slots.length, asked),
    markets: [marketOf('binance ATOM/USD', slots), ...peers],
    rateMarkets: [],
  });
}

const straying = (slots: readonly Slot[], asked?: Partial<Question>): readonly Episode[] =>
  [...beside(slots, asked).episodes].sort((a, b) => a.start - b.start);

/** Flat minutes at these prices; undefined: no trade. */
const at = (...prices: readonly (number | undefined)[]): readonly Slot[] =>
  prices.map((price) => (price === undefined ? undefined : flat(price)));
const none = (minutes: number): readonly undefined[] => Array.from({ length: minutes }, () => undefined);

/** Where the episodes lie: minutes after the window's first. */
const placesOf = (episodes: readonly Episode[]): unknown =>
  episodes.map(({ side, start, end, censored }) => [side, start - DEEPEST_MINUTE, end - DEEPEST_MINUTE, censored]);

describe('where an episode begins and ends', () => {
  it('begins with the first minute at T and ends after the last at half of T', () => {
    expect(placesOf(straying(at(100, 98.5, 95, 98.5, 99.5, 99.5, 99.5, 100)))).toStrictEqual([['below', 2, 4, 'none']]);
  });

  it('counts exactly T as entered and exactly half of T as not yet left', () => {
    // 75 ÷ 100 − 1 and 87.5 ÷ 100 − 1 are exact in binary.
    expect(placesOf(straying(at(100, 75, 87.5, 100, 100, 100), { enter: 0.25 }))).toStrictEqual([
      ['below', 1, 3, 'none'],
    ]);
    expect(straying(at(100, 75.5, 100, 100, 100), { enter: 0.25 })).toStrictEqual([]);
  });

  it('is not ended by flicker below half the level for two minutes', () => {
    expect(placesOf(straying(at(100, 95, 99.5, 99.5, 98.5, 99.5, 99.5, 98.5, 100, 100, 100)))).toStrictEqual([
      ['below', 1, 8, 'none'],
    ]);
  });

  it('begins anew when the level is passed again after three calm minutes', () => {
    expect(placesOf(straying(at(100, 95, 100, 100, 100, 95, 100, 100, 100)))).toStrictEqual([
      ['below', 1, 2, 'none'],
      ['below', 5, 6, 'none'],
    ]);
  });

  it('is neither extended nor ended by a missing minute', () => {
    // Two calm minutes, a hole, the third calm minute: over.
    expect(placesOf(straying(at(100, 95, 99.5, 99.5, undefined, 99.5, 95, 100, 100, 100)))).toStrictEqual([
      ['below', 1, 2, 'none'],
      ['below', 6, 7, 'none'],
    ]);
    // Two calm minutes and holes alone: not over.
    expect(placesOf(straying(at(100, 95, 99.5, 99.5, undefined, undefined, 95, 100, 100, 100)))).toStrictEqual([
      ['below', 1, 7, 'none'],
    ]);
  });

  it('outlives 30 missing minutes and counts them as unknown', () => {
    const episodes = straying(at(100, 95, ...none(30), 95, 100, 100, 100));
    expect(placesOf(episodes)).toStrictEqual([['below', 1, 33, 'none']]);
    expect(episodes[0]).toMatchObject({ spanMinutes: 32, unknownMinutes: 30, minutesBeyond: 2 });
  });

  it('is cut off by 31 missing minutes, and says so', () => {
    const episodes = straying(at(100, 95, ...none(31), 95, 100, 100, 100));
    expect(placesOf(episodes)).toStrictEqual([
      ['below', 1, 2, 'gap'],
      ['below', 33, 34, 'none'],
    ]);
    expect(episodes[0]).toMatchObject({ unknownMinutes: 0 });
  });

  it('is censored twice where it began with the window and 31 missing minutes cut it off: neither end was seen', () => {
    expect(placesOf(straying(at(95, ...none(31), 95, 100, 100, 100)))).toStrictEqual([
      ['below', 0, 1, 'start-gap'],
      ['below', 32, 33, 'none'],
    ]);
  });

  it('counts missing minutes in a row, not in all', () => {
    expect(placesOf(straying(at(100, 95, ...none(20), 98.5, ...none(20), 95, 100, 100, 100)))).toStrictEqual([
      ['below', 1, 44, 'none'],
    ]);
  });

  it("is censored where it touches the window's edges", () => {
    expect(placesOf(straying(at(95, 100, 100, 100)))).toStrictEqual([['below', 0, 1, 'start']]);
    expect(placesOf(straying(at(100, 95, 100, 100)))).toStrictEqual([['below', 1, 2, 'end']]);
    expect(placesOf(straying(at(95, 95)))).toStrictEqual([['below', 0, 2, 'both']]);
  });

  it('may lie on both sides at once: a wick down and a wick up in one minute', () => {
    expect(placesOf(straying([flat(100), bar(100, 110, 85, 100), ...at(100, 100, 100)]))).toStrictEqual([
      ['below', 1, 2, 'none'],
      ['above', 1, 2, 'none'],
    ]);
  });

  it('takes 1 % for a stablecoin when the question says so', () => {
    expect(placesOf(straying(at(98.9, 100, 100, 100), { enter: 0.01 }))).toStrictEqual([['below', 0, 1, 'start']]);
    expect(straying(at(98.9, 100, 100, 100))).toStrictEqual([]);
  });
});

describe('what is reported of an episode', () => {
  // Lows 90, 50, 98.5; closes 97, 99.2, 104: closed 3 % and 0.8 % below, then 4 % above. Binance trades 10, 20, 30 of ATOM.
  const slots = [
    flat(100),
    bar(97, 100, 90, 97, 10),
    bar(99.2, 100, 50, 99.2, 20),
    bar(104, 104, 98.5, 104, 30),
    ...at(100, 100, 100),
  ];
  const episode = straying(slots).find(({ side }) => side === 'below');

  it('names its peak, the price and the reference there', () => {
    expect(episode).toMatchObject({
      start: DEEPEST_MINUTE + 1,
      end: DEEPEST_MINUTE + 4,
      spanMinutes: 3,
      peak: -0.5,
      peakMinute: DEEPEST_MINUTE + 2,
      peakPrice: 50,
      peakReference: 100,
      peakOutside: -0.5,
    });
    expect(episode).toMatchObject({ peersAtPeak: 3, minPeers: 3, unknownMinutes: 0, kind: 'spot', censored: 'none' });
  });

  it('counts minutes at T by lows and by closes apart', () => {
    expect(episode).toMatchObject({ minutesBeyond: 2, minutesClosedBeyond: 1 });
    expect(episode?.peakClose).toBeCloseTo(-0.03, 12);
  });

  it('sums the closes of its own side alone into the area: 3 % + 0.8 %', () => {
    expect(episode?.areaPctMinutes).toBeCloseTo(3.8, 9);
  });

  it('recovers with the first of three measured closes in a row within half of T, counted from the peak', () => {
    // The peak's own close is within 1 %, the next is 4 % above: the calm begins two minutes after the peak.
    expect(episode?.recoveryMinutes).toBe(2);
    expect(straying(at(100, 95, 98.5, undefined, 99.5, undefined, 99.5, 99.5))[0]?.recoveryMinutes).toBe(3);
  });

  it('has no recovery, rather than a number, where the window ends first', () => {
    expect(straying(at(100, 95, 99.5, 99.5))[0]?.recoveryMinutes).toBeUndefined();
    expect(straying([flat(100), bar(100, 100, 50, 100), ...at(100, 100)])[0]?.recoveryMinutes).toBe(0);
  });

  it("sums what was traded, and its share of all venues' US dollars", () => {
    expect(episode?.baseVolume).toBe(60);
    // 10 × 97 + 20 × 99.2 + 30 × 104.
    expect(episode?.usdVolume).toBeCloseTo(6_074, 9);
    // Each of the three others: 10 × 100 in each of the three minutes.
    expect(episode?.volumeShare).toBeCloseTo(6_074 / (6_074 + 9_000), 12);
  });

  it('tells the least number of peers from the number at the peak', () => {
    const kraken = marketOf('kraken ATOM/USD', at(100, 100, undefined, 100, 100, 100));
    const others = ['coinbase', 'gate', 'okx'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, at(100, 100, 100, 100, 100, 100)),
    );
    const binance = marketOf('binance ATOM/USD', at(100, 90, 95, 100, 100, 100));
    const [own] = analyse({ question: questionOf(6), markets: [binance, kraken, ...others], rateMarkets: [] }).episodes;
    expect(own).toMatchObject({ venue: 'binance', peersAtPeak: 4, minPeers: 3 });
  });

  it('ranks by peak, and of equal peaks by area', () => {
    const deep = marketOf('okx ATOM/USD', at(100, 90, 90, 100, 100, 100));
    const short = marketOf('binance ATOM/USD', [flat(100), flat(90), ...at(100, 100, 100, 100)]);
    const level = ['coinbase', 'gate', 'kraken', 'kucoin', 'bybit'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, at(100, 100, 100, 100, 100, 100)),
    );
    const ranked = analyse({ question: questionOf(6), markets: [short, deep, ...level], rateMarkets: [] }).episodes;
    expect(ranked.map(({ venue, spanMinutes }) => [venue, spanMinutes])).toStrictEqual([
      ['okx', 2],
      ['binance', 1],
    ]);
  });
});
