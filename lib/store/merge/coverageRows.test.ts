import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '../../domain/minute';
import { newlyAnswered, withAnswered, type CoverageRow } from './coverageRows';

const HOUR = 3_600_000;
const row = (from: number, to: number, askedAtMs: number): CoverageRow => ({ from: minute(from), to: minute(to), askedAtMs });

describe('answered ranges', () => {
  it('join when they touch and were asked in the same hour, bearing the later time', () => {
    expect(withAnswered([row(0, 10, 1), row(20, 30, 5)], [row(10, 20, 0)], 3)).toEqual([row(0, 30, 5)]);
  });

  it('stay apart when asked in different hours, so that what was known when can be told', () => {
    expect(withAnswered([row(0, 10, 1)], [row(10, 20, 0)], HOUR)).toEqual([row(0, 10, 1), row(10, 20, HOUR)]);
  });

  it('leave a gap open', () => {
    expect(withAnswered([row(0, 10, 1)], [row(11, 20, 0)], 1)).toHaveLength(2);
  });

  it('of a market followed for a day, minute by minute, are 24 rows or fewer', () => {
    let rows: readonly CoverageRow[] = [];
    for (let i = 0; i < 1_440; i += 1) rows = withAnswered(rows, [row(i, i + 1, 0)], i * 60_000);
    expect(rows).toHaveLength(24);
  });

  it('cover exactly the minutes ever answered, each with a time not before its first answer', () => {
    const ask = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), hole: fc.option(fc.nat(80)), at: fc.integer({ min: 0, max: 3 * HOUR }) });
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 12 }), (asks) => {
        const first = new Map<number, number>();
        let rows: readonly CoverageRow[] = [];
        for (const { from, length, hole, at } of asks) {
          const except = hole === null ? [] : [row(hole, hole + 1, 0)];
          rows = withAnswered(rows, newlyAnswered(rows, row(from, from + length, 0), except), at);
          for (let m = from; m < from + length; m += 1) if (m !== hole && !first.has(m)) first.set(m, at);
        }
        const covering = (m: number): readonly CoverageRow[] => rows.filter((held) => held.from <= m && m < held.to);
        for (let m = 0; m < 90; m += 1) {
          const since = first.get(m);
          expect(covering(m)).toHaveLength(since === undefined ? 0 : 1);
          if (since !== undefined) expect(Math.floor((covering(m)[0]?.askedAtMs ?? -1) / HOUR)).toBe(Math.floor(since / HOUR));
          if (since !== undefined) expect(covering(m)[0]?.askedAtMs).toBeGreaterThanOrEqual(since);
        }
      }),
    );
  });
});
