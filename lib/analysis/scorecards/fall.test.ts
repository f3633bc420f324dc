import { expect, it } from 'vitest';
import { analyse } from '../analyse';
import { bar, flat, marketOf, questionOf, type Slot } from '../testing/markets';

const calm: readonly Slot[] = [flat(100), flat(100), flat(100), flat(100), flat(100)];

it("tells the market's fall of 24 % from one venue's of 99.97 %", () => {
  const others = ['bybit', 'coinbase', 'kraken', 'okx'].map((venue) =>
    marketOf(`${venue} ATOM/USD`, [...calm, bar(90, 90, 76, 80)]),
  );
  const binance = marketOf('binance ATOM/USD', [...calm, bar(90, 90, 0.03, 80)]);
  const { market, falls } = analyse({ question: questionOf(6), markets: [binance, ...others], rateMarkets: [] });
  expect(market.fall).toBe(-0.24);
  const own = falls.find(({ venue }) => venue === 'binance');
  expect(own?.fall).toBeCloseTo(-0.9997, 12);
  expect(own?.excess).toBeCloseTo(-0.7597, 12);
  expect(falls.find(({ venue }) => venue === 'okx')?.excess).toBe(0);
});

it('measures from the median of the first five closes there are, passing over holes', () => {
  const binance = marketOf('binance ATOM/USD', [
    undefined,
    flat(90),
    'unasked',
    flat(100),
    flat(110),
    flat(400, 0),
    flat(120),
    flat(130),
    flat(500),
    flat(55),
  ]);
  // 90, 100, 110, 120, 130; the lowest low is 55.
  expect(analyse({ question: questionOf(10), markets: [binance], rateMarkets: [] }).falls[0]?.fall).toBe(-0.5);
});

it('is no number for a venue that never traded', () => {
  // Two closes, 100 and 50: their median is 75.
  const traded = marketOf('okx ATOM/USD', [flat(100), flat(50)]);
  const silent = marketOf('binance ATOM/USD', [undefined, flat(100, 0)]);
  const { market, falls } = analyse({ question: questionOf(2), markets: [silent, traded], rateMarkets: [] });
  expect(falls.map(({ venue, fall, excess }) => [venue, fall, excess])).toStrictEqual([
    ['binance', NaN, NaN],
    ['okx', 50 / 75 - 1, 0],
  ]);
  expect(market.fall).toBe(50 / 75 - 1);
});
