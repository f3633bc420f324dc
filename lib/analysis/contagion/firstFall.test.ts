import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALL_LEVELS, type FirstFall } from '../../domain/contagion';
import type { Kind } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { minute, minuteRange, plus, type Minute } from '../../domain/minute';
import { bar, DEEPEST_MINUTE, flat, marketOf, type Slot } from '../testing/markets';
import { firstFallOf } from './firstFall';
import { behindOf, orderOfFalls } from './order';
import { ownLevelOf } from './ownLevel';

// An hour at 4, then the window.

const HOUR = Array.from({ length: 60 }, () => flat(4));
const START = plus(DEEPEST_MINUTE, 60);
const at = (slot: number): Minute => plus(START, slot);
interface Shape {
  readonly kind?: Kind;
  readonly hour?: readonly Slot[];
}
const book = (window: readonly Slot[], { kind = 'spot', hour = HOUR }: Shape = {}): MarketColumns =>
  marketOf('binance ATOM/USDT', [...hour, ...window], { kind });
const levelOf = (columns: MarketColumns): number => ownLevelOf(columns, minuteRange(DEEPEST_MINUTE, START)).level;
function fallOf(columns: MarketColumns, fall: number): FirstFall {
  const end = minute(columns.candles.range.to);
  return firstFallOf(columns, levelOf(columns), fall, minuteRange(START, end));
}
const low = (price: number): Slot => bar(4, 4, price, 4);
const seen = (slot: number, price: number, earliest = slot): FirstFall => ({
  kind: 'fell',
  earliest: at(earliest),
  seen: at(slot),
  low: price,
});

describe('a book’s own level', () => {
  it('is the median close of the hour before the window, and a window’s own minutes take no part', () => {
    const hour = [...Array.from({ length: 30 }, () => flat(3)), ...Array.from({ length: 30 }, () => flat(5))];
    expect(levelOf(book([flat(100)], { hour }))).toBe(4);
    expect(levelOf(book([flat(100)], { hour: [undefined, ...hour.slice(1)] }))).toBe(5);
  });

  it('is, of an even count, the exact mean of the middle two: 3.9945, which doubles make 3.9945000000000004', () => {
    const hour = [...Array.from({ length: 30 }, () => flat(3.994)), ...Array.from({ length: 30 }, () => flat(3.995))];
    expect(levelOf(book([], { hour }))).toBe(3.9945);
  });

  it('needs thirty closes: with one less there is none, and no fall either', () => {
    const hour = (closes: number): readonly Slot[] =>
      Array.from({ length: 60 }, (_, i) => (i < closes ? flat(4) : undefined));
    expect(levelOf(book([], { hour: hour(30) }))).toBe(4);
    const few = book([low(0.001)], { hour: hour(29) });
    expect(levelOf(few)).toBe(NaN);
    expect(fallOf(few, 0.05)).toEqual({ kind: 'no-level' });
  });

  it('is not made of flat fillers of volume 0', () => {
    const hour = [...Array.from({ length: 30 }, () => flat(4)), ...Array.from({ length: 30 }, () => flat(9, 0))];
    expect(levelOf(book([], { hour }))).toBe(4);
  });
});

describe('the first fall of a book', () => {
  it('is the first minute whose low lies so far below its level, the bound included', () => {
    const columns = book([low(3.9), low(3.6), low(3.2), low(0.001)]);
    expect(FALL_LEVELS.map((fall) => fallOf(columns, fall))).toEqual([
      seen(1, 3.6),
      seen(1, 3.6),
      seen(2, 3.2),
      seen(3, 0.001),
    ]);
  });

  it.each([
    [1.005, 0.804],
    [1.13, 0.904],
    [1.14, 0.912],
    [1.15, 0.92],
  ])('is exactly a fifth below %d at %d, whatever doubles multiply', (level, bound) => {
    const hour = Array.from({ length: 60 }, () => flat(level));
    const at20 = (price: number) => fallOf(book([bar(level, level, price, level)], { hour }), 0.2).kind;
    expect([at20(bound), at20(bound + 0.0001)]).toEqual(['fell', 'held']);
  });

  it('is none where every minute is known and none lies so low, a minute without a trade among them', () => {
    expect(fallOf(book([low(3.9), undefined, low(3.9)]), 0.05)).toEqual({ kind: 'held' });
  });

  it('is not known where a minute was not fetched, could not be used or moved without volume', () => {
    for (const hole of ['unasked', 'set-aside', bar(4, 4, 1, 2, 0)] as const)
      expect(fallOf(book([low(3.9), hole, low(3.9)]), 0.05)).toEqual({ kind: 'unknown', earliest: at(1) });
  });

  it('may have been in any minute before it of which nothing is known, however far back', () => {
    expect(fallOf(book([low(3.9), 'unasked', low(3.9), low(1)]), 0.5)).toEqual(seen(3, 1, 1));
  });

  it('may have been in the silence right before it; a silence with a price after it is no fall', () => {
    expect(fallOf(book([low(3.9), undefined, undefined, low(1)]), 0.5)).toEqual(seen(3, 1, 1));
    expect(fallOf(book([low(3.9), undefined, 'unasked', low(3.9), low(1)]), 0.5)).toEqual(seen(4, 1, 1));
    expect(fallOf(book([undefined, low(3.9), low(1)]), 0.5)).toEqual(seen(2, 1));
  });

  it('of a mark or an index needs no volume, and a minute without a price is not known', () => {
    const priced: Slot = { open: 4, high: 4, low: 4, close: 4 };
    const hour = Array.from({ length: 60 }, () => priced);
    const fallen: Slot = { open: 4, high: 4, low: 1, close: 4, baseVolume: 0 };
    for (const kind of ['mark', 'index'] as const) {
      expect(fallOf(book([priced, fallen], { kind, hour }), 0.5)).toEqual(seen(1, 1));
      expect(fallOf(book([priced, undefined, priced], { kind, hour }), 0.5)).toEqual({
        kind: 'unknown',
        earliest: at(1),
      });
    }
  });
});

describe('the order of falls', () => {
  const NONE = [{ kind: 'held' }, { kind: 'no-level' }] as const;

  it('has no first where none fell', () => {
    expect(orderOfFalls(NONE)).toEqual({ first: undefined, firsts: [], maybe: [] });
    expect(behindOf(NONE[0], undefined)).toBeUndefined();
  });

  it('names all that were seen in the first minute, and whoever may have been as early', () => {
    const falls = [
      seen(5, 1),
      seen(3, 1),
      seen(4, 1, 3),
      ...NONE,
      seen(3, 2, 1),
      { kind: 'unknown', earliest: at(3) },
      { kind: 'unknown', earliest: at(4) },
    ] as const;
    expect(orderOfFalls(falls)).toEqual({ first: at(3), firsts: [1, 5], maybe: [2, 6] });
    expect(falls.map((fall) => behindOf(fall, at(3)))).toEqual([
      { least: 2, most: 2 },
      { least: 0, most: 0 },
      { least: 0, most: 1 },
      undefined,
      undefined,
      { least: -2, most: 0 },
      undefined,
      undefined,
    ]);
  });
});

// Properties.

const price = fc.constantFrom(4, 3.9, 3.7, 3.5, 3, 2, 1, 0.001);
const minuteSlot: fc.Arbitrary<Slot> = fc.oneof(
  { weight: 6, arbitrary: price.map(low) },
  { weight: 1, arbitrary: fc.constantFrom('unasked' as const, 'set-aside' as const, undefined) },
);
const window = fc.array(minuteSlot, { minLength: 1, maxLength: 30 });
const anyFall = fc.constantFrom(...FALL_LEVELS);
/** What is known of when: before the first of these it did not fall, and from the second on it had. */
const boundsOf = (fall: FirstFall): readonly [number, number] => [
  'earliest' in fall ? fall.earliest : Infinity,
  fall.kind === 'fell' ? fall.seen : Infinity,
];

describe('over any books', () => {
  it('is at the bound and one tick below it, and not one tick above, as whole numbers work it out', () => {
    // A level of whole hundredths of 10^-n: (100 − percent) % of it are whole ticks of 10^-n.
    const level = fc.bigInt({ min: 1n, max: 99_999_999n }).map((whole) => whole * 100n);
    const written = (ticks: bigint, decimals: number): number => Number(`${String(ticks)}e-${String(decimals)}`);
    fc.assert(
      fc.property(level, fc.integer({ min: 0, max: 12 }), anyFall, (whole, decimals, fall) => {
        const percent = BigInt(Math.round(fall * 100));
        const bound = (whole / 100n) * (100n - percent);
        const start = written(whole, decimals);
        const hour = Array.from({ length: 60 }, () => flat(start));
        const found = [-1n, 0n, 1n].map(
          (beside) => fallOf(book([bar(start, start, written(bound + beside, decimals), start)], { hour }), fall).kind,
        );
        expect(found).toEqual(['fell', 'fell', 'held']);
      }),
      { numRuns: 200 },
    );
  });

  it('a shift of all times shifts the minutes and nothing else', () => {
    fc.assert(
      fc.property(window, anyFall, fc.integer({ min: 1, max: 100_000 }), (slots, fall, by) => {
        const here = book(slots);
        const from = plus(DEEPEST_MINUTE, by);
        const there = marketOf('binance ATOM/USDT', [...HOUR, ...slots], { from });
        const range = minuteRange(plus(from, 60), plus(from, 60 + slots.length));
        const moved = firstFallOf(there, ownLevelOf(there, minuteRange(from, range.from)).level, fall, range);
        const expected = fallOf(here, fall);
        expect(moved).toEqual({
          ...expected,
          ...('earliest' in expected ? { earliest: plus(expected.earliest, by) } : {}),
          ...(expected.kind === 'fell' ? { seen: plus(expected.seen, by) } : {}),
        });
      }),
    );
  });

  it('another unit of a book’s prices changes no minute', () => {
    fc.assert(
      // Powers of ten shift a decimal's point and leave its digits.
      fc.property(window, anyFall, fc.integer({ min: -12, max: 12 }), (slots, fall, power) => {
        const scaled = (slot: Slot): Slot =>
          slot === undefined || typeof slot === 'string'
            ? slot
            : Object.fromEntries(
                Object.entries(slot).map(([name, value]) => [
                  name,
                  name === 'baseVolume' ? value : Number(`${String(value)}e${String(power)}`),
                ]),
              );
        const other = book(slots.map(scaled), { hour: HOUR.map(scaled) });
        expect(boundsOf(fallOf(other, fall))).toEqual(boundsOf(fallOf(book(slots), fall)));
      }),
    );
  });

  it('a hole never makes a book earlier, nor puts it surely before or behind another that it was not', () => {
    fc.assert(
      fc.property(
        window,
        window,
        anyFall,
        fc.nat(),
        fc.constantFrom('unasked' as const, 'set-aside' as const),
        (slots, others, fall, place, hole) => {
          const holed = slots.map((slot, i) => (i === place % slots.length ? hole : slot));
          const [whole, less, other] = [slots, holed, others].map((one) => boundsOf(fallOf(book(one), fall)));
          const surelyBefore = (a: readonly [number, number], b: readonly [number, number]): boolean => a[1] < b[0];
          if (whole === undefined || less === undefined || other === undefined) throw new Error('three books');
          expect(less[1]).toBeGreaterThanOrEqual(whole[1]);
          expect(less[0]).toBeLessThanOrEqual(whole[0]);
          if (surelyBefore(less, other)) expect(surelyBefore(whole, other)).toBe(true);
          if (surelyBefore(other, less)) expect(surelyBefore(other, whole)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a minute without a trade never makes a book seen earlier', () => {
    fc.assert(
      fc.property(window, anyFall, fc.nat(), (slots, fall, place) => {
        const silent = slots.map((slot, i) => (i === place % slots.length ? undefined : slot));
        expect(boundsOf(fallOf(book(silent), fall))[1]).toBeGreaterThanOrEqual(boundsOf(fallOf(book(slots), fall))[1]);
      }),
    );
  });

  it('a deeper fall is never seen before a lesser one', () => {
    fc.assert(
      fc.property(window, (slots) => {
        const minutes = FALL_LEVELS.map((fall) => boundsOf(fallOf(book(slots), fall))[1]);
        expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      }),
    );
  });

  it('ties are ties whoever is named first: the order of books changes nothing', () => {
    const anyOf = fc.array(
      window.chain((slots) => anyFall.map((fall) => fallOf(book(slots), fall))),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyOf, fc.infiniteStream(fc.nat()), (falls, draws) => {
        const places = falls.map((_, i) => i).map((i) => [draws.next().value ?? i, i] as const);
        const order = places.toSorted(([a], [b]) => a - b).map(([, i]) => i);
        const [plain, mixed] = [orderOfFalls(falls), orderOfFalls(order.map((i) => falls[i] as FirstFall))];
        const back = (these: readonly number[]): readonly number[] =>
          these.map((i) => order[i] as number).toSorted((a, b) => a - b);
        expect(mixed.first).toBe(plain.first);
        expect(back(mixed.firsts)).toEqual(plain.firsts);
        expect(back(mixed.maybe)).toEqual(plain.maybe);
      }),
    );
  });
});
