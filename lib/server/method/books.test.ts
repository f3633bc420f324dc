import { describe, expect, it } from 'vitest';
import { rateDaysOf } from '../../analysis/rates/rateDays';
import { DEEPEST_MINUTE, flat, marketOf, questionOf } from '../../analysis/testing/markets';
import type { MarketColumns } from '../../analysis/types';
import { dayOf } from '../../domain/minute';
import { dayExampleOf, type DayExample } from './books';

const DAY = dayOf(DEEPEST_MINUTE);
const choose = (
  markets: readonly MarketColumns[],
  rateMarkets: readonly MarketColumns[],
  venue: string | undefined,
): DayExample => dayExampleOf({ question: questionOf(1), markets }, DAY, rateDaysOf(rateMarkets)(DAY), venue);

const book = (name: string, ...volumes: readonly number[]): MarketColumns =>
  marketOf(
    name,
    volumes.map((volume) => flat(100, volume)),
  );

describe('the book of a day', () => {
  const markets = [
    book('binance ATOM/USDT', 1, 1),
    book('binance ATOM/FDUSD', 90, 90),
    book('binance ATOM/EUR', 500, 500),
    book('okx ATOM/USD', 1, 1),
    book('okx ATOM/USDT', 2, 2),
    book('kraken ATOM/USD', 1, 1),
  ];
  /** USDT has a direct leg, EUR has none, and FDUSD's parity is assumed. */
  const legs = [book('kraken USDT/USD', 1, 1)];

  it('is the one of the largest volume among those whose rate nobody assumed', () => {
    expect(choose(markets, legs, 'binance').choice).toEqual({
      venue: 'binance',
      day: '2025-10-10',
      books: [
        { market: 'ATOM/EUR', baseVolume: 1_000, traded: 2, rated: 0, isChosen: false },
        { market: 'ATOM/FDUSD', baseVolume: 180, traded: 2, rated: 0, isChosen: false },
        { market: 'ATOM/USDT', baseVolume: 2, traded: 2, rated: 2, isChosen: true },
      ],
    });
  });

  it('is that of the venue asked about where it has several, else of the one with most', () => {
    expect(choose(markets, legs, 'okx').choice).toMatchObject({
      venue: 'okx',
      books: [
        { market: 'ATOM/USDT', isChosen: true },
        { market: 'ATOM/USD', isChosen: false },
      ],
    });
    expect(choose(markets, legs, 'kraken').choice?.venue).toBe('binance');
    expect(choose([book('kraken ATOM/USD', 1)], [], 'kraken').choice).toBeNull();
  });
});

it('lists who takes no part that day: second names among the asset’s books and among those that lend legs', () => {
  const { leftOut } = choose(
    [book('coinbase ATOM/USD', 1), book('coinbase ATOM/USDC', 1)],
    [book('coinbase BTC/USD', 1), book('coinbase BTC/USDC', 1)],
    undefined,
  );
  const alias = { venue: 'coinbase', kind: 'spot', source: 'rest', why: 'alias', factor: null, days: ['2025-10-10'] };
  expect(leftOut).toEqual([
    { ...alias, market: 'ATOM/USDC', aliasOf: 'ATOM/USD' },
    { ...alias, market: 'BTC/USDC', aliasOf: 'BTC/USD' },
  ]);
});
