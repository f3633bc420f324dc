import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { bar, DEEPEST_MINUTE, flat, marketOf, type Slot } from '../testing/markets';
import { differencesOf, worstFirst, type Difference, type SourceDifferences } from './sourceDifferences';

const columnsOf = (...slots: readonly Slot[]): CandleColumns => marketOf('binance ATOM/USDT', slots).candles;
const compare = (a: Slot, b: Slot): SourceDifferences => differencesOf(columnsOf(a), columnsOf(b));
const only = (a: Slot, b: Slot): Difference | undefined => compare(a, b).differing[0]?.difference;

describe('two sources of a market', () => {
  it('agree in a minute when every field that both say is the same float', () => {
    expect(
      compare(bar(3, 4, 0.001, 2, 10), { ...flatFields(3, 4, 0.001, 2), baseVolume: 10, quoteVolume: 30, trades: 4 }),
    ).toEqual({ compared: 1, alike: 1, differing: [], onlyA: 0, onlyB: 0 });
  });

  it('differ by a low of 1.5 where the other says 0.001, which is −99.93 %', () => {
    const found = only(bar(3, 4, 1.5, 2), bar(3, 4, 0.001, 2));
    expect(found).toMatchObject({ kind: 'values', fields: ['low'], high: 0, volume: 0 });
    expect(found?.kind === 'values' && found.low).toBeCloseTo(-0.99933333, 8);
    expect(found?.kind === 'values' && found.price).toBe(found?.kind === 'values' ? found.low : undefined);
  });

  it('differ when their floats are neighbours: no tolerance is granted, and the ratio is not 0', () => {
    const found = only(flat(1.5), flat(1.5 + Number.EPSILON));
    expect(found).toMatchObject({ kind: 'values', fields: ['open', 'high', 'low', 'close'] });
    expect(found?.kind === 'values' && found.price).toBeGreaterThan(0);
  });

  it('name the price furthest off with its sign, whichever field it is', () => {
    expect(only(bar(100, 120, 90, 110), bar(100, 120, 90, 55))).toMatchObject({
      fields: ['close'],
      low: 0,
      high: 0,
      price: -0.5,
    });
    expect(only(bar(100, 120, 90, 110), bar(125, 120, 89, 110))).toMatchObject({
      fields: ['open', 'low'],
      price: 0.25,
    });
  });

  it('compare a volume only where both say it, and apart from the prices', () => {
    expect(
      only(
        { ...flatFields(1, 1, 1, 1), baseVolume: 10, quoteVolume: 10 },
        { ...flatFields(1, 1, 1, 1), baseVolume: 15, trades: 3 },
      ),
    ).toEqual({ kind: 'values', fields: ['baseVolume'], low: 0, high: 0, price: 0, volume: 0.5 });
  });

  it('have no ratio of a volume that was 0', () => {
    expect(
      only(
        { ...flatFields(1, 1, 1, 1), baseVolume: 0, trades: 1 },
        { ...flatFields(1, 1, 1, 1), baseVolume: 15, trades: 1 },
      ),
    ).toMatchObject({ fields: ['baseVolume'], volume: NaN });
  });

  it('differ where one has a candle and the other, asked as well, no trade', () => {
    expect(only(flat(1), undefined)).toEqual({ kind: 'one-has-none', without: 'b' });
    expect(only(undefined, flat(1))).toEqual({ kind: 'one-has-none', without: 'a' });
  });

  it('say alike "no trade" by an omitted row and by a filler of zero volume, at whatever price', () => {
    expect(only(flat(1, 0), undefined)).toBeUndefined();
    expect(only(flat(1, 0), flat(2, 0))).toBeUndefined();
    expect(only(flat(1, 0), flat(1))).toEqual({ kind: 'one-has-none', without: 'a' });
  });

  it('are compared where neither says a volume: a mark price or a file without one is no filler', () => {
    expect(only(flatFields(1, 1, 1, 1), flatFields(1, 2, 1, 1))).toMatchObject({
      kind: 'values',
      fields: ['high'],
      high: 1,
    });
    expect(only(flatFields(1, 1, 1, 1), undefined)).toEqual({ kind: 'one-has-none', without: 'b' });
  });

  it('do not differ in a minute that only one of them answered; it is counted', () => {
    expect(compare(flat(1), 'unasked')).toEqual({ compared: 0, alike: 0, differing: [], onlyA: 1, onlyB: 0 });
    expect(compare('unasked', undefined)).toEqual({ compared: 0, alike: 0, differing: [], onlyA: 0, onlyB: 1 });
    expect(compare('set-aside', flat(1))).toMatchObject({ compared: 0, onlyA: 0, onlyB: 1 });
    expect(compare('unasked', 'unasked')).toEqual({ compared: 0, alike: 0, differing: [], onlyA: 0, onlyB: 0 });
  });

  it('are not compared over different ranges', () => {
    expect(() => differencesOf(columnsOf(flat(1)), columnsOf(flat(1), flat(1)))).toThrow(RangeError);
  });
});

describe('the worst difference', () => {
  const values = (price: number, volume = 0): Difference => ({
    kind: 'values',
    fields: [],
    low: 0,
    high: 0,
    price,
    volume,
  });
  const none: Difference = { kind: 'one-has-none', without: 'a' };

  it('is the price furthest off, then a candle against none, then a volume', () => {
    const sorted = [
      values(0, NaN),
      values(0, 0.1),
      none,
      values(1e-9),
      values(0, -0.9),
      values(-0.5),
      values(0.25),
    ].sort(worstFirst);
    expect(sorted).toEqual([
      values(-0.5),
      values(0.25),
      values(1e-9),
      none,
      values(0, -0.9),
      values(0, 0.1),
      values(0, NaN),
    ]);
  });
});

function flatFields(open: number, high: number, low: number, close: number): Partial<Record<CandleField, number>> {
  return { open, high, low, close };
}

// A second reading of the rules, minute by minute and without the code's own words.

const price = fc.constantFrom(0.5, 1, 1 + Number.EPSILON, 2, 3.5);
const volume = fc.constantFrom(NaN, 0, 1, 7);
const slot: fc.Arbitrary<Slot> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      open: price,
      high: price,
      low: price,
      close: price,
      baseVolume: volume,
      quoteVolume: volume,
      trades: volume,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('unasked' as const, 'set-aside' as const, undefined) },
);
const pair = fc.array(fc.tuple(slot, slot), { minLength: 1, maxLength: 40 });

function speaks(one: Slot): one is Exclude<Slot, string | undefined> {
  if (one === undefined || typeof one === 'string') return false;
  const volumes = [one.baseVolume, one.quoteVolume, one.trades].map(Number);
  const prices = new Set([one.open, one.high, one.low, one.close]);
  return volumes.every(Number.isNaN) || volumes.some((volume) => volume > 0) || prices.size > 1;
}

type Verdict = 'alike' | 'differs' | 'only a' | 'only b' | 'unasked';
function verdict(a: Slot, b: Slot): Verdict {
  if (typeof a === 'string') return typeof b === 'string' ? 'unasked' : 'only b';
  if (typeof b === 'string') return 'only a';
  if (!speaks(a) || !speaks(b)) return speaks(a) === speaks(b) ? 'alike' : 'differs';
  const unlike = CANDLE_FIELDS.some(
    (field) => !Number.isNaN(Number(a[field])) && !Number.isNaN(Number(b[field])) && a[field] !== b[field],
  );
  return unlike ? 'differs' : 'alike';
}

const sides = (pairs: readonly (readonly [Slot, Slot])[]): readonly [CandleColumns, CandleColumns] => [
  columnsOf(...pairs.map(([a]) => a)),
  columnsOf(...pairs.map(([, b]) => b)),
];

describe('over any two sources', () => {
  it('every minute is compared, of one source only, or asked of neither; the differing ones are those a second reading finds', () => {
    fc.assert(
      fc.property(pair, (pairs) => {
        const found = differencesOf(...sides(pairs));
        const verdicts = pairs.map(([a, b]) => verdict(a, b));
        const counted = (wanted: Verdict): number => verdicts.filter((one) => one === wanted).length;
        expect([found.alike, found.onlyA, found.onlyB]).toEqual([
          counted('alike'),
          counted('only a'),
          counted('only b'),
        ]);
        expect(found.compared).toBe(counted('alike') + counted('differs'));
        expect(found.differing.map(({ minute }) => minute - DEEPEST_MINUTE)).toEqual(
          verdicts.flatMap((one, i) => (one === 'differs' ? [i] : [])),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('each ratio turns one price into the other, and the worst is one of four', () => {
    fc.assert(
      fc.property(pair, (pairs) => {
        for (const { minute, difference } of differencesOf(...sides(pairs)).differing) {
          const [a, b] = pairs[minute - DEEPEST_MINUTE] ?? [];
          if (difference.kind !== 'values' || !speaks(a) || !speaks(b)) continue;
          const ratios = (['open', 'high', 'low', 'close'] as const).map(
            (field) => Number(b[field]) / Number(a[field]) - 1,
          );
          expect(difference.low).toBeCloseTo(ratios[2] ?? NaN, 12);
          expect(difference.high).toBeCloseTo(ratios[1] ?? NaN, 12);
          expect(Math.abs(difference.price)).toBeCloseTo(Math.max(...ratios.map(Math.abs)), 12);
          expect(difference.price === 0).toBe(
            !difference.fields.some((field) => ['open', 'high', 'low', 'close'].includes(field)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same minutes differ from whichever side one looks', () => {
    fc.assert(
      fc.property(pair, (pairs) => {
        const [a, b] = sides(pairs);
        const [there, back] = [differencesOf(a, b), differencesOf(b, a)];
        expect([back.compared, back.alike, back.onlyA, back.onlyB]).toEqual([
          there.compared,
          there.alike,
          there.onlyB,
          there.onlyA,
        ]);
        expect(back.differing.map(({ minute }) => minute)).toEqual(there.differing.map(({ minute }) => minute));
      }),
    );
  });

  it('a source never differs from itself', () => {
    fc.assert(
      fc.property(fc.array(slot, { minLength: 1, maxLength: 40 }), (slots) => {
        const { compared, alike, differing } = differencesOf(columnsOf(...slots), columnsOf(...slots));
        expect([differing, alike]).toEqual([[], compared]);
      }),
    );
  });
});
