import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../domain/minute';
import { at } from '../testing/testAnswers';
import { answeredRanges, answeredRuns, AnsweredUnreadable, decodeAnswered } from './decode';
import { encodeAnswered } from './encode';

const DAY = 1_440;
/** Up to the year 3000, where instants end. */
const instants = fc.integer({ min: 0, max: Date.UTC(3000, 0, 1) - 1 });
const days = fc
  .array(fc.record({ length: fc.integer({ min: 1, max: 400 }), when: fc.option(instants, { nil: NaN }) }), {
    maxLength: 30,
  })
  .map((runs) => {
    const day = new Float64Array(DAY).fill(NaN);
    let from = 0;
    for (const { length, when } of runs) {
      day.fill(when, from, from + length);
      from += length;
    }
    return day;
  });

describe('when the minutes of a day were first answered', () => {
  it('comes back as it was, whatever the day', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(decodeAnswered(encodeAnswered(day))).toEqual(day);
      }),
      { numRuns: 500 },
    );
  });

  it('is runs that fill the day, neighbours differing', () => {
    fc.assert(
      fc.property(days, (day) => {
        const runs = answeredRuns(encodeAnswered(day));
        expect(runs[0]?.from).toBe(0);
        expect(runs.at(-1)?.to).toBe(DAY);
        for (const [i, run] of runs.entries()) {
          if (i > 0) expect([runs[i - 1]?.to, runs[i - 1]?.atMs === run.atMs]).toEqual([run.from, false]);
          for (const slot of [run.from, run.to - 1]) expect(day[slot]).toBe(run.atMs ?? NaN);
        }
      }),
    );
  });

  it('is nothing at all for a day never asked', () => {
    expect(encodeAnswered(new Float64Array(DAY).fill(NaN))).toBeNull();
    expect(decodeAnswered(null)).toEqual(new Float64Array(DAY).fill(NaN));
    expect(answeredRanges(20_371 as Day, null)).toEqual([]);
  });

  it('is written as the format says: a tag, then length and time of each run', () => {
    // 10 minutes at 3 ms: 1 + zig-zag 6. 20 not answered. The other 1,410 (10110000010 in binary) at 1 ms: 1 + zig-zag -2 = 3.
    const day = new Float64Array(DAY).fill(1);
    day.fill(3, 0, 10).fill(NaN, 10, 30);
    expect(Array.from(encodeAnswered(day) ?? [])).toEqual([1, 10, 7, 20, 0, 0b10000010, 0b1011, 4]);
  });

  it('takes a dozen bytes for a day asked at once, and four a minute for one followed minute by minute', () => {
    expect(encodeAnswered(new Float64Array(DAY).fill(Date.UTC(2026, 0, 1)))?.length).toBeLessThan(12);
    expect(
      encodeAnswered(Float64Array.from({ length: DAY }, (_, i) => Date.UTC(2026, 0, 1) + i * 60_000 + (i % 7)))?.length,
    ).toBeLessThan(4 * DAY + 12);
  });

  it('is ranges of minutes, as known at an instant', () => {
    const day = new Float64Array(DAY).fill(NaN);
    day.fill(50, 0, 10).fill(70, 10, 20).fill(60, 1_439);
    const bytes = encodeAnswered(day);
    expect(answeredRanges(20_371 as Day, bytes)).toEqual([
      { from: at(0), to: at(10), atMs: 50 },
      { from: at(10), to: at(20), atMs: 70 },
      { from: at(1_439), to: at(1_440), atMs: 60 },
    ]);
    expect(answeredRanges(20_371 as Day, bytes, 60).map(({ from }) => from)).toEqual([at(0), at(1_439)]);
    expect(answeredRanges(20_371 as Day, bytes, 49)).toEqual([]);
  });

  it.each([
    ['an unknown tag', [9, 1, 1]],
    ['a day cut short', [1, 10, 3]],
    ['a run cut off', [1, 10]],
    ['a run beyond the day', [1, 0b10100001, 0b1011, 1]],
    ['an empty run', [1, 0, 1]],
    ['no bytes', []],
  ])('is refused from %s', (_, bytes) => {
    expect(() => answeredRuns(Uint8Array.from(bytes))).toThrow(AnsweredUnreadable);
  });

  it('is never made up of half milliseconds', () => {
    expect(() => encodeAnswered(new Float64Array(DAY).fill(0.5))).toThrow('whole milliseconds');
  });
});
