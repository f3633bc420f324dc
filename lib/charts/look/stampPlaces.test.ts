import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stampsIn, stampWidth } from './stampPlaces';

it.each([
  [false, 230, 92],
  [true, 160, 76],
])(
  'a stamp is whole inside its pane, and any part large enough to be read has one (telephone: %s)',
  (isCompact, x, y) => {
    fc.assert(
      fc.property(fc.integer({ min: x, max: 1_300 }), fc.integer({ min: y, max: 500 }), (width, height) => {
        const pane = { left: 66, top: 33, width, height };
        const stamps = stampsIn([pane], { fill: '#000', isCompact });
        for (const stamp of stamps) {
          const half = stampWidth(stamp) / 2;
          expect(stamp.x - half).toBeGreaterThanOrEqual(pane.left);
          expect(stamp.x + half).toBeLessThanOrEqual(pane.left + width);
        }
        expect(stamps.length).toBeGreaterThanOrEqual(Math.floor((width * height) / (4 * x * y)));
      }),
    );
  },
);
