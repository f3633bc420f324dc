import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushed, brushPartAt } from './brushGrip';
import { widthOf, type Sight } from './sight';

const s = (from: number, to: number): Sight => ({ from, to });
const BOUNDS = { whole: s(0, 1_000), least: 5 };

describe('what a hand takes hold of', () => {
  it.each([
    [94, 'from'],
    [106, 'from'],
    [107, 'between'],
    [193, 'between'],
    [194, 'to'],
    [206, 'to'],
    [93, 'beside'],
    [207, 'beside'],
  ])('of a brush from 100 to 200, at %d, is %s', (x, part) => {
    expect(brushPartAt(s(100, 200), x, 6)).toBe(part);
  });

  it('leaves room between two ends that are near each other', () => {
    expect([98, 101, 102, 103, 104].map((x) => brushPartAt(s(100, 104), x, 6))).toEqual([
      'from',
      'from',
      'between',
      'to',
      'to',
    ]);
  });
});

describe('a brush that is moved', () => {
  it('moves the end that is held, or both', () => {
    expect(brushed('from', s(100, 200), 30, BOUNDS)).toEqual(s(130, 200));
    expect(brushed('to', s(100, 200), 30, BOUNDS)).toEqual(s(100, 230));
    expect(brushed('between', s(100, 200), 30, BOUNDS)).toEqual(s(130, 230));
  });

  it('stops at the ends of the window, and before the other end', () => {
    expect(brushed('from', s(100, 200), -300, BOUNDS)).toEqual(s(0, 200));
    expect(brushed('from', s(100, 200), 300, BOUNDS)).toEqual(s(195, 200));
    expect(brushed('to', s(100, 200), -300, BOUNDS)).toEqual(s(100, 105));
    expect(brushed('to', s(100, 200), 9_000, BOUNDS)).toEqual(s(100, 1_000));
    expect(brushed('between', s(100, 200), 9_000, BOUNDS)).toEqual(s(900, 1_000));
  });

  it('never leaves the window and never becomes narrower than it may', () => {
    const sights = fc
      .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 5, max: 100 }))
      .map(([from, width]) => s(from, from + width));
    fc.assert(
      fc.property(
        sights,
        fc.constantFrom('from', 'to', 'between'),
        fc.integer({ min: -2_000, max: 2_000 }),
        (sight, part, by) => {
          const next = brushed(part, sight, by, BOUNDS);
          expect(next.from).toBeGreaterThanOrEqual(0);
          expect(next.to).toBeLessThanOrEqual(1_000);
          expect(widthOf(next)).toBeGreaterThanOrEqual(5);
        },
      ),
    );
  });
});
