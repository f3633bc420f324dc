import { describe, expect, it } from 'vitest';
import { emptyColumns, flawOf, isTraded, type Candle } from './candle';
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
  it('holds where 0 < low ≤ open, close ≤ high and volumes are not negative', () => {
    expect(flawOf(candle())).toBeUndefined();
    expect(flawOf(candle({ open: 1, high: 1, close: 1, baseVolume: 0 }))).toBeUndefined();
    expect(flawOf(candle({ low: 0.001 }))).toBeUndefined();
  });

  it.each([
    [{ low: 0 }, /low 0 is not above 0/],
    [{ low: -1 }, /low -1/],
    [{ low: 2.5 }, /open 2 is below low 2.5/],
    [{ high: 1.5 }, /open 2 is above high 1.5/],
    [{ close: 4 }, /close 4 is above high 3/],
    [{ open: NaN }, /open is not a number/],
    [{ high: Infinity }, /high is not a number/],
    [{ baseVolume: -1 }, /baseVolume -1 is not a volume/],
    [{ trades: Infinity }, /trades Infinity is not a volume/],
  ])('names the flaw of %j', (over, flaw) => {
    expect(flawOf(candle(over))).toMatch(flaw);
  });
});

describe('a traded minute', () => {
  const columns = (over: { baseVolume?: number; quoteVolume?: number; trades?: number }): boolean => {
    const one = emptyColumns(minuteRange(minute(0), minute(1)));
    for (const field of ['baseVolume', 'quoteVolume', 'trades'] as const) one[field][0] = over[field] ?? NaN;
    return isTraded(one, 0);
  };

  it('has a volume or a trade; a flat filler of zero volume is no trade, exactly like no row', () => {
    expect(columns({ baseVolume: 0.01 })).toBe(true);
    expect(columns({ quoteVolume: 3 })).toBe(true);
    expect(columns({ trades: 1 })).toBe(true);
    expect(columns({ baseVolume: 0, quoteVolume: 0, trades: 0 })).toBe(false);
    expect(columns({})).toBe(false);
  });
});
