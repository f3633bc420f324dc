import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionOf } from './composition';
import { crossingsOf, orderOfCrossings, type Crossing } from './crossings';
import { fraction, over, product, sum, type Fraction } from '../../claims/testing/fractions';
import { indexMark, isReached, ratioMark, readingsOf, unitLevel, type MarkColumn, type MarkHole } from './marks';
import type { Asset, Venue } from '../market';
import { parseRange } from '../minute';
import { promised } from '../unit';

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

  it('are, by ratio, the exact product: 3 × 1.1 is 3.3, which doubles multiply to 3.3000000000000003', () => {
    expect(ratioMark(column([3]), 1.1).prices[0]).toBe(3.3);
  });

  it('are holes in every minute where no ratio is known, whatever else is', () => {
    const made = ratioMark(column([4_000, null], 0.01), NaN);
    expect([...made.prices, ...made.uncertainty]).toEqual([NaN, NaN, NaN, NaN]);
    expect(made.holes).toEqual(['no-ratio', 'no-ratio']);
  });

  // 0.2 × 430.65 + 0.8 × 1.08 × 3,800 = 86.13 + 3,283.2; 0.3 × 34.9 + 0.7 × 1.07 × 184.69 = 10.47 + 138.33281
  it.each([
    [0.2, 430.65, 4_104, 3_369.33],
    [0.3, 34.9, 197.6183, 148.80281],
    // 0.6 + 2.4, which doubles add up to 3.0000000000000004; 0.3 × 1.1 + 0.7 × 1.1
    [0.2, 3, 3, 3],
    [0.3, 1.1, 1.1, 1.1],
  ])('are, by an index of %d own book, worked out by hand', (weight, own, byRatio, expected) => {
    expect(indexMark(column([own]), column([byRatio]), weight).prices[0]).toBe(expected);
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

  it('lie, by the index, between the own book’s and the ratio’s', () => {
    const price = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(price, price, fc.double({ min: 0, max: 1, noNaN: true }), (own, byRatio, weight) => {
        const mark = indexMark(column([own]), column([byRatio]), weight).prices[0] as number;
        expect(mark).toBeGreaterThanOrEqual(Math.min(own, byRatio));
        expect(mark).toBeLessThanOrEqual(Math.max(own, byRatio));
      }),
    );
  });

  it('are, of any prices, those that fractions give', () => {
    fc.assert(
      fc.property(anyPrice, anyPrice, fc.constantFrom(20, 30), (own, byRatio, percent) => {
        const [share, rest] = [fraction(String(percent)), fraction(String(100 - percent))];
        const parts = sum(product(share, fraction(String(own))), product(rest, fraction(String(byRatio))));
        const mark = indexMark(column([own]), column([byRatio]), percent / 100).prices[0] as number;
        expect(isNearest(mark, over(parts, fraction('100')))).toBe(true);
        const multiplied = ratioMark(column([own]), byRatio).prices[0] as number;
        expect(isNearest(multiplied, product(fraction(String(own)), fraction(String(byRatio))))).toBe(true);
      }),
    );
  });
});

/** A price as venues write them: at most nine digits, of which up to eight behind the point. */
const anyPrice = fc
  .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, decimals]) => Number(`${String(digits)}e-${String(decimals)}`));

const isLess = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;

/** Whether no double lies nearer to a fraction: it lies within half a unit of the last of 17 digits, which any double's own decimal does. */
function isNearest(value: number, exact: Fraction): boolean {
  const apart = (other: number): Fraction => {
    const { top, bottom } = fraction(decimalText(other));
    const difference = top * exact.bottom - exact.top * bottom;
    return { top: difference < 0n ? -difference : difference, bottom: bottom * exact.bottom };
  };
  const [below, above] = [nextDouble(value, -1), nextDouble(value, 1)];
  return !isLess(apart(below), apart(value)) && !isLess(apart(above), apart(value));
}

/** A double's binary value in full, as a decimal. */
const decimalText = (value: number): string => value.toFixed(60).replace(/0+$/, '');

function nextDouble(value: number, by: 1 | -1): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] = (bits[0] as bigint) + BigInt(by);
  return new Float64Array(bits.buffer)[0] as number;
}

describe('published compositions', () => {
  it('are those of the notice of 2025-10-06, 20 % and 30 % own book, at Binance alone', () => {
    const weightOf = (asset: string, venue: string, from = '2025-10-06T00:00Z', to = '2025-10-11T00:00Z') =>
      compositionOf(asset as Asset, venue as Venue, promised(parseRange(from, to)))?.ownWeight;
    expect([weightOf('WBETH', 'binance'), weightOf('BNSOL', 'binance')]).toEqual([0.2, 0.3]);
    expect([weightOf('WBETH', 'gate'), weightOf('USDE', 'binance')]).toEqual([undefined, undefined]);
    // Of a window that reaches beyond the days they are known for, none is.
    expect(weightOf('WBETH', 'binance', '2025-10-05T23:59Z')).toBeUndefined();
    expect(weightOf('WBETH', 'binance', '2025-10-10T20:00Z', '2025-10-11T00:01Z')).toBeUndefined();
  });
});

const account = (units: number, loan: number, level: number) => ({ units, loan, level });

describe('the level of a unit', () => {
  it('is loan × level ÷ quantity', () => {
    expect(unitLevel(account(10, 30_000, 1.05))).toBe(3_150);
    // 1.1 × 1.1 ÷ 1.21, of which doubles make 1.0000000000000002
    expect(unitLevel(account(1.21, 1.1, 1.1))).toBe(1);
  });

  it.each([
    [0, 1, 1],
    [1, -1, 1],
    [1, 1, NaN],
    [1, Infinity, 1],
  ])('is no number where one of %d, %d, %d is not above 0, or without an end', (units, loan, level) => {
    expect(unitLevel(account(units, loan, level))).toBeNaN();
  });

  it('is reached by a mark at it, whatever a division rounds', () => {
    // 3 units at 0.1 are worth 0.3; in doubles 3 × 0.1 is more than that.
    expect(isReached(0.1, account(3, 0.3, 1))).toBe(true);
    // A third of 1 is no decimal: 0.3333333333333333 × 3 is less, and the next double is more.
    expect([0.3333333333333333, 0.33333333333333337].map((mark) => isReached(mark, account(3, 1, 1)))).toEqual([
      true,
      false,
    ]);
  });

  it('is none of an account without bounds', () => {
    expect(unitLevel(account(1, Infinity, 1))).toBeNaN();
    expect(isReached(5, account(1, Infinity, 1))).toBe(false);
    expect(isReached(5, account(Infinity, 1, 1))).toBe(false);
  });

  it('is reached by a mark at it, and not by one that is worth one unit of the last digit more, worked out in whole numbers', () => {
    const digits = fc.bigInt({ min: 1n, max: 9_999n });
    const places = fc.integer({ min: 0, max: 6 });
    /** Levels, and the thousandths by which 1 is divided by them. */
    const level = fc.constantFrom([1.25, 800n], [0.5, 2_000n], [2, 500n], [1.6, 625n], [1, 1_000n]);
    const written = (whole: bigint, decimals: number): number => Number(`${String(whole)}e-${String(decimals)}`);
    fc.assert(
      fc.property(digits, places, digits, places, level, (mark, markPlaces, units, unitPlaces, [ratio, inverse]) => {
        const due = mark * units * inverse;
        const reached = [-1n, 0n, 1n].map((beside) =>
          isReached(
            written(mark, markPlaces),
            account(written(units, unitPlaces), written(due + beside, markPlaces + unitPlaces + 3), ratio),
          ),
        );
        expect(reached).toEqual([false, true, true]);
      }),
      { numRuns: 300 },
    );
  });
});

const of = (prices: readonly (number | null)[], level: number, u = 0): readonly Crossing[] =>
  crossingsOf(column(prices, u), account(1, level, 1));

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
    // 3 × 1.1 is 3.3; doubles multiply to more.
    expect(of([5, 3, 5], 3.3, 0.1)).toMatchObject([{ minutes: 1, certainMinutes: 1 }]);
    expect(crossingsOf({ ...column([3]), uncertainty: Float64Array.of(NaN) }, account(1, 4, 1))).toMatchObject([
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
        const crossed = (by: number) => crossingsOf(column(prices), account(by * units, by * loan, 1.05));
        expect(crossed(2)).toEqual(crossed(1));
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
