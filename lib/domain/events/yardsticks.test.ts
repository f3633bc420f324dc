import { describe, expect, it } from 'vitest';
import { isBeyond, levelOf, levelsOf, YARDSTICKS } from './yardsticks';

describe('a rule’s level', () => {
  it.each([
    ['index-median', 'ATOM', 4, 0.05],
    ['index-clamp', 'BTC', 110_000, 0.01],
    ['index-clamp', 'ETH', 3_800, 0.01],
    ['index-clamp', 'ATOM', 4, 0.03],
    ['luld-5', 'BTC', 110_000, 0.05],
    ['luld-10', 'ATOM', 4, 0.1],
    ['clearly-erroneous', 'ATOM', 25, 0.1],
    ['clearly-erroneous', 'ATOM', 25.01, 0.05],
    ['clearly-erroneous', 'ATOM', 50, 0.05],
    ['clearly-erroneous', 'SOL', 50.01, 0.03],
  ] as const)('%s of %s at %d USD is %d', (yardstick, asset, reference, level) => {
    expect(levelOf(yardstick, asset, reference)).toBe(level);
  });

  it('is passed on either side, and not by standing at it', () => {
    const at = (peak: number) => isBeyond('luld-5', { asset: 'ATOM', peak, peakReference: 4 });
    expect([-0.0501, -0.05, 0, 0.05, 0.0501].map(at)).toEqual([true, false, false, false, true]);
  });

  it('is one of those that are drawn, nearest first', () => {
    expect(levelsOf('clearly-erroneous')).toEqual([0.03, 0.05, 0.1]);
    for (const yardstick of YARDSTICKS)
      for (const [asset, price] of [
        ['BTC', 110_000],
        ['ATOM', 4],
        ['AVAX', 30],
      ] as const)
        expect(levelsOf(yardstick)).toContain(levelOf(yardstick, asset, price));
  });
});
