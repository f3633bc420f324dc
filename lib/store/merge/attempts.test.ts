import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNANSWERED } from '../../domain/observation';
import { range } from '../testing/testAnswers';
import { MOST_ROWS, stillUnanswered, withAttempt, type AttemptRow } from './attempts';

const HOUR = 3_600_000;
const row = (from: number, to: number, shape: Partial<AttemptRow> = {}): AttemptRow => ({
  ...range(from, to),
  outcome: 'failed',
  cause: 'timeout',
  firstAskedAtMs: 1,
  askedAtMs: 1,
  ...shape,
});
const noted = (rows: readonly AttemptRow[]): readonly AttemptRow[] =>
  rows.reduce<readonly AttemptRow[]>(withAttempt, []);

describe('what was asked for and not answered', () => {
  it('bears the newest word on each minute', () => {
    const attempt = fc.record({
      from: fc.nat(40),
      length: fc.integer({ min: 1, max: 20 }),
      outcome: fc.constantFrom(...UNANSWERED),
      cause: fc.constantFrom('a', 'b'),
      askedAtMs: fc.nat(9),
    });
    const asked = fc.array(attempt, { maxLength: 10 }).map((all) => [...all].sort((a, b) => a.askedAtMs - b.askedAtMs));
    fc.assert(
      fc.property(asked, (all) => {
        const rows = noted(
          all.map(({ from, length, ...said }) => row(from, from + length, { ...said, firstAskedAtMs: said.askedAtMs })),
        );
        for (let m = 0; m < 60; m += 1) {
          const about = all.filter(({ from, length }) => from <= m && m < from + length);
          const newest = about.at(-1);
          const found = rows.filter(
            (stored) => stored.from <= range(m, m + 1).from && range(m, m + 1).from < stored.to,
          );
          expect(found.map(({ outcome, cause }) => [outcome, cause])).toEqual(
            newest === undefined ? [] : [[newest.outcome, newest.cause]],
          );
          expect(found[0]?.askedAtMs ?? NaN).toSatisfy(
            (time: number) => newest === undefined || time >= newest.askedAtMs,
          );
        }
        for (const [i, stored] of rows.entries()) expect((rows[i - 1]?.to ?? stored.from) <= stored.from).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is one row, with its first and last time, when it is asked again and again', () => {
    expect(
      noted([
        row(0, 10),
        row(0, 10, { firstAskedAtMs: 7, askedAtMs: 7 }),
        row(0, 10, { firstAskedAtMs: 9, askedAtMs: 9 }),
      ]),
    ).toEqual([row(0, 10, { askedAtMs: 9 })]);
  });

  it('is cut where a later word says otherwise', () => {
    const refused = row(4, 6, { outcome: 'refused', firstAskedAtMs: 5, askedAtMs: 5 });
    expect(noted([row(0, 10), refused])).toEqual([row(0, 4), refused, row(6, 10)]);
    expect(noted([refused, row(0, 10)])).toEqual([row(0, 4), refused, row(6, 10)]);
  });

  it('stays a handful of rows when each hour of a year is asked for and not answered, though every cause names its own hour', () => {
    let rows: readonly AttemptRow[] = [];
    let most = 0;
    for (let hour = 0; hour < 8_760; hour += 1) {
      rows = withAttempt(
        rows,
        row(hour * 60, hour * 60 + 60, {
          cause: `no answer for hour ${String(hour)}`,
          firstAskedAtMs: hour * HOUR,
          askedAtMs: hour * HOUR,
        }),
      );
      most = Math.max(most, rows.length);
    }
    expect(most).toBeLessThanOrEqual(MOST_ROWS);
    expect([rows[0]?.from, rows.at(-1)?.to, rows[0]?.firstAskedAtMs]).toEqual([
      range(0, 1).from,
      range(0, 8_760 * 60).to,
      0,
    ]);
  });

  it('is shown without what was answered', () => {
    expect(stillUnanswered([row(0, 10), row(20, 30)], [range(3, 5), range(4, 25)])).toEqual([row(0, 3), row(25, 30)]);
    expect(stillUnanswered([row(0, 10)], [range(0, 10)])).toEqual([]);
  });
});
