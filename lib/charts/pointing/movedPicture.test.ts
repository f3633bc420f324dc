import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt, movedPicture, parted, pixelAt } from './movedPicture';

const MINUTE = 60_000;
const NOON = Date.parse('2025-10-10T12:00:00Z');
/** `[from, to)` in minutes since noon. */
const sight = (from: number, to: number) => ({ from: NOON + from * MINUTE, to: NOON + to * MINUTE });
const PANE = { left: 100, width: 1_000 };

const anySight = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 5, max: 10_000 }))
  .map(([from, wide]) => sight(from, from + wide));

describe('a painted pane', () => {
  it('moves by as many pixels as its minutes do', () => {
    // A hundred minutes on a thousand pixels; 20 minutes earlier is 200 pixels further right.
    expect(movedPicture(sight(0, 100), sight(-20, 80), PANE)).toEqual({
      scale: 1,
      part: { from: { left: 100, width: 800 }, to: { left: 300, width: 800 } },
    });
    expect(movedPicture(sight(0, 100), sight(30, 130), PANE)).toEqual({
      scale: 1,
      part: { from: { left: 400, width: 700 }, to: { left: 100, width: 700 } },
    });
  });

  it('is stretched about the instant that stays, and shrinks', () => {
    expect(movedPicture(sight(0, 100), sight(25, 75), PANE)).toEqual({
      scale: 2,
      part: { from: { left: 350, width: 500 }, to: { left: 100, width: 1_000 } },
    });
    expect(movedPicture(sight(0, 100), sight(-50, 150), PANE)).toEqual({
      scale: 0.5,
      part: { from: { left: 100, width: 1_000 }, to: { left: 350, width: 500 } },
    });
  });

  it('leaves out what is not to be seen of it', () => {
    expect(movedPicture(sight(0, 100), sight(-20, 80), PANE, sight(1, 99)).part).toEqual({
      from: { left: 110, width: 790 },
      to: { left: 310, width: 790 },
    });
  });

  it('is not there where nothing of it is in sight', () => {
    expect(movedPicture(sight(0, 100), sight(100, 200), PANE).part).toBeUndefined();
  });

  it('shows no instant anywhere but where it belongs, and all that it knows', () => {
    fc.assert(
      fc.property(anySight, anySight, fc.double({ min: 0, max: 1, noNaN: true }), (painted, wanted, share) => {
        const { part, scale } = movedPicture(painted, wanted, PANE);
        const pixel = (wanted.to - wanted.from) / PANE.width;
        const [first, last] = [Math.max(painted.from, wanted.from), Math.min(painted.to, wanted.to)];
        expect((part === undefined ? 0 : part.to.width) * pixel).toBeCloseTo(Math.max(0, last - first), 1);
        if (part === undefined) return;
        expect(Math.abs(instantAt(wanted, PANE, part.to.left) - first) / pixel).toBeLessThan(1e-3);
        // The pixel taken from the painted pane and the one it is put on are of the same instant.
        const from = part.from.left + share * part.from.width;
        const to = part.to.left + share * part.to.width;
        const apart = (instantAt(painted, PANE, from) - instantAt(wanted, PANE, to)) / pixel;
        expect(Math.abs(apart)).toBeLessThan(1e-3);
        expect(part.to.width).toBeCloseTo(part.from.width * scale, 4);
        expect(part.from.left).toBeGreaterThan(PANE.left - 1e-3);
        expect(part.from.left + part.from.width).toBeLessThan(PANE.left + PANE.width + 1e-3);
      }),
    );
  });
});

it('an instant stands at a pixel, and at that pixel stands the instant', () => {
  expect(pixelAt(sight(0, 100), PANE, NOON + 25 * MINUTE)).toBe(350);
  expect(instantAt(sight(0, 100), PANE, 350)).toBe(NOON + 25 * MINUTE);
});

it('two fingers twice as far apart see half as much; one finger only moves', () => {
  const grip = { sight: sight(0, 100), middle: 500, apart: 100 };
  expect(parted(grip, 200)).toBe(0.5);
  expect(parted({ ...grip, apart: 0 }, 0)).toBe(1);
  // Fingers that meet zoom no further than they did.
  expect(parted(grip, 0)).toBe(1);
});
