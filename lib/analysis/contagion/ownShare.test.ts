import { describe, expect, it } from 'vitest';
import { flat, DEEPEST_MINUTE, marketOf, rangeOf, type Slot } from '../testing/markets';
import { plus } from '../../domain/minute';
import { ownShareOf, type Leveled } from './ownShare';

const spot = (slots: readonly Slot[], level: number): Leveled => ({
  columns: marketOf('binance WBETH/USDT', slots),
  level,
});
const index = (closes: readonly (number | undefined)[], level: number): Leveled => ({
  columns: marketOf(
    'binanceusdm WBETH/USDT',
    closes.map((close) => (close === undefined ? undefined : { open: close, high: close, low: close, close })),
    { kind: 'index' },
  ),
  level,
});

describe('what a venue’s own spot did to its index', () => {
  it('is all of the move where the rest stood still', () => {
    // 20 % of 4,000 → 1,000 and 80 % of 4,000: 3,400, 600 below.
    const found = ownShareOf(
      0.2,
      spot([flat(4_000), flat(1_000), flat(2_000)], 4_000),
      index([4_000, 3_400, 3_600], 4_000),
      rangeOf(3),
    );
    expect(found).toMatchObject({
      minute: plus(DEEPEST_MINUTE, 1),
      spot: { close: 1_000, move: -0.75 },
      index: { close: 3_400 },
    });
    expect(found?.part).toBeCloseTo(-0.15, 12);
    expect(found?.share).toBeCloseTo(1, 12);
  });

  it('is half of it where the rest fell as much by itself', () => {
    // 0.2 × (1,000 − 4,000) = −600, and 0.8 × (3,250 − 4,000) = −600.
    const found = ownShareOf(0.2, spot([flat(1_000)], 4_000), index([2_800], 4_000), rangeOf(1));
    expect(found?.share).toBeCloseTo(0.5, 12);
  });

  it('is more than all of it where the rest rose, and no share of an index that did not fall', () => {
    expect(ownShareOf(0.3, spot([flat(50)], 100), index([90], 100), rangeOf(1))?.share).toBeCloseTo(1.5, 12);
    expect(ownShareOf(0.3, spot([flat(50)], 100), index([100], 100), rangeOf(1))).toMatchObject({
      part: -0.15,
      share: undefined,
    });
  });

  it('is taken in the index’s lowest minute of those in which both are known, the first of equals', () => {
    const found = ownShareOf(
      0.2,
      spot([flat(90), undefined, flat(80), flat(70)], 100),
      index([95, 50, 90, 90], 100),
      rangeOf(4),
    );
    expect(found?.minute).toBe(plus(DEEPEST_MINUTE, 2));
  });

  it('without an index is the weight times the spot’s own move, in the spot’s lowest minute', () => {
    expect(ownShareOf(0.2, spot([flat(90), flat(50), flat(60)], 100), undefined, rangeOf(3))).toEqual({
      minute: plus(DEEPEST_MINUTE, 1),
      spot: { close: 50, move: -0.5 },
      part: -0.1,
      index: undefined,
      share: undefined,
    });
  });

  it('is not known without a level, or without a minute that both have', () => {
    expect(ownShareOf(0.2, spot([flat(90)], NaN), undefined, rangeOf(1))).toBeUndefined();
    expect(ownShareOf(0.2, spot([flat(90)], 100), index([90], NaN), rangeOf(1))).toBeUndefined();
    expect(ownShareOf(0.2, spot([flat(90), undefined], 100), index([undefined, 90], 100), rangeOf(2))).toBeUndefined();
  });
});
