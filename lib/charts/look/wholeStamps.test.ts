import { describe, expect, it } from 'vitest';
import { stampsIn, stampWidth } from './stampPlaces';
import { stampsMissing, type ShownStamp } from './wholeStamps';

/** A telephone's: each row has one stamp. */
const PANE = { left: 40, top: 0, width: 300, height: 152 };
const own = stampsIn([PANE], { fill: '#000', isCompact: true });
const [first, second] = own;
if (first === undefined || second === undefined) throw new Error('a pane of two rows');
const half = stampWidth(first) / 2;
const [left, right] = [PANE.left, PANE.left + PANE.width];

/** The pane's own stamps, moved by so many pixels; what is to be seen of them lies in the pane. */
const movedBy = (pixels: number): readonly ShownStamp[] =>
  own.map(({ x, y }) => ({ x: x + pixels, y, half, from: left, to: right }));

describe('while a chart is moved, each row of a pane has a stamp that nothing cuts', () => {
  it('its own, where that stays whole', () => {
    expect(stampsMissing(PANE, own, movedBy(0))).toEqual([]);
    expect(stampsMissing(PANE, own, movedBy(-10))).toEqual([]);
  });

  it('one more, clear of what is left of its own, where the edge of the pane cuts that', () => {
    const shown = movedBy(left - first.x);
    const added = stampsMissing(PANE, own, shown);
    expect(added.map(({ y }) => y)).toContain(first.y);
    for (const { x, y } of added) {
      expect(x - half).toBeGreaterThanOrEqual(left);
      expect(x + half).toBeLessThanOrEqual(right);
      for (const cut of shown.filter((one) => one.y === y && one.x + half > left))
        expect(Math.abs(cut.x - x)).toBeGreaterThanOrEqual(2 * half);
    }
  });

  it('at its own place where nothing of it is in sight any more', () => {
    expect(stampsMissing(PANE, own, movedBy(-1_000)).map(({ x, y }) => [x, y])).toEqual(own.map(({ x, y }) => [x, y]));
  });

  it('one more, where the seam between two pictures cuts it', () => {
    const cut = own.map(({ x, y }) => ({ x, y, half, from: x, to: right }));
    expect(stampsMissing(PANE, own, cut)).toHaveLength(own.length);
  });

  it('in the middle of a pane that is narrower than a stamp', () => {
    const narrow = { ...PANE, width: 60 };
    const cut = [{ x: 40, y: first.y, half, from: 40, to: 100 }];
    expect(stampsMissing(narrow, [first], cut).map(({ x }) => x)).toEqual([70]);
  });
});
