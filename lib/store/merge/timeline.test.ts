import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CandleValues } from '../../domain/candle';
import { candle, at } from '../testing/testAnswers';
import { alike } from './book';
import { changesOf, timelineOf, withEntry, type Entry, type Timeline } from './timeline';

type Volumes = Partial<Record<'baseVolume' | 'quoteVolume' | 'trades', number>>;
const values = (price: number | undefined, volumes: Volumes = {}): CandleValues =>
  price === undefined ? undefined : candle(at(0), price, volumes);
const entry = (atMs: number, price: number | undefined, volumes: Volumes = {}): Entry => ({
  atMs,
  values: values(price, volumes),
});
const timelineFrom = (entries: readonly Entry[]): Timeline =>
  entries.reduce<Timeline>(
    (timeline, one) => (timeline.length === 0 ? [one] : (withEntry(timeline, one) ?? timeline)),
    [],
  );
const spoken = (timeline: Timeline): unknown[] => timeline.map((one) => [one.atMs, one.values?.close]);
const whole = (timeline: Timeline): unknown[] => timeline.map((one) => [one.atMs, one.values]);

const entries = fc.array(
  fc
    .record({
      atMs: fc.nat(12),
      price: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      volumes: fc.record({ baseVolume: fc.constantFrom(10, NaN), trades: fc.constantFrom(NaN, 4) }),
    })
    .map(({ atMs, price, volumes }) => entry(atMs, price, volumes)),
  { minLength: 1, maxLength: 9 },
);

describe("a minute's timeline", () => {
  it('is, up to any instant, what the answers asked up to then make of it, in whatever order they came', () => {
    fc.assert(
      fc.property(entries, fc.nat(12), (all, instant) => {
        const then = timelineFrom(all.filter(({ atMs }) => atMs <= instant));
        expect(whole(timelineFrom(all).filter(({ atMs }) => atMs <= instant))).toEqual(whole(then));
      }),
      { numRuns: 2_000 },
    );
  });

  it('runs forward in time, each entry differing from the one before', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const timeline = timelineFrom(all);
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
        expect(timelineFrom(all).at(-1)?.values?.close).toBe(all.at(-1)?.values?.close);
      }),
    );
  });

  it('is not changed by the last answer once more', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const last = all.at(-1);
        expect(last === undefined ? undefined : withEntry(timelineFrom(all), last)).toBeUndefined();
      }),
    );
  });

  it('takes a late answer into its place, between those asked before and after it', () => {
    expect(spoken(timelineFrom([entry(1, 10), entry(5, 30), entry(3, 20)]))).toEqual([
      [1, 10],
      [3, 20],
      [5, 30],
    ]);
    expect(spoken(timelineFrom([entry(5, 30), entry(3, undefined)]))).toEqual([
      [3, undefined],
      [5, 30],
    ]);
  });

  it('knows an answer from when it was first given, though that is learnt late', () => {
    expect(spoken(timelineFrom([entry(1, 10), entry(5, 30), entry(3, 30)]))).toEqual([
      [1, 10],
      [3, 30],
    ]);
    expect(spoken(timelineFrom([entry(5, 30), entry(3, 30)]))).toEqual([[3, 30]]);
  });

  it('comes to all that was said in whatever order it came, where no answer contradicts another', () => {
    const part = fc.record({
      atMs: fc.nat(12),
      volumes: fc.record({
        baseVolume: fc.constantFrom(10, NaN),
        quoteVolume: fc.constantFrom(30, NaN),
        trades: fc.constantFrom(4, NaN),
      }),
    });
    const parts = fc.array(
      part.map(({ atMs, volumes }) => entry(atMs, 3, volumes)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        parts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.nat(12),
        ([all, shuffled], instant) => {
          for (const until of [instant, Infinity]) {
            const said = all.filter(({ atMs }) => atMs <= until);
            const any = (field: 'baseVolume' | 'quoteVolume' | 'trades', value: number): number =>
              said.some((one) => one.values?.[field] === value) ? value : NaN;
            const known = timelineFrom(shuffled).findLast(({ atMs }) => atMs <= until)?.values;
            expect(known).toEqual(
              said.length === 0
                ? undefined
                : values(3, {
                    baseVolume: any('baseVolume', 10),
                    quoteVolume: any('quoteVolume', 30),
                    trades: any('trades', 4),
                  }),
            );
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keeps what an answer does not say, and knows from when on more is said', () => {
    const [less, more] = [{ trades: NaN }, { trades: 7 }];
    expect(whole(timelineFrom([entry(1, 3, more), entry(5, 3, less)]))).toEqual([[1, values(3, more)]]);
    expect(whole(timelineFrom([entry(1, 3, less), entry(5, 3, more)]))).toEqual([
      [1, values(3, less)],
      [5, values(3, more)],
    ]);
    // Learnt late, it was known from then on.
    expect(whole(timelineFrom([entry(5, 3, less), entry(1, 3, more)]))).toEqual([[1, values(3, more)]]);
    // Another price is another candle: what it does not say is not known of it.
    expect(whole(timelineFrom([entry(1, 3, more), entry(5, 4, less)])).at(-1)).toEqual([5, values(4, less)]);
  });

  it('comes back from its changes', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const timeline = timelineFrom(all);
        const [first, last] = [timeline[0], timeline.at(-1)];
        if (first === undefined || last === undefined) throw new Error('an empty timeline');
        expect(timelineOf(first.atMs, changesOf(at(0), timeline), last.values)).toEqual(timeline);
      }),
    );
  });
});
