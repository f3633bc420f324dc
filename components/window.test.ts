import { describe, expect, it } from 'vitest';
import { formatMinute, minute, parseMinute, type MinuteRange } from '@/lib/domain/minute';
import { around, moved, scaled } from './window';
import { brokenPromise } from '../lib/domain/unit';

const at = (iso: string) => {
  const read = parseMinute(iso);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
};
const written = (range: MinuteRange): string => `${formatMinute(range.from)} ${formatMinute(range.to)}`;

describe('quick windows', () => {
  it('put the minute in the middle', () => {
    expect(written(around(at('2025-10-10T21:20Z'), 60))).toBe('2025-10-10T20:50Z 2025-10-10T21:50Z');
  });

  it('scale about the middle and never below ten minutes', () => {
    const range = { from: at('2025-10-10T20:00Z'), to: at('2025-10-11T00:00Z') };
    expect(written(scaled(range, 0.5))).toBe('2025-10-10T21:00Z 2025-10-10T23:00Z');
    expect(written(scaled(range, 2))).toBe('2025-10-10T18:00Z 2025-10-11T02:00Z');
    expect(scaled({ from: minute(100), to: minute(110) }, 0.5)).toEqual({ from: 100, to: 110 });
  });

  it('move by a share of their length and stop at 1970', () => {
    const range = { from: at('2025-10-10T20:00Z'), to: at('2025-10-10T22:00Z') };
    expect(written(moved(range, -0.5))).toBe('2025-10-10T19:00Z 2025-10-10T21:00Z');
    expect(moved({ from: minute(10), to: minute(70) }, -0.5)).toEqual({ from: 0, to: 60 });
  });
});
