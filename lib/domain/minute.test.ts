import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  daysIn,
  formatDay,
  formatMinute,
  minute,
  minuteRange,
  parseDay,
  parseMinute,
  parseRange,
  subtract,
  union,
  type MinuteRange,
} from './minute';
import { promised } from './unit';

const anyMinute = fc.integer({ min: 0, max: 500_000_000 }).map((count) => minute(count));
const anyRange: fc.Arbitrary<MinuteRange> = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => minuteRange(minute(from), minute(from + length)));
const minutesOf = (ranges: readonly MinuteRange[]): number[] =>
  ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));

describe('a minute', () => {
  it('is written in UTC and read back alike, whatever the zone of the machine', () => {
    fc.assert(fc.property(anyMinute, (at) => parseMinute(formatMinute(at)).ok && formatMinute(at).endsWith('Z')));
    fc.assert(fc.property(anyMinute, (at) => Date.parse(formatMinute(at)) === at * 60_000));
    // 2025-10-10T21:20Z is 29,335,040 minutes after 1970 (1,760,131,200 s ÷ 60).
    expect(parseMinute('2025-10-10T21:20Z')).toEqual({ ok: true, value: 1_760_131_200 / 60 });
  });

  it.each([
    '2025-02-30T21:20Z',
    '2025-10-10T21:99Z',
    '2025-10-10T24:00Z',
    '2025-10-10T21:20',
    '2025-10-10 21:20Z',
    '2025-10-10T21:20:30Z',
    '1969-12-31T23:59Z',
    '1000000000-01-01T00:00Z',
    '9999-12-31T23:59Z',
    "'; DROP TABLE market; --",
    '',
  ])('is refused where the text is %j', (text) => {
    expect(parseMinute(text).ok).toBe(false);
  });
});

describe('a day', () => {
  it('is read as it is written', () => {
    fc.assert(fc.property(anyMinute, (at) => promised(parseDay(formatDay(dayOf(at)))) === dayOf(at)));
  });

  it.each([
    ['2025-02-30', 'impossible-time'],
    ['2025-1-01', 'not-a-time'],
    ['2025-10-10T00:00Z', 'not-a-time'],
    ['1969-12-31', 'time-out-of-range'],
    ['9999-12-31', 'time-out-of-range'],
    ['', 'not-a-time'],
  ])('is refused where the text is %j, which is named as it came', (text, kind) => {
    expect(parseDay(text)).toMatchObject({ ok: false, error: { kind, text } });
  });
});

describe('a range', () => {
  it('holds its first minute and not its last, and is never empty or reversed', () => {
    expect(parseRange('2025-10-10T20:00Z', '2025-10-10T20:00Z').ok).toBe(false);
    expect(parseRange('2025-10-11T00:00Z', '2025-10-10T20:00Z').ok).toBe(false);
    expect(daysIn({ from: minute(1_439), to: minute(1_441) })).toEqual([0, 1]);
    expect(daysIn({ from: minute(1_439), to: minute(1_440) })).toEqual([0]);
  });

  it('unites to the same minutes, sorted, apart from one another', () => {
    fc.assert(
      fc.property(fc.array(anyRange), (ranges) => {
        const united = union(ranges);
        expect(minutesOf(united)).toEqual([...new Set(minutesOf(ranges))].sort((a, b) => a - b));
        united.slice(1).forEach((range, i) => {
          expect(range.from).toBeGreaterThan(united[i]?.to ?? Infinity);
        });
      }),
    );
  });

  it('less its parts is the minutes of none of them', () => {
    fc.assert(
      fc.property(anyRange, fc.array(anyRange), (whole, parts) => {
        const taken = new Set(minutesOf(parts));
        expect(minutesOf(subtract(whole, parts))).toEqual(minutesOf([whole]).filter((at) => !taken.has(at)));
      }),
    );
  });
});
