import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumns, flawOf, isMoved, isTraded, type Candle } from './candle';
import { minute, minuteRange } from './minute';

const candle = (over: Partial<Candle> = {}): Candle => ({
  minute: minute(0),
  open: 2,
  high: 3,
  low: 1,
  close: 2,
  baseVolume: 5,
  quoteVolume: NaN,
  trades: NaN,
  ...over,
});

describe('the candle invariant', () => {
  it('holds where a low that is measured ≤ open, close ≤ high and volumes are not negative', () => {
    expect(flawOf(candle())).toBeUndefined();
    expect(flawOf(candle({ open: 1, high: 1, close: 1, baseVolume: 0 }))).toBeUndefined();
    expect(flawOf(candle({ low: 0.001 }))).toBeUndefined();
    expect(flawOf(candle({ low: 1e-25, high: 1e25, baseVolume: 1e50, quoteVolume: 1e50 }))).toBeUndefined();
  });

  it.each([
    [{ low: 0 }, { kind: 'low-not-positive', low: 0 }],
    [{ low: -1 }, { kind: 'low-not-positive', low: -1 }],
    [{ low: 1e-320 }, { kind: 'low-too-small', low: 1e-320 }],
    [{ low: 9.999999999999999e-26 }, { kind: 'low-too-small', low: 9.999999999999999e-26 }],
    // Two of these have no mean in a double (the largest is 1.797e308).
    [{ high: 1e308 }, { kind: 'high-too-large', high: 1e308 }],
    [{ high: 1.1e25 }, { kind: 'high-too-large', high: 1.1e25 }],
    [{ baseVolume: 1e308 }, { kind: 'volume-too-large', field: 'baseVolume', value: 1e308 }],
    [{ quoteVolume: 1.1e50 }, { kind: 'volume-too-large', field: 'quoteVolume', value: 1.1e50 }],
    [{ low: 2.5 }, { kind: 'below-low', field: 'open', value: 2, low: 2.5 }],
    [{ high: 1.5 }, { kind: 'above-high', field: 'open', value: 2, high: 1.5 }],
    [{ close: 4 }, { kind: 'above-high', field: 'close', value: 4, high: 3 }],
    [{ open: NaN }, { kind: 'not-a-number', field: 'open' }],
    [{ high: Infinity }, { kind: 'not-a-number', field: 'high' }],
    [{ baseVolume: -1 }, { kind: 'not-a-volume', field: 'baseVolume', value: -1 }],
    [{ trades: Infinity }, { kind: 'not-a-volume', field: 'trades', value: Infinity }],
  ])('names the flaw of %j', (over, flaw) => {
    expect(flawOf(candle(over))).toEqual(flaw);
  });

  it('is broken exactly where one of its parts is', () => {
    const value = fc.constantFrom(NaN, -Infinity, -1, -0, 0, 5e-324, 1, 2, 3, Infinity);
    const price = fc.oneof({ weight: 1, arbitrary: value }, { weight: 3, arbitrary: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(price, price, price, price, value, value, value, (...numbers) => {
        const [open, high, low, close, baseVolume, quoteVolume, trades] = numbers;
        const areFinite = [open, high, low, close].every(Number.isFinite);
        const isOrdered = Math.min(open, high, low, close) === low && Math.max(open, high, low, close) === high;
        const areVolumes = [baseVolume, quoteVolume, trades].every(
          (one) => Number.isNaN(one) || (Number.isFinite(one) && one >= 0),
        );
        const flaw = flawOf(candle({ open, high, low, close, baseVolume, quoteVolume, trades }));
        expect(flaw === undefined).toBe(areFinite && low > 5e-324 && isOrdered && areVolumes);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('a traded minute', () => {
  const columns = (over: Partial<Record<'close' | 'baseVolume' | 'quoteVolume' | 'trades', number>>): boolean => {
    const one = emptyColumns(minuteRange(minute(0), minute(1)));
    for (const field of ['close', 'baseVolume', 'quoteVolume', 'trades'] as const) one[field][0] = over[field] ?? NaN;
    return isTraded(one, 0);
  };

  it('has a volume or a trade; a flat filler of zero volume is no trade, exactly like no row', () => {
    expect(columns({ baseVolume: 0.01 })).toBe(true);
    expect(columns({ quoteVolume: 3 })).toBe(true);
    expect(columns({ trades: 1 })).toBe(true);
    expect(columns({ baseVolume: 0, quoteVolume: 0, trades: 0 })).toBe(false);
    expect(columns({ close: 3, baseVolume: 0 })).toBe(false);
    expect(columns({})).toBe(false);
  });

  it('is a candle of which no volume and no count is said, too: its volume is unknown', () => {
    expect(columns({ close: 3 })).toBe(true);
    expect(columns({ close: 3, trades: 0 })).toBe(false);
  });
});

describe('a candle of volume 0', () => {
  it.each([
    ['whose low fell to 0.9 moved', { baseVolume: 0, low: 0.9 }, true],
    ['and count 0 whose close differs moved', { baseVolume: 0, quoteVolume: 0, trades: 0, close: 2.5 }, true],
    ['of which the count alone is said moved', { baseVolume: NaN, trades: 0 }, true],
    ['with one price throughout is a filler', { baseVolume: 0, open: 2, high: 2, low: 2, close: 2 }, false],
    ['with a count above 0 is traded', { baseVolume: 0, trades: 3 }, false],
    ['with a quote volume above 0 is traded', { baseVolume: 0, quoteVolume: 1e-9 }, false],
    ['that is not said is not known to be 0', { baseVolume: NaN }, false],
  ])('%s', (_, over, moved) => {
    expect(isMoved(candle(over))).toBe(moved);
  });
});
