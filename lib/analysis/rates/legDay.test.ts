import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, startOf, wholeDay } from '../../domain/minute';
import { anyRateMarkets } from '../testing/anyRates';
import { DEEPEST_MINUTE, flat, marketOf, type Slot } from '../testing/markets';
import { expectSame } from '../testing/same';
import type { MarketColumns } from '../types';
import { legDayOf, mayLeaveOutAliases, namesakesOf } from './legDay';
import { dayBooksOf } from '../markets/dayBooks';

const DAY = dayOf(DEEPEST_MINUTE);
const MINUTES = 40;
/** Each takes the medians of two whole days for every quote and venue. */
const RUNS = 20;

/** As a book is read for its legs alone: no open, no high, no low. */
function closesOf({ candles, ...book }: MarketColumns): MarketColumns {
  const unread = new Float64Array(candles.close.length).fill(NaN);
  return { ...book, candles: { ...candles, open: unread, high: unread, low: unread } };
}

const saidOf = (markets: readonly MarketColumns[]) => {
  const { legs, leftOut } = legDayOf(markets, DAY);
  return {
    leftOut: leftOut.map(({ market, why }) => ({ market, why })),
    rates: ['USDT', 'EUR'].flatMap((quote) => ['okx', 'upbit'].map((venue) => legs.medians(quote, venue))),
  };
};

const PRICES = Array.from({ length: MINUTES }, (_, i) => 112_000 + ((i * 7) % 11));
const twin = (name: string, change: (price: number) => Slot = (price) => flat(price)): MarketColumns =>
  marketOf(name, PRICES.map(change));

describe('the legs of a day', () => {
  it('are the same of closes alone, unless a book may be another under a second name', () => {
    const anyBooks = anyRateMarkets(startOf(DAY), MINUTES);
    let enough = 0;
    fc.assert(
      fc.property(anyBooks, (markets) => {
        const closes = markets.map(closesOf);
        if (mayLeaveOutAliases(closes, DAY)) return;
        enough += 1;
        expectSame(saidOf(closes), saidOf(markets));
      }),
      { numRuns: RUNS },
    );
    expect(enough).toBeGreaterThan(5);
  });

  it.each<readonly [string, readonly MarketColumns[], boolean]>([
    ['two books of one venue at the same closes and volumes', [twin('okx BTC/USDT'), twin('okx BTC/USDC')], true],
    [
      'the same closes and other volumes',
      [twin('okx BTC/USDT'), twin('okx BTC/USDC', (price) => flat(price, 11))],
      false,
    ],
    ['other closes', [twin('okx BTC/USDT'), twin('okx BTC/USDC', (price) => flat(price + 1))], false],
    ['two venues at the same closes', [twin('okx BTC/USDT'), twin('gate BTC/USDC')], false],
    [
      'of both the highs differ, which closes do not tell',
      [
        twin('okx BTC/USDT'),
        twin('okx BTC/USDC', (price) => ({ open: price, high: price + 9, low: price, close: price, baseVolume: 10 })),
      ],
      true,
    ],
  ])('one may be a second name: %s', (_, markets, may) => {
    expect(mayLeaveOutAliases(markets.map(closesOf), DAY)).toBe(may);
    if (!may) expect(saidOf(markets).leftOut.filter(({ why }) => why === 'suspected-alias')).toEqual([]);
  });
});

describe('the namesakes of a day', () => {
  it.each<readonly [string, factor: number, namesakes: readonly string[]]>([
    ['a book at 2.9 times the others', 2.9, []],
    ['a book at 3.1 times the others', 3.1, ['okx']],
    ['a book at a third and less', 0.32, ['okx']],
    ['a book at 0.34 of them', 0.34, []],
  ])('%s, converted or not', (_, factor, namesakes) => {
    const minutes = 300;
    const book = (name: string, price: number): MarketColumns =>
      marketOf(
        name,
        Array.from({ length: minutes }, (__, i) => flat(price * (1 + (i % 2) / 1_000))),
        { from: startOf(DAY) },
      );
    const rates = ['gate', 'kraken', 'bybit'].map((venue) => book(`${venue} EUR/USD`, 1.25));
    const { legs } = legDayOf(rates, DAY);
    const others = [book('gate ATOM/EUR', 4), book('kraken ATOM/USD', 5), book('bybit ATOM/USD', 5)];
    for (const own of [book('okx ATOM/USD', 5 * factor), book('okx ATOM/EUR', 4 * factor)]) {
      const { books } = dayBooksOf([...others, own], wholeDay(DAY));
      expect(namesakesOf(books, wholeDay(DAY), legs).map(({ market }) => market.venue)).toStrictEqual(namesakes);
    }
  });

  it('are looked for wherever two closes of a day may lie far apart', () => {
    fc.assert(
      fc.property(anyRateMarkets(startOf(DAY), MINUTES), (markets) => {
        const { legs } = legDayOf(markets, DAY);
        for (const quote of ['USDT', 'USDC', 'EUR', 'KRW']) {
          const { least, most } = legs.span(quote) ?? { least: NaN, most: NaN };
          const medians = ['okx', 'binance', 'nobody'].flatMap((venue) => [...legs.medians(quote, venue).median]);
          const outside = medians.filter((median) => !Number.isNaN(median) && !(median >= least && median <= most));
          expect(outside).toStrictEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
