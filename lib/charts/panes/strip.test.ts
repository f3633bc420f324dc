import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { columnsOf } from '../buckets/columns';
import { bucketEdges } from '../buckets/extremes';
import { cellOf, codeOf, paintOrder, runsOf } from './stripRuns';
import { hatch, REASONS, stepColour, stepOf, STEPS } from './stripScale';
import { calm, seriesOf } from '../testing/answer';
import { distance, seenAs, SIGHTS } from '../testing/sight';

const from = '2025-10-10T21:19Z';
const start = Date.UTC(2025, 9, 10, 21, 19) / 60_000;

describe('the strip', () => {
  it('steps at 1, 2, 5, 10, 25 and 50 %, the boundary included', () => {
    expect([0.0099, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5].map((d) => stepOf(-d, NaN))).toEqual([0, -1, -2, -3, -4, -5, -6]);
    expect([0.0099, 0.01, 0.5].map((d) => stepOf(NaN, d))).toEqual([0, 1, 6]);
  });

  it('takes the side that strayed further: lows below, highs above', () => {
    expect(stepOf(-0.03, 0.3)).toBe(5);
    expect(stepOf(-0.3, 0.03)).toBe(-5);
  });

  it('does not count a high that is below the others’ high as a deviation above or below', () => {
    expect(stepOf(0, -0.3)).toBe(0);
  });

  it('has no step where nothing was measured', () => {
    expect(stepOf(NaN, NaN)).toBeUndefined();
  });

  it('tells the seven ways to be missing apart, and from being with the market', () => {
    const drawings = REASONS.map((why) => JSON.stringify(hatch(why, 0, 0, 40, 12)));
    expect(new Set(drawings).size).toBe(7);
    drawings.forEach((drawing) => {
      expect(drawing).not.toBe('[]');
    });
    const codes = [
      ...REASONS.map((why) => codeOf({ cell: { why }, partly: false })),
      codeOf({ cell: { step: 0 }, partly: false }),
    ];
    expect(new Set(codes).size).toBe(8);
  });

  it('has a colour of its own for every step, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(
        new Set(Array.from({ length: 2 * STEPS.length + 1 }, (_, i) => stepColour(i - STEPS.length, theme))).size,
      ).toBe(13);
    }
  });

  // Three times what is seen at a glance between two lines: a cell is small, and a reader sees one side at a time.
  it.each(SIGHTS)('tells a depth below from the same depth above, the deepest too, with %s sight', (sight) => {
    for (const theme of ['light', 'dark'] as const)
      STEPS.slice(1).forEach((_, i) => {
        const [below, above] = [-(i + 2), i + 2].map((step) => seenAs(stepColour(step, theme), sight));
        if (below === undefined || above === undefined) throw new Error('no such step');
        expect(distance(below, above), `step ${String(i + 2)}, ${theme}`).toBeGreaterThan(30);
      });
  });

  it('keeps one stray minute in a bucket of many, and says that some of them are missing', () => {
    const rows = Array.from({ length: 100 }, (_, i) =>
      i === 40 ? ('no-trade' as const) : i === 57 ? { low: 0.001, high: 3, close: 2, reference: 3 } : calm(3),
    );
    const columns = columnsOf(seriesOf('binance', from, rows), minuteRange(minute(start), minute(start + 100)), 1);
    expect(runsOf(columns, bucketEdges(100, 1))).toEqual([{ from: 0, to: 100, cell: { step: -6 }, partly: true }]);
    expect(runsOf(columns, bucketEdges(100, 100)).map(({ from: slot, cell }) => [slot, cell])).toEqual([
      [0, { step: 0 }],
      [40, { why: 'no-trade' }],
      [41, { step: 0 }],
      [57, { step: -6 }],
      [58, { step: 0 }],
    ]);
  });

  it('calls a minute that a series does not speak of not fetched', () => {
    const columns = columnsOf(seriesOf('binance', from, [calm(3)]), minuteRange(minute(start), minute(start + 2)), 1);
    expect(columns.missing).toEqual([null, 'not-fetched']);
    expect(columns.close).toEqual(Float64Array.of(3, NaN));
  });

  it('paints the furthest deviation last', () => {
    const range = minuteRange(minute(start), minute(start + 3));
    const columns = columnsOf(
      seriesOf('binance', from, [calm(3), { low: 1, high: 3, close: 3, reference: 3 }, calm(3)]),
      range,
      1,
    );
    const last = paintOrder([columns], bucketEdges(3, 100)).at(-1);
    expect(last).toEqual({ run: { from: 1, to: 2, cell: { step: -6 }, partly: false }, row: 0 });
  });

  it('reads back what a code says', () => {
    for (const run of [
      { cell: { step: -6 }, partly: false },
      { cell: { step: 3 }, partly: true },
      { cell: { why: 'no-rate' as const }, partly: false },
    ]) {
      expect(cellOf(codeOf(run))).toEqual(run);
    }
  });
});
