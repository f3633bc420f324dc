import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { addMinutes, coarser, emptyBuckets, resolutionFor, RESOLUTIONS, type Buckets } from './resolutions';
import { MISSING } from '../types';

type Name = 'dLow' | 'dHigh';
/** 2025-10-10T00:00Z. */
const DAY = Date.UTC(2025, 9, 10) / 60_000;

/** A calm column with holes, by a rule that leaves whole hours empty and single minutes lone. */
const calm = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) =>
    (i + seed) % 7 === 0 || Math.floor((i + seed) / 60) % 5 === 3 ? NaN : (((i * 31 + seed) % 17) - 8) / 10_000,
  );

const anyWindow = fc.record({
  offset: fc.integer({ min: 0, max: 2_000 }),
  length: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1_000, max: 4_500 })),
  seed: fc.nat(999),
  cuts: fc.array(fc.nat(4_500), { maxLength: 4 }),
});

/** The columns put into buckets in one piece or, cut anywhere, in several. */
function bucketed(
  size: number,
  from: number,
  columns: Readonly<Record<Name, Float64Array>>,
  missing: Uint8Array,
  cuts: readonly number[] = [],
): Buckets<Name> {
  const buckets = emptyBuckets(minuteRange(minute(from), minute(from + missing.length)), size, [
    'dLow',
    'dHigh',
  ] as const);
  const edges = [...new Set([0, ...cuts.filter((cut) => cut < missing.length), missing.length])].sort((a, b) => a - b);
  edges.slice(1).forEach((to, i) => {
    const start = edges[i] ?? NaN;
    addMinutes(
      buckets,
      minute(from + start),
      { dLow: columns.dLow.subarray(start, to), dHigh: columns.dHigh.subarray(start, to) },
      missing.subarray(start, to),
    );
  });
  return buckets;
}

const reasons = (column: Float64Array): Uint8Array =>
  Uint8Array.from(column, (value, i) => (Number.isNaN(value) ? 1 + (i % (MISSING.length - 1)) : 0));

/** Every resolution, each made from the finer one before it. */
function allResolutions(finest: Buckets<Name>): readonly Buckets<Name>[] {
  const all = [finest];
  for (const size of RESOLUTIONS.slice(1)) all.push(coarser(all.at(-1) ?? finest, size));
  return all;
}

describe('deviations in buckets', () => {
  it('keep a wick of one minute anywhere, on either side, at its exact depth and minute, at every resolution', () => {
    fc.assert(
      fc.property(
        anyWindow,
        fc.oneof(fc.nat(), fc.constant(0), fc.constant(-1)),
        fc.boolean(),
        fc.boolean(),
        ({ offset, length, seed, cuts }, where, below, alone) => {
          const slot = where < 0 ? length - 1 : where % length;
          const depth = below ? -0.9997 : 7.5;
          const column = calm(length, seed);
          if (alone) column.fill(NaN, Math.max(0, slot - 3), slot + 4);
          column[slot] = depth;
          const columns = { dLow: column, dHigh: column };
          const from = DAY + offset;
          for (const buckets of allResolutions(bucketed(RESOLUTIONS[0], from, columns, reasons(column), cuts))) {
            const kept = buckets.columns[below ? 'dLow' : 'dHigh'];
            const found = (below ? kept.min : kept.max).indexOf(depth);
            expect(found).toBe(Math.floor((from + slot - buckets.first) / buckets.size));
            expect((below ? kept.minMinute : kept.maxMinute)[found]).toBe(from + slot);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are the extremes, the last value and the counts of their minutes, said minute by minute', () => {
    fc.assert(
      fc.property(anyWindow, fc.constantFrom(...RESOLUTIONS), ({ offset, length, seed }, size) => {
        const [from, column] = [DAY + offset, calm(length, seed)];
        const missing = reasons(column);
        const buckets = bucketed(size, from, { dLow: column, dHigh: column }, missing);
        for (let b = 0; b < buckets.length; b += 1) {
          const start = buckets.first + b * size;
          const minutes = Array.from({ length: size }, (_, i) => start + i).filter(
            (at) => at >= from && at < from + length,
          );
          const valued = minutes.filter((at) => !Number.isNaN(column[at - from]));
          const values = valued.map((at) => column[at - from] ?? NaN);
          const { min, max, last, minMinute, maxMinute, lastMinute } = buckets.columns.dLow;
          const [least, most] = [Math.min(...values), Math.max(...values)];
          const none = values.length === 0;
          expect([min[b], max[b], last[b]]).toEqual(none ? [NaN, NaN, NaN] : [least, most, values.at(-1)]);
          expect([minMinute[b], maxMinute[b], lastMinute[b]]).toEqual(
            none ? [-1, -1, -1] : [valued[values.indexOf(least)], valued[values.indexOf(most)], valued.at(-1)],
          );
          const counted = MISSING.map((_, code) => minutes.filter((at) => missing[at - from] === code).length);
          expect([...buckets.counts.subarray(b * MISSING.length, (b + 1) * MISSING.length)]).toEqual(counted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come out alike from finer buckets, and from minutes in pieces, as from all minutes at once', () => {
    fc.assert(
      fc.property(anyWindow, ({ offset, length, seed, cuts }) => {
        const [from, column] = [DAY + offset, calm(length, seed)];
        const columns = { dLow: column, dHigh: column.map((value) => -value) };
        for (const buckets of allResolutions(bucketed(RESOLUTIONS[0], from, columns, reasons(column), cuts))) {
          expect(buckets).toEqual(bucketed(buckets.size, from, columns, reasons(column)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are refused where the coarser size is no multiple', () => {
    expect(() => coarser(emptyBuckets(minuteRange(minute(0), minute(60)), 15, ['dLow']), 20)).toThrow(
      '15 minutes do not make buckets of 20',
    );
  });
});

describe('the resolution of a window', () => {
  it('is every minute where they are few, and the finest size that keeps buckets few', () => {
    expect(resolutionFor(240, 1_500)).toBe(1);
    expect(resolutionFor(1_501, 1_500)).toBe(5);
    expect(resolutionFor(525_600, 1_500)).toBe(720);
    expect(resolutionFor(527_040, 800)).toBe(720);
  });

  it('never leaves a window of up to 366 days more buckets than asked for, wherever it begins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 527_040 }),
        fc.nat(5_000),
        fc.integer({ min: 400, max: 3_000 }),
        (length, offset, most) => {
          const size = resolutionFor(length, most);
          expect(
            emptyBuckets(minuteRange(minute(DAY + offset), minute(DAY + offset + length)), size, []).length,
          ).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('are empty in room that others were in, with nothing of theirs', () => {
    const whole = (first: number) => minuteRange(minute(first), minute(first + 60));
    const room = emptyBuckets(whole(DAY), 15, ['dLow']);
    addMinutes(room, minute(DAY), { dLow: calm(60, 1) }, new Uint8Array(60));
    expect(room).not.toStrictEqual(emptyBuckets(whole(DAY), 15, ['dLow']));
    expect(emptyBuckets(whole(DAY + 1_440), 15, ['dLow'], room)).toStrictEqual(
      emptyBuckets(whole(DAY + 1_440), 15, ['dLow']),
    );
    expect(emptyBuckets(whole(DAY), 30, ['dLow'], room)).toStrictEqual(emptyBuckets(whole(DAY), 30, ['dLow']));
  });
});
