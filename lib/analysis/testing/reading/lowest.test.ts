import { describe, expect, it } from 'vitest';
import type { MarketColumns } from '../../../domain/marketColumns';
import { bar, DEEPEST_MINUTE, flat, marketOf } from '../markets';
import { ask, steady } from './asked';
import { rankedOn, stoodIn, type Ranked } from './lowest';
import { readMethod } from './reading';

/** Two minutes; the second has the lows and highs said. */
const markets = (ends: Readonly<Record<string, readonly [low: number, high: number]>>): readonly MarketColumns[] =>
  Object.entries(ends).map(([name, [low, high]]) => marketOf(name, [flat(4), bar(4, high, low, 4)]));

const lowest = (books: readonly MarketColumns[], rateMarkets: readonly MarketColumns[] = []): Ranked =>
  rankedOn(readMethod({ question: ask(2), markets: books, rateMarkets }), 'below');

describe('the lowest of all, by hand', () => {
  const four = { 'gate ATOM/USD': [3, 4], 'kraken ATOM/USD': [3.5, 5], 'okx ATOM/USD': [2, 4.5] } as const;

  it('is the venue of the lowest low, so far below the second-lowest; highs likewise', () => {
    const books = markets({ ...four, 'mexc ATOM/USD': [1.5, 4] });
    const found = lowest(books);
    expect(found).toMatchObject({
      furthest: { venue: 'mexc', price: 1.5, at: DEEPEST_MINUTE + 1, uncertainty: 0 },
      second: { venue: 'okx' },
      gap: -0.25,
      isWide: true,
    });
    expect(found.ranked.map(({ venue }) => venue)).toStrictEqual(['mexc', 'okx', 'gate', 'kraken']);
    const high = rankedOn(readMethod({ question: ask(2), markets: books, rateMarkets: [] }), 'above');
    expect(high).toMatchObject({
      furthest: { venue: 'kraken', price: 5 },
      gap: expect.closeTo(5 / 4.5 - 1, 12) as number,
    });
  });

  it('needs four venues, and one that stands there alone', () => {
    expect(lowest(markets(four))).toMatchObject({ furthest: undefined, gap: undefined, isWide: false });
    expect(lowest(markets({ ...four, 'mexc ATOM/USD': [2, 4] }))).toMatchObject({
      furthest: undefined,
      gap: undefined,
    });
  });

  it('leaves out a venue that nobody fetched throughout, by name, and a low that has no rate', () => {
    const unasked = marketOf('mexc ATOM/USD', ['unasked', flat(1)]);
    expect(lowest([...markets({ ...four, 'upbit ATOM/USD': [3, 4] }), unasked])).toMatchObject({
      furthest: { venue: 'okx' },
      unfetched: ['mexc'],
    });
    const won = markets({ ...four, 'gemini ATOM/USD': [3, 4], 'upbit ATOM/KRW': [1, 4] });
    expect(lowest(won).ranked).toHaveLength(4);
  });

  it('is 10 % lower where it is so even less both uncertainties', () => {
    // 9.9 % and 10 %.
    expect(lowest(markets({ ...four, 'mexc ATOM/USD': [1.802, 4] })).isWide).toBe(false);
    expect(lowest(markets({ ...four, 'mexc ATOM/USD': [1.75, 4] })).isWide).toBe(true);
    // At assumed parity 13 % are unknown: 22 % are not enough, 25 % are; of EUR by one venue nothing is known.
    expect(lowest(markets({ ...four, 'mexc ATOM/USDT': [1.56, 4] })).isWide).toBe(false);
    expect(lowest(markets({ ...four, 'mexc ATOM/USDT': [1.5, 4] })).isWide).toBe(true);
    expect(lowest(markets({ ...four, 'mexc ATOM/EUR': [0.5, 4] }), [steady('x EUR/USD', 1, 2)])).toMatchObject({
      furthest: { venue: 'mexc' },
      isWide: false,
    });
  });

  it('over many assets counts each venue among those it was ranked in', () => {
    const first = lowest(markets({ ...four, 'mexc ATOM/USD': [1.5, 4] }));
    const second = lowest(markets({ ...four, 'mexc ATOM/USD': [2.5, 4] }));
    const tied = lowest(markets({ ...four, 'gemini ATOM/USD': [2, 4] }));
    const few = lowest(markets(four));
    const stood = stoodIn([first, second, tied, few]);
    expect(stood).toStrictEqual([
      { venue: 'gate', assets: 3, furthest: 0, share: 0, wide: 0 },
      { venue: 'gemini', assets: 1, furthest: 0, share: 0, wide: 0 },
      { venue: 'kraken', assets: 3, furthest: 0, share: 0, wide: 0 },
      // 2 against 2.5: 20 %.
      { venue: 'mexc', assets: 2, furthest: 1, share: 0.5, wide: 1 },
      { venue: 'okx', assets: 3, furthest: 1, share: 1 / 3, wide: 1 },
    ]);
  });
});
