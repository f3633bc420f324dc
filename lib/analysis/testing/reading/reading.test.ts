import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { minute, MINUTES_PER_DAY } from '../../../domain/minute';
import { bar, DEEPEST_MINUTE, flat, marketOf, type Slot } from '../markets';
import { ask, MIDNIGHT, steady } from './asked';
import type { Asked } from './question';
import { readMethod, type Reading } from './reading';
import type { ReadMinute } from './series';

const near = (value: number): unknown => expect.closeTo(value, 9);
const times = (minutes: number, slot: Slot): readonly Slot[] => new Array<Slot>(minutes).fill(slot);

function minuteOf({ series }: Reading, venue: string, at = DEEPEST_MINUTE): ReadMinute {
  const found = series.find(({ row }) => row.venue === venue)?.minutes.get(at);
  if (found === undefined) throw new Error(`no minute of ${venue}`);
  return found;
}

const read = (
  markets: readonly MarketColumns[],
  rateMarkets: readonly MarketColumns[] = [],
  asked: Partial<Asked> = {},
): Reading => readMethod({ question: ask(1, asked), markets, rateMarkets });

/** Lows in USD or USDT; every high is 4, every close 3. */
const lows = (prices: Readonly<Record<string, number>>): readonly MarketColumns[] =>
  Object.entries(prices).map(([name, low]) => marketOf(name, [bar(3.5, 4, low, 3)]));

describe('the deepest minute, 2025-10-10T21:20Z, with nothing known of USDT', () => {
  // Binance, Kraken and Coinbase as published; the other offshore venues' lows "about 1.5–1.6".
  const reading = read([
    marketOf('binance ATOM/USDT', [bar(1.863, 2.283, 0.001, 1.997, 98_726.74)]),
    marketOf('bybit ATOM/USDT', [bar(1.9, 2.2, 1.5, 2)]),
    marketOf('okx ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('gate ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('kraken ATOM/USD', [bar(3.3745, 3.3745, 3, 3.3239)]),
    marketOf('coinbase ATOM/USD', [bar(3.56, 3.594, 3.56, 3.594, 2_425.45)]),
  ]);
  const of = (venue: string): Reading['episodes'] => reading.episodes.filter(({ row }) => row.venue === venue);

  it('finds Binance 99.9375 % below the others, beyond the uncertainty, on a weak rate', () => {
    // The others' lows: 1.5, 1.6, 1.6, 3, 3.56. To three of five peers the parity of USDT cancels.
    expect(of('binance')[0]).toMatchObject({
      side: 'below',
      peak: near(-0.999375),
      peakPrice: 0.001,
      peakReference: 1.6,
      peakOutside: near(0.001 / 1.5 - 1),
      peersAtPeak: 5,
      uncertaintyAtPeak: 0,
      certainty: 'weak',
    });
  });

  it('explains Coinbase and Kraken by two blocs: USDT books at 1.55, USD books at 3.28', () => {
    // Coinbase's others: 0.001, 1.5, 1.6, 1.6, 3; four of five at assumed parity, 13 % each.
    const [coinbase] = of('coinbase');
    expect(coinbase).toMatchObject({ side: 'above', certainty: 'weak', uncertaintyAtPeak: 0.13 });
    // Highs: 2.2, 2.25, 2.25, 2.283 against 3.3745, 3.594.
    expect(coinbase?.blocs).toStrictEqual({ usd: (3.3745 + 3.594) / 2, usdt: 2.25 });
    // Lows: 0.001, 1.5, 1.6, 1.6 against 3, 3.56.
    expect(of('binance')[0]?.blocs).toStrictEqual({ usd: near(3.28), usdt: near(1.55) });
  });

  it('and the fall of the market', () => {
    // The middle of 0.001, 1.5, 1.6, 1.6, 3, 3.56; of the closes 1.997, 2, 2.1, 2.1, 3.3239, 3.594.
    expect(reading.marketFall).toBeCloseTo(1.6 / 2.1 - 1, 12);
    expect(reading.falls[0]).toMatchObject({ venue: 'binance', fall: near(0.001 / 1.997 - 1) });
  });
});

describe('three BTC/USD books at 100,000, BTC/USDC at 100,000 on one venue and 60,000 on another', () => {
  const rateMarkets = [
    ...['bitstamp', 'gemini', 'kraken'].map((venue) => steady(`${venue} BTC/USD`, 100_000)),
    steady('binance BTC/USDC', 100_000),
    steady('bybit BTC/USDC', 60_000),
  ];
  const dollars = ['bitstamp', 'gemini', 'kraken'].map((venue) => steady(`${venue} ATOM/USD`, 4));

  it('accuse neither venue: each other book of theirs is within what is known', () => {
    // Binance's ATOM is converted by Bybit's leg alone, 1.667 ± 66.7 %; Bybit's by Binance's, 1 ± 0.
    const reading = read([...dollars, steady('binance ATOM/USDC', 4), steady('bybit ATOM/USDC', 4)], rateMarkets);
    expect(minuteOf(reading, 'binance')).toMatchObject({
      usd: { value: near(5 / 3), rule: 'thin' },
      strayed: { dLow: near(2 / 3) },
      uncertainty: near(2 / 3),
      weak: true,
    });
    expect(minuteOf(reading, 'bybit')).toMatchObject({ usd: { value: 1 }, strayed: { dLow: 0 }, uncertainty: 0 });
    expect(reading.episodes.map(({ row, certainty }) => [row.venue, certainty])).toStrictEqual([['binance', 'within']]);
  });

  it('and a book of 60,000 USDC worth 100,000 is at most said on a weak rate', () => {
    const reading = read([...dollars, steady('binance ATOM/USDC', 4), steady('bybit ATOM/USDC', 2.4)], rateMarkets);
    expect(reading.episodes.map(({ row, side, certainty }) => [row.venue, side, certainty])).toStrictEqual([
      ['binance', 'above', 'within'],
      ['bybit', 'below', 'weak'],
    ]);
  });
});

describe('the uncertainty of a deviation, by hand', () => {
  const [a, b, c, d] = ['bitstamp', 'gemini', 'kraken', 'okx'].map((venue) => steady(`${venue} ATOM/USD`, 4)) as [
    MarketColumns,
    MarketColumns,
    MarketColumns,
    MarketColumns,
  ];
  /** EUR at 1.25 of three venues: 1.24, 1.25, 1.26: half the range is 0.008 of it. */
  const euros = [steady('x EUR/USD', 1.24), steady('y EUR/USD', 1.25), steady('z EUR/USD', 1.26)];

  it("is the venue's own where every peer is quoted in USD", () => {
    const reading = read([a, b, c, steady('upbit ATOM/EUR', 3)], euros);
    expect(minuteOf(reading, 'upbit')).toMatchObject({
      strayed: { dLow: near(-0.0625) },
      uncertainty: near(0.008),
      weak: false,
    });
    expect(reading.episodes[0]).toMatchObject({ certainty: 'certain', uncertaintyAtPeak: near(0.008) });
  });

  it('is the median over the peers: twice nothing and once 0.008 is nothing', () => {
    expect(minuteOf(read([a, b, c, steady('upbit ATOM/EUR', 3)], euros), 'kraken').uncertainty).toBe(0);
  });

  it('of two books in one quote is what their rates differ by: a common depeg cancels', () => {
    // USDC at 0.8, 0.9 and 1 of x, y and z: to X's own book 0.95 ± …, to W's 0.9 ± 11 %.
    const usdc = ['x', 'y', 'z'].map((venue, i) => steady(`${venue} USDC/USD`, 0.8 + i / 10));
    const books = ['w', 'v', 'u', 'x'].map((venue) => steady(`${venue} ATOM/USDC`, 4));
    const reading = read(books, usdc);
    expect(minuteOf(reading, 'w')).toMatchObject({ uncertainty: 0, strayed: { dLow: 0 }, weak: false });
    // X's peers are all converted at 0.9, itself at 0.95, of two legs.
    expect(minuteOf(reading, 'x')).toMatchObject({
      strayed: { dLow: near(0.95 / 0.9 - 1) },
      uncertainty: near(0.95 / 0.9 - 1),
      weak: true,
    });
    expect(reading.episodes[0]?.certainty).toBe('within');
  });

  it('counts an unknown one as infinite: unknown where the middle is', () => {
    const one = [steady('x EUR/USD', 1.25)];
    const upbit = steady('upbit ATOM/EUR', 3);
    expect(minuteOf(read([a, b, c, upbit], one), 'upbit')).toMatchObject({ uncertainty: undefined, weak: true });
    expect(minuteOf(read([a, b, c, upbit], one), 'kraken').uncertainty).toBe(0);
    const more = ['bithumb', 'coinone'].map((venue) => steady(`${venue} ATOM/EUR`, 3.2));
    // To Kraken: 0, 0, ∞, ∞, ∞; with one USD venue more 0, 0, 0, ∞, ∞, ∞, whose middle two are 0 and ∞.
    expect(minuteOf(read([a, b, c, upbit, ...more], one), 'kraken').uncertainty).toBeUndefined();
    expect(minuteOf(read([a, b, c, d, upbit, ...more], one), 'kraken').uncertainty).toBeUndefined();
  });

  it('rests on a weak rate where those of more than half of the peers are, other than in its own quote', () => {
    const weak = ['w', 'v', 'u'].map((venue) => steady(`${venue} ATOM/USDT`, 4));
    // Kraken to two of USD and two, then three, at assumed parity.
    expect(minuteOf(read([a, b, c, ...weak.slice(1)]), 'kraken')).toMatchObject({ weak: false });
    expect(minuteOf(read([a, b, c, ...weak]), 'kraken')).toMatchObject({ weak: true, uncertainty: 0.13 });
    // USDT to USDT does not count; but a rate of one's own that is weak does.
    expect(minuteOf(read([...weak, a, b]), 'w')).toMatchObject({ weak: true, uncertainty: 0.065 });
  });

  it('is 0 where raw quotes are compared, and the rate of nobody is weak', () => {
    const books = ['w', 'v', 'u', 't'].map((venue) => steady(`${venue} ATOM/USDT`, 4));
    expect(minuteOf(read(books, [], { rate: 'none' }), 'w')).toMatchObject({
      usd: { value: 1, rule: 'none' },
      uncertainty: 0,
      weak: false,
    });
  });

  it('against a peg is that of the venue, against one venue that of the two', () => {
    const usde = (name: string, low: number): MarketColumns => marketOf(name, [bar(1, 1, low, 1)]);
    const pegged = read([usde('binance USDE/EUR', 0.52)], euros, {
      asset: 'USDE' as Asset,
      reference: { kind: 'peg' },
    });
    expect(minuteOf(pegged, 'binance')).toMatchObject({
      strayed: { dLow: near(-0.35), outside: undefined },
      uncertainty: near(0.008),
      peers: 0,
    });
    const againstOne = { reference: { kind: 'venue', venue: 'w' as Venue } } as const;
    const books = [steady('w ATOM/USDT', 4), steady('upbit ATOM/EUR', 3), a];
    const pair = read(books, euros, againstOne);
    expect(minuteOf(pair, 'upbit')).toMatchObject({ uncertainty: near(0.138), peers: 1, weak: true });
    expect(minuteOf(pair, 'bitstamp')).toMatchObject({ uncertainty: 0.13, weak: true });
    expect(minuteOf(pair, 'w')).toMatchObject({ missing: 'too-few-peers', uncertainty: undefined, weak: false });
  });

  it('equal to the deviation less the level is certain; a hair more is within', () => {
    // EUR of two legs, 1.25 ± 0.25 ÷ 1.25: 20 %; ATOM at 25 %, 22 % and 21.9 % above.
    const two = [steady('x EUR/USD', 1), steady('y EUR/USD', 1.5)];
    const certaintyAt = (price: number) =>
      read([a, b, c, steady('upbit ATOM/EUR', price)], two).episodes.map(({ certainty }) => certainty);
    expect(certaintyAt(4)).toStrictEqual(['weak']);
    expect(certaintyAt(3.905)).toStrictEqual(['weak']);
    expect(certaintyAt(3.9)).toStrictEqual(['within']);
  });
});

describe('a bloc, by hand', () => {
  // Gate and OKX have both books; Gate trades more in USDT, OKX in USD.
  const markets = [
    ...lows({ 'binance ATOM/USDT': 1, 'bybit ATOM/USDT': 1.5, 'coinbase ATOM/USD': 3, 'kraken ATOM/USD': 3.2 }),
    marketOf('gate ATOM/USDT', [bar(3.5, 4, 1.6, 3, 20)]),
    marketOf('gate ATOM/USD', [bar(3.5, 4, 2.8, 3, 10)]),
    marketOf('okx ATOM/USDT', [bar(3.5, 4, 1.7, 3, 10)]),
    marketOf('okx ATOM/USD', [bar(3.5, 4, 2.9, 3, 20)]),
  ];
  const rates = ['x', 'y', 'z'].map((venue) => steady(`${venue} USDT/USD`, 1));
  const binance = (bloc: string, asked: Partial<Asked> = {}): ReadMinute =>
    minuteOf(read(markets, rates, { bloc, ...asked }), 'binance');

  it('takes of each peer the book quoted so; the venue judged keeps its own', () => {
    // All: 1.5, 1.6, 2.9, 3, 3.2. USD: 2.8, 2.9, 3, 3.2. USDT: 1.5, 1.6, 1.7.
    expect(binance('all')).toMatchObject({ peers: 5, reference: { low: 2.9 }, price: { low: 1 } });
    expect(binance('USD')).toMatchObject({
      peers: 4,
      reference: { low: 2.95 },
      strayed: { outside: near(1 / 2.8 - 1) },
    });
    expect(binance('USDT')).toMatchObject({
      peers: 3,
      reference: { low: 1.6 },
      strayed: { outside: near(1 / 1.5 - 1) },
    });
    expect(binance('EUR')).toMatchObject({ peers: 0, missing: 'too-few-peers' });
  });

  it('still needs so many peers', () => {
    expect(binance('USDT', { minPeers: 4 })).toMatchObject({ peers: 3, missing: 'too-few-peers' });
  });

  it('counts the venue itself, by its own book, among all', () => {
    // 1 and 2.8, 2.9, 3, 3.2.
    expect(binance('USD', { reference: { kind: 'all' } })).toMatchObject({ peers: 5, reference: { low: 2.9 } });
  });

  it('parts from the other where the medians of both differ by more than T, the higher from the lower', () => {
    const parted = (usd: number, enter = 0.02) =>
      read(
        lows({ 'v ATOM/USDT': 1, 'w ATOM/USDT': 1, 'x ATOM/USD': usd, 'y ATOM/USD': usd, 'z ATOM/EUR': 0.5 }),
        [...rates, steady('t EUR/USD', 1)],
        { enter, minPeers: 2 },
      ).episodes.find(({ row }) => row.venue === 'z')?.blocs;
    expect(parted(1.25, 0.25)).toBeUndefined();
    expect(parted(1.26, 0.25)).toStrictEqual({ usd: 1.26, usdt: 1 });
    expect(parted(0.875, 0.125)).toStrictEqual({ usd: 0.875, usdt: 1 });
    // Two of each, or nothing is said.
    const one = lows({ 'v ATOM/USDT': 1, 'w ATOM/USDT': 1, 'x ATOM/USD': 3, 'z ATOM/EUR': 0.5 });
    expect(read(one, [...rates, steady('t EUR/USD', 1)]).episodes.every(({ blocs }) => blocs === undefined)).toBe(true);
  });
});

describe('the missing minutes, by hand', () => {
  it('are not fetched, not traded, moved, set aside, without a rate or without peers', () => {
    const peers = ['kraken', 'gemini', 'okx'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, [flat(4), flat(4), flat(4), flat(4), flat(4), undefined]),
    );
    const binance = marketOf('binance ATOM/USD', [
      'unasked',
      undefined,
      { open: 4, high: 4, low: 4, close: 4, baseVolume: 0 },
      { open: 4, high: 4, low: 0.9, close: 4, baseVolume: 0 },
      'set-aside',
      flat(4),
    ]);
    const upbit = marketOf('upbit ATOM/KRW', times(6, flat(5_600)));
    const { series } = readMethod({ question: ask(6), markets: [...peers, binance, upbit], rateMarkets: [] });
    const missing = (venue: string) =>
      [...(series.find(({ row }) => row.venue === venue)?.minutes.values() ?? [])].map((one) => one.missing);
    expect(missing('binance')).toStrictEqual([
      'not-fetched',
      'no-trade',
      'no-trade',
      'moved',
      'set-aside',
      'too-few-peers',
    ]);
    expect(missing('upbit')).toStrictEqual(times(6, undefined).map(() => 'no-rate'));
    expect(missing('kraken')).toStrictEqual([...Array<string>(5).fill('too-few-peers'), 'no-trade']);
  });
});

describe('a wrapped asset, by hand', () => {
  const from = MIDNIGHT;
  /** ETH at 4,000 on the day before, 4,000 on the day; three venues. */
  const eth = ['coinbase', 'kraken', 'okx'].map((venue) =>
    steady(`${venue} ETH/USD`, 4_000, 3 * MINUTES_PER_DAY, minute(from - MINUTES_PER_DAY)),
  );
  /** WBETH at 4,320 in `minutes` minutes of the day before, at 4,400 and 4,480 on the two days after. */
  const wbeth = (minutes: number): MarketColumns =>
    marketOf(
      'binance WBETH/USD',
      [
        ...times(MINUTES_PER_DAY - minutes, 'unasked'),
        ...times(minutes, flat(4_320)),
        ...times(MINUTES_PER_DAY, flat(4_400)),
        ...times(MINUTES_PER_DAY, flat(4_480)),
      ],
      { from: minute(from - MINUTES_PER_DAY) },
    );
  const against = (minutes: number, at = from, length = 1): Reading =>
    readMethod({
      question: ask(length, { asset: 'WBETH' as Asset, reference: { kind: 'wrapped' }, enter: 0.01 }, at),
      markets: [wbeth(minutes)],
      rateMarkets: [],
      underlyingMarkets: eth,
    });

  it('has a ratio for each UTC day, of the day before it, whatever window is asked for', () => {
    // 4,320 ÷ 4,000 = 1.08; of the next day 1.1.
    expect(against(60).ratios).toMatchObject([{ ratio: 1.08, minutes: 60 }]);
    const last = minute(from + MINUTES_PER_DAY - 1);
    const over = against(60, last, 2);
    expect(over.ratios).toMatchObject([{ ratio: 1.08 }, { ratio: 1.1, minutes: MINUTES_PER_DAY }]);
    expect(minuteOf(over, 'binance', last).strayed?.dClose).toBeCloseTo(4_400 / 4_320 - 1, 12);
    expect(minuteOf(over, 'binance', minute(last + 1)).strayed?.dClose).toBeCloseTo(4_480 / 4_400 - 1, 12);
    const alone = minuteOf(against(60, minute(last + 1)), 'binance', minute(last + 1));
    expect(alone.strayed).toStrictEqual(minuteOf(over, 'binance', minute(last + 1)).strayed);
  });

  it('has none of fewer than sixty common minutes', () => {
    const few = against(59);
    expect(few.ratios).toMatchObject([{ ratio: undefined, minutes: 59 }]);
    expect(minuteOf(few, 'binance', from)).toMatchObject({ missing: 'too-few-peers', peers: 3 });
  });
});

describe('episodes over midnight, by hand', () => {
  it('run on where the book changes, and are named by the book at their peak', () => {
    const last = minute(MIDNIGHT + MINUTES_PER_DAY - 2);
    const peers = ['kraken', 'gemini', 'coinbase'].map((venue) => steady(`${venue} ATOM/USD`, 4, 8, last));
    const usd = marketOf('okx ATOM/USD', [flat(3.8), flat(3.8), undefined], { from: last });
    const usdt = marketOf('okx ATOM/USDT', [undefined, undefined, flat(3.6), flat(3.8), ...times(4, flat(4))], {
      from: last,
    });
    const rates = ['x', 'y', 'z'].map((venue) => steady(`${venue} USDT/USD`, 1, 8, last));
    const { episodes } = readMethod({ question: ask(8, {}, last), markets: [...peers, usd, usdt], rateMarkets: rates });
    expect(episodes).toMatchObject([
      {
        side: 'below',
        start: last,
        end: last + 4,
        peak: near(-0.1),
        peakMinute: last + 2,
        market: { quote: 'USDT' },
        minutesBeyond: 4,
        baseVolume: 40,
        recoveryMinutes: 2,
        censored: 'start',
        certainty: 'certain',
      },
    ]);
  });
});
