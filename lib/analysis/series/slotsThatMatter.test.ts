import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grouped } from '../../domain/grouped';
import { minute, minuteRange } from '../../domain/minute';
import { MISSING } from '../types';
import { EXTREMES_OF, slotsThatMatter } from './slotsThatMatter';
import { RESOLUTIONS } from './resolutions';

/** 2025-10-10T00:00Z. */
const DAY = Date.UTC(2025, 9, 10) / 60_000;

type Columns = Parameters<typeof slotsThatMatter>[0];

/** A minute's value, or none; few different ones, so that they tie. */
const anyColumn = (length: number, holes: number): fc.Arbitrary<Float64Array> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(-0.5, -0.01, -0, 0, 0.01, 0.5) },
        { weight: 2, arbitrary: fc.double({ min: -1, max: 100, noNaN: true }) },
        { weight: holes, arbitrary: fc.constant(NaN) },
      ),
      { minLength: length, maxLength: length },
    )
    .map((values) => Float64Array.from(values));

interface Part {
  readonly from: number;
  readonly size: number;
  readonly columns: Columns;
}

const anyPart: fc.Arbitrary<Part> = fc
  .record({
    length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 13, max: 200 })),
    offset: fc.nat(1_440),
    size: fc.constantFrom(...RESOLUTIONS.slice(0, 5)),
    holes: fc.constantFrom(1, 8, 200),
  })
  .chain(({ length, offset, size, holes }) =>
    fc
      .record({
        dLow: anyColumn(length, holes),
        dHigh: anyColumn(length, holes),
        dClose: anyColumn(length, holes),
        low: anyColumn(length, holes),
        high: anyColumn(length, holes),
        missing: fc
          .array(fc.integer({ min: 0, max: MISSING.length - 1 }), { minLength: length, maxLength: length })
          .map((codes) => Uint8Array.from(codes)),
      })
      .map((columns) => ({ from: DAY + offset, size, columns })),
  );

/** What the function is said to answer, minute by minute and as plainly as can be. */
function plainly({ from, size, columns }: Part): readonly number[] {
  const buckets = grouped([...columns.missing.keys()], (slot) => Math.floor((from + slot) / size));
  return [...buckets.values()].flatMap((slots) => {
    const valuedIn = (column: Float64Array): readonly number[] => slots.filter((slot) => !Number.isNaN(column[slot]));
    const valueOf = (column: Float64Array, slot: number): number => column[slot] ?? NaN;
    const extremes = EXTREMES_OF.flatMap((name) => {
      const column = columns[name];
      const valued = valuedIn(column);
      const [least, most] = [
        Math.min(...valued.map((slot) => valueOf(column, slot))),
        Math.max(...valued.map((slot) => valueOf(column, slot))),
      ];
      return [
        valued.find((slot) => valueOf(column, slot) === least) ?? [],
        valued.find((slot) => valueOf(column, slot) === most) ?? [],
      ].flat();
    });
    const found = [...new Set([...extremes, ...valuedIn(columns.dClose).slice(-1)])].sort((a, b) => a - b);
    if (found.length > 0) return found;
    const minutes = MISSING.map((_, code) => slots.filter((slot) => columns.missing[slot] === code));
    const most = Math.max(...minutes.map(({ length }) => length));
    return minutes.find(({ length }) => length === most)?.slice(0, 1) ?? [];
  });
}

function found({ from, size, columns }: Part): readonly number[] {
  const length = columns.missing.length;
  const into = new Int32Array(length).fill(-1);
  const count = slotsThatMatter(columns, minuteRange(minute(from), minute(from + length)), size, into);
  return [...into.subarray(0, count)];
}

/** Columns in which nothing was measured but what is named. */
const columnsOf = (length: number, some: Partial<Columns>): Columns => ({
  ...(Object.fromEntries(EXTREMES_OF.map((name) => [name, new Float64Array(length).fill(NaN)])) as unknown as Columns),
  missing: new Uint8Array(length),
  ...some,
});

describe('the minutes that stand for buckets', () => {
  it('are the first of each extreme and the last close, or one that says why, as said minute by minute', () => {
    fc.assert(
      fc.property(anyPart, (part) => {
        expect(found(part)).toEqual(plainly(part));
      }),
      { numRuns: 200 },
    );
  });

  it('hold a wick of one minute anywhere, on either side, in every column, at every resolution', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EXTREMES_OF),
        fc.constantFrom(...RESOLUTIONS),
        fc.integer({ min: 1, max: 1_440 }),
        fc.nat(),
        fc.constantFrom(-0.9997, 7.5),
        (name, size, length, where, depth) => {
          const column = Float64Array.from({ length }, (_, slot) =>
            slot % 7 === 0 ? NaN : (((slot * 31) % 17) - 8) / 10_000,
          );
          column[where % length] = depth;
          const from = DAY + 1_440 - length;
          expect(found({ from, size, columns: columnsOf(length, { [name]: column }) })).toContain(where % length);
        },
      ),
    );
  });

  it('are one minute of a bucket without a price: the first of those with the reason most of them have', () => {
    const missing = Uint8Array.of(2, 1, 1, 2, 1, 3, 3, 3, 3, 2);
    expect(found({ from: DAY, size: 5, columns: columnsOf(10, { missing }) })).toEqual([1, 5]);
  });
});
