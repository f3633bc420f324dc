import { describe, expect, it } from 'vitest';
import type { Question } from '../../domain/question';
import { analyse } from '../analyse';
import { bar, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { MISSING, type VenueSeries } from '../types';

/** Binance's minute of ATOM/USD, compared with the other venues' weighted by their volume. */
function binanceAgainst(
  others: Readonly<Record<string, Slot>>,
  asked: Partial<Question> = {},
): VenueSeries | undefined {
  const books = Object.entries({ binance: flat(50, 1_000), ...others }).map(([venue, slot]) =>
    marketOf(`${venue} ATOM/USD`, [slot]),
  );
  return analyse({
    question: questionOf(1, { reference: { kind: 'vwm' }, ...asked }),
    markets: books,
    rateMarkets: [],
  }).series.find(({ venue }) => venue === 'binance');
}
const saidOf = (series: VenueSeries | undefined): unknown => [
  series?.referenceLow[0],
  series?.peers[0],
  MISSING[series?.missing[0] ?? NaN],
];

describe("the others' median weighted by volume, by hand", () => {
  it("is the least price up to which more than half of the others' volume lies", () => {
    // Volumes 1, 2 and 5, 8 in all: up to 99 lies 1, up to 100 lie 3, up to 103 all 8, the first beyond 4. Binance's own 1,000 do not count.
    const binance = binanceAgainst({ bybit: flat(99, 1), kraken: flat(100, 2), okx: flat(103, 5) });
    expect(saidOf(binance)).toStrictEqual([103, 3, 'measured']);
    expect(binance?.dLow[0]).toBe(50 / 103 - 1);
    // The dispersion stays that of the plain others: median 100, distances 1, 0 and 3, whose median is 1.
    expect(binance?.dispersion[0]).toBe(1.4826);
  });

  it('is the mean of it and the next where exactly half lies up to it', () => {
    // 1 + 3 = 4 of 8 lie up to 100: (100 + 103) ÷ 2.
    expect(saidOf(binanceAgainst({ bybit: flat(99, 1), kraken: flat(100, 3), okx: flat(103, 4) }))).toStrictEqual([
      101.5,
      3,
      'measured',
    ]);
  });

  it('is the plain median where all volumes are equal', () => {
    // 7 each, 28 in all: 14, exactly half, lie up to 100; (100 + 103) ÷ 2, as the plain median of four.
    expect(
      saidOf(binanceAgainst({ bybit: flat(99, 7), gate: flat(110, 7), kraken: flat(100, 7), okx: flat(103, 7) })),
    ).toStrictEqual([101.5, 4, 'measured']);
  });

  it('orders lows, highs and closes each for themselves, by one and the same volume', () => {
    const binance = binanceAgainst({
      bybit: bar(100, 120, 80, 100, 5),
      kraken: bar(100, 105, 90, 102, 2),
      okx: bar(100, 101, 99, 104, 2),
    });
    // Bybit holds 5 of 9. Lows 80 (5): at once more than 4.5. Highs 101 (2), 105 (4), 120 (9). Closes 100 (5).
    expect([binance?.referenceLow[0], binance?.referenceHigh[0], binance?.referenceClose[0]]).toStrictEqual([
      80, 120, 100,
    ]);
  });

  it('takes quote volume ÷ close where the base volume is not said', () => {
    // 206 ÷ 103 = 2 of 1 + 1.5 + 2 = 4.5, half of which is 2.25: up to 100 lie 2.5.
    const okx: Slot = { open: 103, high: 103, low: 103, close: 103, quoteVolume: 206 };
    expect(saidOf(binanceAgainst({ bybit: flat(99, 1), kraken: flat(100, 1.5), okx }))).toStrictEqual([
      100,
      3,
      'measured',
    ]);
    // 721 ÷ 103 = 7 of 9.5: more than half lies at 103 alone.
    expect(
      saidOf(binanceAgainst({ bybit: flat(99, 1), kraken: flat(100, 1.5), okx: { ...okx, quoteVolume: 721 } })),
    ).toStrictEqual([103, 3, 'measured']);
  });

  it('counts no venue whose volume nobody knows', () => {
    const okx: Slot = { open: 103, high: 103, low: 103, close: 103, trades: 40 };
    const others = { bybit: flat(99, 1), kraken: flat(100, 2), okx };
    expect(saidOf(binanceAgainst(others))).toStrictEqual([NaN, 2, 'too-few-peers']);
    // 2 of 3 lie at 100.
    expect(saidOf(binanceAgainst(others, { minPeers: 2 }))).toStrictEqual([100, 2, 'measured']);
  });
});
