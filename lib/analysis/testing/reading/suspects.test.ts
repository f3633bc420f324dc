import { describe, expect, it } from 'vitest';
import type { MarketColumns } from '../../../domain/marketColumns';
import { minute, MINUTES_PER_DAY } from '../../../domain/minute';
import { ascending } from '../../../domain/ascending';
import { analyse } from '../../analyse';
import { bar, DEEPEST_MINUTE, flat, marketOf, type Slot } from '../markets';
import { ask, MIDNIGHT, steady } from './asked';
import { readMethod } from './reading';

const NOON = minute(MIDNIGHT + 720);

/** What is left out of a question of ATOM over the event's day: the market, why, the book it is, the factor; the same by both readings of the method. */
function leftOut(markets: readonly MarketColumns[], rateMarkets: readonly MarketColumns[] = []): readonly unknown[] {
  const input = { question: ask(1, {}, NOON), markets, rateMarkets };
  const read = readMethod(input).leftOut.map(({ book: { market, day }, why, of, factor }) => {
    expect(day * MINUTES_PER_DAY).toBe(MIDNIGHT);
    return [`${market.venue} ${market.quote}`, why, of?.quote ?? factor];
  });
  const analysed = analyse(input).leftOut.map(({ market, why, of, factor }) => [
    `${market.venue} ${market.quote}`,
    why,
    of?.quote ?? factor,
  ]);
  expect(analysed.sort(byName)).toStrictEqual([...read].sort(byName));
  return read;
}
const byName = ([a]: readonly unknown[], [b]: readonly unknown[]): number => ascending(String(a), String(b));

const times = (minutes: number, slot: Slot): readonly Slot[] => new Array<Slot>(minutes).fill(slot);
const from = MIDNIGHT;

describe('a suspected alias, by hand', () => {
  const book = (quote: string, slots: readonly Slot[]): MarketColumns => marketOf(`okx ATOM/${quote}`, slots, { from });

  it('is the later of two books of one venue that are equal in thirty minutes or more', () => {
    const same = times(30, bar(4, 4.1, 3.9, 4, 10));
    expect(leftOut([book('USDC', same), book('USD', same)])).toStrictEqual([['okx USDC', 'suspected-alias', 'USD']]);
    expect(leftOut([book('USDT', same), book('USDC', same)])).toStrictEqual([['okx USDC', 'suspected-alias', 'USDT']]);
    expect(leftOut([book('TRY', same), book('EUR', same)])).toStrictEqual([['okx TRY', 'suspected-alias', 'EUR']]);
    const short = same.slice(1);
    expect(leftOut([book('USDC', short), book('USD', short)])).toStrictEqual([]);
  });

  it('may differ in a hundredth of the minutes that either traded', () => {
    const same = times(99, flat(4));
    expect(leftOut([book('USD', [...same, flat(5)]), book('USDC', [...same, flat(4)])])).toHaveLength(1);
    expect(leftOut([book('USD', [...same, flat(5)]), book('USDC', [...same, undefined])])).toHaveLength(1);
    // Of a whole day 14 of 1,440 are 0.97 %, and 15 are 1.04 %, wherever they stand.
    const day = times(MINUTES_PER_DAY, flat(4));
    for (const place of [0, MINUTES_PER_DAY - 15])
      for (const [differing, many] of [
        [14, 1],
        [15, 0],
      ] as const) {
        const other = day.map((slot, i) => (i >= place && i < place + differing ? flat(5) : slot));
        expect(leftOut([book('USD', day), book('USDC', other)])).toHaveLength(many);
      }
    // 98 of 99.
    const fewer = same.slice(1);
    expect(leftOut([book('USD', [...fewer, flat(5)]), book('USDC', [...fewer, flat(4)])])).toStrictEqual([]);
  });

  it('is equal in base volume, and in quote volume and trades where both say them', () => {
    const slot = (said: object): readonly Slot[] => times(30, { open: 4, high: 4, low: 4, close: 4, ...said });
    const pairs: readonly (readonly [first: object, second: object, isOne: boolean])[] = [
      [{ baseVolume: 10 }, { baseVolume: 11 }, false],
      [{ baseVolume: 10 }, { baseVolume: 10, quoteVolume: 40, trades: 2 }, true],
      [{ baseVolume: 10, quoteVolume: 41 }, { baseVolume: 10, quoteVolume: 40 }, false],
      [{ baseVolume: 10, trades: 3 }, { baseVolume: 10, trades: 2 }, false],
      // A base volume nobody says is equal to nothing.
      [{ trades: 2 }, { trades: 2 }, false],
    ];
    for (const [first, second, isOne] of pairs)
      expect(leftOut([book('USD', slot(first)), book('USDC', slot(second))])).toHaveLength(isOne ? 1 : 0);
  });

  it('is never a book of another venue or of another UTC day', () => {
    const same = times(60, flat(4));
    expect(leftOut([book('USD', same), marketOf('gate ATOM/USDC', same, { from })])).toStrictEqual([]);
    const yesterday = { from: minute(MIDNIGHT - 31) };
    // 31 minutes of the day before, 29 of the day asked for.
    const before = ['USD', 'USDC'].map((quote) => marketOf(`okx ATOM/${quote}`, same, yesterday));
    expect(leftOut(before)).toStrictEqual([]);
  });

  it('is not asked about where the second name is known', () => {
    const same = times(1, flat(4));
    const coinbase = ['USD', 'USDC'].map((quote) => marketOf(`coinbase ATOM/${quote}`, same, { from }));
    expect(leftOut(coinbase)).toStrictEqual([['coinbase USDC', 'alias', 'USD']]);
    expect(leftOut(coinbase.slice(1))).toStrictEqual([]);
  });

  it('gives no leg', () => {
    const same = times(720, flat(100_000));
    const dollars = ['kraken', 'gemini'].map((venue) => marketOf(`${venue} BTC/USD`, same, { from }));
    const copy = ['USD', 'USDC'].map((quote) => marketOf(`okx BTC/${quote}`, same, { from }));
    const honest = steady('bybit BTC/USDC', 125_000, 720, from);
    const { rates } = readMethod({ question: ask(1), markets: [], rateMarkets: [...dollars, ...copy, honest] });
    expect(rates.of('USDC', 'nobody', MIDNIGHT + 60)).toMatchObject({ value: 0.8, legs: 1 });
  });
});

describe('a suspected namesake, by hand', () => {
  const others = (minutes = 720): readonly MarketColumns[] =>
    ['gate', 'kraken', 'okx'].map((venue) => steady(`${venue} ATOM/USD`, 4, minutes, from));

  it('is further than a factor 3 from the median of three others in 240 common minutes', () => {
    const stranger = (minutes: number, price: number): MarketColumns => steady('mexc ATOM/USD', price, minutes, from);
    expect(leftOut([...others(), stranger(240, 4_000)])).toStrictEqual([['mexc USD', 'suspected-namesake', 1_000]]);
    expect(leftOut([...others(), stranger(240, 0.5)])).toStrictEqual([['mexc USD', 'suspected-namesake', 0.125]]);
    expect(leftOut([...others(), stranger(239, 4_000)])).toStrictEqual([]);
    expect(leftOut([...others(), stranger(720, 12)])).toStrictEqual([]);
    // Exactly 3 times the median, and a third of it, beside others of whom it lies further from one.
    const spread = (...prices: readonly number[]): readonly MarketColumns[] =>
      ['gate', 'kraken', 'okx'].map((venue, i) => steady(`${venue} ATOM/USD`, prices[i] as number, 720, from));
    expect(leftOut([...spread(3, 4, 5), stranger(720, 12)])).toStrictEqual([]);
    expect(leftOut([...spread(3, 6, 7), stranger(720, 2)])).toStrictEqual([]);
    expect(leftOut([...spread(3, 6, 7), stranger(720, 1.5)])).toStrictEqual([['mexc USD', 'suspected-namesake', 0.25]]);
    expect(leftOut([...others(239), stranger(720, 4_000)])).toStrictEqual([]);
    expect(leftOut([...others().slice(1), stranger(720, 4_000)])).toStrictEqual([]);
  });

  it('is so in nine minutes of ten: a crash of minutes, or of two hours, is none', () => {
    const crash = (minutes: number): MarketColumns =>
      marketOf('mexc ATOM/USD', [...times(minutes, flat(0.001)), ...times(720 - minutes, flat(4))], { from });
    expect(leftOut([...others(), crash(120)])).toStrictEqual([]);
    expect(leftOut([...others(), crash(647)])).toStrictEqual([]);
    // The middle of 648 times 0.00025 and 72 times 1.
    expect(leftOut([...others(), crash(648)])).toStrictEqual([['mexc USD', 'suspected-namesake', 0.001 / 4]]);
    // 216 of the 240 minutes that are needed.
    const brief = (far: number): MarketColumns =>
      marketOf('mexc ATOM/USD', [...times(far, flat(4_000)), ...times(240 - far, flat(4))], { from });
    expect(leftOut([...others(), brief(215)])).toStrictEqual([]);
    expect(leftOut([...others(), brief(216)])).toStrictEqual([['mexc USD', 'suspected-namesake', 1_000]]);
  });

  it('needs more than half of the others to agree on what the price is', () => {
    const at = (venue: string, price: number): MarketColumns => steady(`${venue} ATOM/USD`, price, 720, from);
    // To MEXC the others are 4, 4, 400, 400: their median is 202, and two of four lie within a factor 3 of it.
    const halves = [at('gate', 4), at('kraken', 4), at('okx', 400), at('bybit', 400)];
    expect(leftOut([...halves, at('mexc', 4_000)])).toStrictEqual([]);
    // 4, 4, 4, 400: three of four; and to OKX 4, 4, 4, 4,000.
    const most = [at('gate', 4), at('kraken', 4), at('bybit', 4), at('okx', 400)];
    expect(leftOut([...most, at('mexc', 4_000)])).toStrictEqual([
      ['mexc USD', 'suspected-namesake', 1_000],
      ['okx USD', 'suspected-namesake', 100],
    ]);
  });

  it('is judged in USD, by the legs that leave its own venue out, at parity where a stablecoin has none', () => {
    const won = steady('upbit ATOM/KRW', 5_600, 720, from);
    // Nothing is known of KRW: no USD close, no verdict.
    expect(leftOut([...others(), won])).toStrictEqual([]);
    const kraken = steady('kraken USD/KRW', 1_400, 720, from);
    expect(leftOut([...others(), won], [kraken])).toStrictEqual([]);
    expect(leftOut([...others(), steady('upbit ATOM/KRW', 5.6, 720, from)], [kraken])).toStrictEqual([
      ['upbit KRW', 'suspected-namesake', expect.closeTo(0.001, 12)],
    ]);
    expect(leftOut([...others(), steady('mexc ATOM/USDT', 4_000, 720, from)])).toHaveLength(1);
  });

  it('of another venue with two books, takes the middle of both', () => {
    const at = (name: string, price: number): MarketColumns => steady(name, price, 720, from);
    // OKX stands at (4 + 8) ÷ 2 = 6, the others at 4 and 6.
    const two = [at('gate ATOM/USD', 4), at('kraken ATOM/USD', 6), at('okx ATOM/USD', 4), at('okx ATOM/USDT', 8)];
    expect(leftOut([...two, at('mexc ATOM/USD', 60)])).toStrictEqual([['mexc USD', 'suspected-namesake', 10]]);
  });

  it('gives no leg, and its venue stands with the book that is left to it', () => {
    const ratesOf = (rateMarkets: readonly MarketColumns[]) =>
      readMethod({ question: ask(1), markets: [], rateMarkets }).rates;
    const bitcoins = ['gemini', 'kraken', 'okx'].map((venue) => steady(`${venue} BTC/USD`, 100_000, 720, from));
    const rates = ratesOf([
      ...bitcoins,
      steady('mexc BTC/USDT', 100, 720, from),
      steady('okx BTC/USDT', 80_000, 720, from),
      steady('bybit BTC/USDT', 80_000, 720, from),
      steady('gate USDT/USD', 1.25, 720, from),
      steady('kraken USDT/USD', 1.25, 720, from),
    ]);
    expect(rates.of('USDT', 'nobody', NOON - 60)).toMatchObject({ value: 1.25, legs: 4 });
    expect(rates.leftOut(Math.floor(MIDNIGHT / MINUTES_PER_DAY))).toMatchObject([
      { book: { market: { venue: 'mexc' } }, why: 'suspected-namesake', factor: (100 * 1.25) / 100_000 },
    ]);
    const markets = [
      ...others(),
      steady('mexc ATOM/USD', 4_000, 720, from),
      marketOf('mexc ATOM/USDT', times(720, flat(4, 1)), { from }),
    ];
    const { series } = readMethod({ question: ask(1, {}, minute(NOON - 1)), markets, rateMarkets: [] });
    expect(
      series.map(({ row, books }) => `${row.venue} ${books.map(({ market }) => market.quote).join()}`),
    ).toStrictEqual(['gate USD', 'kraken USD', 'mexc USDT', 'okx USD']);
  });

  it('is no contract', () => {
    expect(leftOut([...others(), steady('mexc ATOM/USD', 4_000, 720, from, 'perp')])).toStrictEqual([]);
  });
});

it('the deepest minute leaves nobody out: what lasts minutes is a price', () => {
  const markets = ['binance', 'gate', 'kraken', 'okx'].map((venue, i) =>
    marketOf(`${venue} ATOM/USD`, [...times(1_279, flat(4)), ...times(10, flat(i === 0 ? 0.001 : 4))], { from }),
  );
  expect(readMethod({ question: ask(1, {}, DEEPEST_MINUTE), markets, rateMarkets: [] }).leftOut).toStrictEqual([]);
});
