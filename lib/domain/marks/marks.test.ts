import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPOSITIONS, compositionOf } from './composition';
import { crossingsOf, orderOfCrossings, type Crossing } from './crossings';
import { indexMark, ratioMark, readingsOf, unitLevel, type MarkColumn, type MarkHole } from './marks';
import type { Asset, Venue } from '../market';

const NONE = 'no-trade';
/** Prices, null for a minute without a trade, each uncertain by `u`. */
const column = (prices: readonly (number | null)[], u = 0, why: MarkHole = NONE): MarkColumn => ({
  prices: Float64Array.from(prices, (price) => price ?? NaN),
  uncertainty: Float64Array.from(prices, (price) => (price === null ? NaN : u)),
  holes: prices.map((price) => (price === null ? why : null)),
});

describe('the marks of a unit', () => {
  it('are, by ratio, the underlying times the ratio; holes keep their reason', () => {
    const made = ratioMark(column([4_000, null], 0.01, 'too-few-peers'), 1.08);
    expect([...made.prices]).toEqual([4_320, NaN]);
    expect([...made.uncertainty]).toEqual([0.01, NaN]);
    expect(made.holes).toEqual([null, 'too-few-peers']);
  });

  it('are holes in every minute where no ratio is known, whatever else is', () => {
    const made = ratioMark(column([4_000, null], 0.01), NaN);
    expect([...made.prices, ...made.uncertainty]).toEqual([NaN, NaN, NaN, NaN]);
    expect(made.holes).toEqual(['no-ratio', 'no-ratio']);
  });

  // 0.2 × 430.65 + 0.8 × 1.08 × 3,800 = 86.13 + 3,283.2; 0.3 × 34.9 + 0.7 × 1.07 × 184.69 = 10.47 + 138.33281
  it.each([
    [0.2, 430.65, 4_104, 3_369.33],
    [0.3, 34.9, 1.07 * 184.69, 148.80281],
  ])('are, by an index of %d own book, worked out by hand', (weight, own, byRatio, expected) => {
    expect(indexMark(column([own]), column([byRatio]), weight).prices[0]).toBeCloseTo(expected, 9);
  });

  it('are, by the index, holes where either part is, for the reason of the venue’s own book first', () => {
    const made = indexMark(column([null, 1, null], 0, 'set-aside'), column([1, null, null], 0, 'too-few-peers'), 0.2);
    expect([...made.prices]).toEqual([NaN, NaN, NaN]);
    expect(made.holes).toEqual(['set-aside', 'too-few-peers', 'set-aside']);
  });

  it('are, by the index, as uncertain as what each part adds: (0.2 × 50 × 0.1 + 0.8 × 100 × 0.01) ÷ 90', () => {
    expect(indexMark(column([50], 0.1), column([100], 0.01), 0.2).uncertainty[0]).toBeCloseTo(1.8 / 90, 12);
  });

  it('have no index reading where no composition is known', () => {
    const prices = { own: column([1]), others: column([1]), underlying: column([1]) };
    expect(readingsOf(prices, 1, undefined).map(({ reading }) => reading)).toEqual(['own', 'others', 'ratio']);
    expect(readingsOf(prices, 1, 0.2).map(({ reading }) => reading)).toEqual(['own', 'others', 'ratio', 'index']);
  });

  it('lie, by the index, between the own book’s and the ratio’s, to the last bits', () => {
    const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(price, price, fc.double({ min: 0, max: 1, noNaN: true }), (own, byRatio, weight) => {
        const mark = indexMark(column([own]), column([byRatio]), weight).prices[0] as number;
        expect(mark).toBeGreaterThanOrEqual(Math.min(own, byRatio) * (1 - 1e-12));
        expect(mark).toBeLessThanOrEqual(Math.max(own, byRatio) * (1 + 1e-12));
      }),
    );
  });
});

describe('published compositions', () => {
  it('are those of the notice of 2025-10-06, 20 % and 30 % own book, at Binance alone', () => {
    const weightOf = (asset: string, venue: string) => compositionOf(asset as Asset, venue as Venue)?.ownWeight;
    expect([weightOf('WBETH', 'binance'), weightOf('BNSOL', 'binance')]).toEqual([0.2, 0.3]);
    expect([weightOf('WBETH', 'gate'), weightOf('USDE', 'binance')]).toEqual([undefined, undefined]);
    for (const { ownWeight } of COMPOSITIONS) expect(ownWeight + (1 - ownWeight)).toBe(1);
  });
});

describe('the level of a unit', () => {
  it('is loan × level ÷ quantity', () => {
    expect(unitLevel(10, 30_000, 1.05)).toBe(3_150);
  });

  it.each([
    [0, 1, 1],
    [1, -1, 1],
    [1, 1, NaN],
  ])('is no number where one of %d, %d, %d is not above 0', (quantity, loan, level) => {
    expect(unitLevel(quantity, loan, level)).toBeNaN();
  });
});

const of = (prices: readonly (number | null)[], level: number, u = 0): readonly Crossing[] =>
  crossingsOf(column(prices, u), level);

const ROW = {
  certainMinutes: 1,
  unknownMinutes: 0,
  unknownBefore: 0,
  isFromStart: false,
  isToEnd: false,
};

describe('crossings of a level', () => {
  it('begin at or below it and end with the first minute known to be above', () => {
    expect(of([5, 4, 3, 5, 2, 5], 4)).toEqual([
      { ...ROW, first: 1, last: 2, minutes: 2, certainMinutes: 2 },
      { ...ROW, first: 4, last: 4, minutes: 1 },
    ]);
  });

  it('count a minute without a mark as unknown: it begins none and ends none', () => {
    expect(of([5, null, 3, null, null, 3, null, 5], 4)).toEqual([
      { ...ROW, first: 2, last: 5, minutes: 2, certainMinutes: 2, unknownMinutes: 2, unknownBefore: 1 },
    ]);
    expect(of([null, null], 4)).toEqual([]);
  });

  it('say where the window’s edge hides a beginning or an end', () => {
    expect(of([null, 3, 3, null], 4)).toEqual([
      { ...ROW, first: 1, last: 2, minutes: 2, certainMinutes: 2, unknownBefore: 1, isFromStart: true, isToEnd: true },
    ]);
  });

  it('are beyond what the rates leave unknown where the mark plus its uncertainty is at the level still', () => {
    expect(of([5, 3.9, 3.5, 5], 4, 0.1)).toMatchObject([{ minutes: 2, certainMinutes: 1 }]);
    expect(crossingsOf({ ...column([3]), uncertainty: Float64Array.of(NaN) }, 4)).toMatchObject([
      { minutes: 1, certainMinutes: 0 },
    ]);
  });

  it.each([0, -1, NaN])('of a level of %d are none', (level) => {
    expect(of([0, -2, 5], level)).toEqual([]);
  });

  const anyPrices = fc.array(fc.option(fc.double({ min: 0.01, max: 100, noNaN: true })), { maxLength: 40 });
  const anyLevel = fc.double({ min: 0.01, max: 100, noNaN: true });
  const minutesOf = (found: readonly Crossing[]): number => found.reduce((sum, { minutes }) => sum + minutes, 0);

  it('count every minute at or below the level once, and are apart', () => {
    fc.assert(
      fc.property(anyPrices, anyLevel, (prices, level) => {
        const found = of(prices, level);
        expect(minutesOf(found)).toBe(prices.filter((price) => price !== null && price <= level).length);
        found.forEach(({ first, last, minutes, unknownMinutes }, i) => {
          expect(last - first + 1).toBe(minutes + unknownMinutes);
          expect(first).toBeGreaterThan(found[i - 1]?.last ?? -1);
        });
      }),
    );
  });

  it('come no later and last no shorter at a higher level', () => {
    fc.assert(
      fc.property(anyPrices, anyLevel, anyLevel, (prices, a, b) => {
        const [low, high] = [of(prices, Math.min(a, b)), of(prices, Math.max(a, b))];
        expect(high[0]?.first ?? Infinity).toBeLessThanOrEqual(low[0]?.first ?? Infinity);
        expect(minutesOf(high)).toBeGreaterThanOrEqual(minutesOf(low));
      }),
    );
  });

  it('are the same of twice the units and twice the loan', () => {
    fc.assert(
      fc.property(anyPrices, fc.double({ min: 0.5, max: 1e6, noNaN: true }), anyLevel, (prices, units, loan) => {
        expect(of(prices, unitLevel(2 * units, 2 * loan, 1.05))).toEqual(of(prices, unitLevel(units, loan, 1.05)));
      }),
    );
  });
});

describe('the order of crossings', () => {
  it('is by the first minute, those of one minute together, without those that never crossed', () => {
    const at = (first: number): readonly Crossing[] => [{ ...ROW, first, last: first, minutes: 1 }];
    const order = orderOfCrossings([
      { reading: 'own', crossings: at(7) },
      { reading: 'others', crossings: [] },
      { reading: 'ratio', crossings: at(3) },
      { reading: 'index', crossings: at(7) },
    ]);
    expect(order.map((together) => together.map(({ reading }) => reading))).toEqual([['ratio'], ['own', 'index']]);
  });
});
