import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolutionFor } from './resolutions';

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
          const touched = Math.ceil((offset + length) / size) - Math.floor(offset / size);
          expect(touched).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
