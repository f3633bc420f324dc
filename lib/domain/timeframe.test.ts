import { describe, expect, it } from 'vitest';
import { formatMinute, parseRange, type MinuteRange } from './minute';
import { openingsIn, spanOfCandle, touchedCandles, wholeCandles } from './timeframe';
import { promised } from './unit';

const range = (from: string, to: string): MinuteRange => promised(parseRange(from, to));
const window = range('2025-10-10T20:07Z', '2025-10-10T22:03Z');

describe('the longer candles of a range', () => {
  it.each([
    ['5m', '2025-10-10T20:10Z', '2025-10-10T22:00Z'],
    ['15m', '2025-10-10T20:15Z', '2025-10-10T22:00Z'],
    ['1h', '2025-10-10T21:00Z', '2025-10-10T22:00Z'],
  ] as const)('of %s, whole ones alone, lie from %s to %s', (timeframe, from, to) => {
    expect(wholeCandles(window, timeframe)).toEqual(range(from, to));
  });

  it('are none where no whole one fits, and none of a day in hours', () => {
    expect(wholeCandles(window, '1d')).toBeUndefined();
    expect(openingsIn(window, '1d')).toEqual([]);
    expect(openingsIn(window, '1h').map(formatMinute)).toEqual(['2025-10-10T21:00Z']);
  });

  it('that a range touches begin before it and end after it', () => {
    expect(touchedCandles(window, '1h')).toEqual(range('2025-10-10T20:00Z', '2025-10-10T23:00Z'));
    expect(touchedCandles(window, '1d')).toEqual(range('2025-10-10T00:00Z', '2025-10-11T00:00Z'));
  });

  it('span their minutes from the opening on', () => {
    const [open] = openingsIn(window, '1h');
    expect(open === undefined ? undefined : spanOfCandle(open, '1h')).toEqual(
      range('2025-10-10T21:00Z', '2025-10-10T22:00Z'),
    );
  });
});
