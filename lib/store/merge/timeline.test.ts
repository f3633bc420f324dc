import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candle, at } from '../testing/testAnswers';
import { alike, type Values } from './book';
import { changesOf, timelineOf, withEntry, type Entry, type Timeline } from './timeline';

const values = (price: number | undefined): Values => (price === undefined ? undefined : candle(at(0), price));
const entry = (atMs: number, price: number | undefined): Entry => ({ atMs, values: values(price) });
const told = (entries: readonly Entry[]): Timeline =>
  entries.reduce<Timeline>(
    (timeline, one) => (timeline.length === 0 ? [one] : (withEntry(timeline, one) ?? timeline)),
    [],
  );
const spoken = (timeline: Timeline): unknown[] => timeline.map((one) => [one.atMs, one.values?.close]);

const entries = fc.array(
  fc
    .record({ atMs: fc.nat(12), price: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }) })
    .map(({ atMs, price }) => entry(atMs, price)),
  { minLength: 1, maxLength: 9 },
);

describe("a minute's timeline", () => {
  it('is, up to any instant, what the answers asked up to then make of it, in whatever order they came', () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (all, instant) => {
        const then = told(all.filter(({ atMs }) => atMs <= instant));
        expect(spoken(told(all).filter(({ atMs }) => atMs <= instant))).toEqual(spoken(then));
      }),
      { numRuns: 2_000 },
    );
  });

  it('runs forward in time, each entry differing from the one before', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const timeline = told(all);
        for (const [i, one] of timeline.entries()) {
          const before = timeline[i - 1];
          if (before !== undefined)
            expect([before.atMs <= one.atMs, alike(before.values, one.values)]).toEqual([true, false]);
        }
      }),
    );
  });

  it('ends with the answer asked last', () => {
    const ordered = entries.map((all) =>
      [...new Map(all.map((one) => [one.atMs, one])).values()].sort((a, b) => a.atMs - b.atMs),
    );
    fc.assert(
      fc.property(ordered, (all) => {
        expect(told(all).at(-1)?.values?.close).toBe(all.at(-1)?.values?.close);
      }),
    );
  });

  it('is not changed by the last answer once more', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const last = all.at(-1);
        expect(last === undefined ? undefined : withEntry(told(all), last)).toBeUndefined();
      }),
    );
  });

  it('takes a late answer into its place, between those asked before and after it', () => {
    expect(spoken(told([entry(1, 10), entry(5, 30), entry(3, 20)]))).toEqual([
      [1, 10],
      [3, 20],
      [5, 30],
    ]);
    expect(spoken(told([entry(5, 30), entry(3, undefined)]))).toEqual([
      [3, undefined],
      [5, 30],
    ]);
  });

  it('knows an answer from when it was first given, though that is learnt late', () => {
    expect(spoken(told([entry(1, 10), entry(5, 30), entry(3, 30)]))).toEqual([
      [1, 10],
      [3, 30],
    ]);
    expect(spoken(told([entry(5, 30), entry(3, 30)]))).toEqual([[3, 30]]);
  });

  it('comes back from its changes', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const timeline = told(all);
        const [first, last] = [timeline[0], timeline.at(-1)];
        if (first === undefined || last === undefined) throw new Error('an empty timeline');
        expect(timelineOf(first.atMs, changesOf(at(0), timeline), last.values)).toEqual(timeline);
      }),
    );
  });
});
