import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes, LEAST_BAR } from './lanes';

interface Bar {
  readonly from: number;
  readonly length: number;
  readonly label: number;
}
const WIDTH = 500;
const spans = {
  x: (one: Bar) => one.from,
  end: (one: Bar) => one.from + one.length,
  labelWidth: (one: Bar) => one.label,
};

const bars = fc.array(
  fc
    .record({
      from: fc.integer({ min: 0, max: WIDTH }),
      length: fc.integer({ min: 0, max: WIDTH }),
      label: fc.integer({ min: 10, max: 120 }),
    })
    .map((bar) => ({ ...bar, length: Math.min(bar.length, WIDTH - bar.from) })),
  { maxLength: 40 },
);

describe('bars in lanes', () => {
  it('never touch in one lane, labels included, and none is lost', () => {
    fc.assert(
      fc.property(bars, (given) => {
        const laid = inLanes(given, WIDTH, spans);
        expect(laid.map(({ item }) => item)).toEqual(given);
        const taken = laid.map(({ lane, bar, label, item }) => {
          const text = label.align === 'left' ? label.x : label.x - item.label;
          return { lane, from: Math.min(bar.x, text), to: Math.max(bar.x + bar.width, text + item.label) };
        });
        for (const [i, a] of taken.entries())
          for (const b of taken.slice(i + 1))
            if (a.lane === b.lane) expect(a.to <= b.from || b.to <= a.from).toBe(true);
      }),
    );
  });

  it('stay inside the plot and are wide enough to be seen', () => {
    fc.assert(
      fc.property(bars, (given) => {
        for (const { bar } of inLanes(given, WIDTH, spans)) {
          expect(bar.width).toBeGreaterThanOrEqual(LEAST_BAR);
          expect(bar.x).toBeGreaterThanOrEqual(0);
          expect(bar.x + bar.width).toBeLessThanOrEqual(WIDTH);
        }
      }),
    );
  });

  it('have their label at the right, at the left where the plot ends before it does', () => {
    const [left, right] = inLanes(
      [
        { from: 10, length: 20, label: 60 },
        { from: 470, length: 20, label: 60 },
      ],
      WIDTH,
      spans,
    );
    expect(left?.label).toEqual({ x: 34, align: 'left' });
    expect(right?.label).toEqual({ x: 466, align: 'right' });
    expect([left?.lane, right?.lane]).toEqual([0, 0]);
  });

  it('have it at the left too where at the right it would lie across an edge, but not across another one', () => {
    const labels = (edges: readonly number[]) =>
      inLanes([{ from: 200, length: 20, label: 60 }], WIDTH, { ...spans, edges }).map(({ label }) => label.align);
    expect(labels([])).toEqual(['left']);
    // At the right it takes 224 to 284, at the left 136 to 196.
    expect(labels([260])).toEqual(['right']);
    expect(labels([260, 160])).toEqual(['left']);
    expect(labels([300, 160])).toEqual(['left']);
    const [short] = inLanes([{ from: 20, length: 20, label: 60 }], WIDTH, { ...spans, edges: [60] });
    expect(short?.label.align).toBe('left');
  });

  it('have it in the gutter where the plot has room on neither side, but not in the first lane', () => {
    const wide = { from: 40, length: 430, label: 60 };
    const laid = (gutter: number) =>
      inLanes([wide, wide], WIDTH, { ...spans, gutter }).map(({ lane, label }) => [lane, label]);
    expect(laid(30)).toEqual([
      [0, { x: 474, align: 'left' }],
      [1, { x: 36, align: 'right' }],
    ]);
    // 24 pixels of it are needed.
    expect(laid(20)[1]).toEqual([1, { x: 474, align: 'left' }]);
    const across = { from: 40, length: 20, label: 60 };
    const [, second] = inLanes([across, across], WIDTH, { ...spans, edges: [80], gutter: 30 });
    expect(second).toMatchObject({ lane: 1, label: { x: 36, align: 'right' } });
  });
});
