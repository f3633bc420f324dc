import { describe, expect, it } from 'vitest';
import { certaintyFrom, certaintyOf, writeCertainty, CERTAINTIES, WRITTEN_CERTAINTIES } from './episode';

describe('how certain a deviation is', () => {
  it.each([
    // 5 % less 2 % leaves 3 %, beyond 2 %; less 4 % it leaves 1 %.
    [-0.05, 0.02, false, 'certain'],
    [0.05, 0.02, true, 'weak'],
    [-0.05, 0.04, false, 'within'],
    [-0.05, 0.04, true, 'within'],
    // 99.97 % under assumed parity, give or take 13 %.
    [-0.9997, 0.13, true, 'weak'],
    [-0.9997, NaN, false, 'within'],
  ] as const)('%d ± %d, on a weak rate: %s', (deviation, uncertainty, isWeak, certainty) => {
    expect(certaintyFrom(deviation, uncertainty, isWeak, 0.02)).toBe(certainty);
  });

  it('is written in its own words, and read back', () => {
    expect(CERTAINTIES.map(writeCertainty)).toEqual(WRITTEN_CERTAINTIES);
    expect(WRITTEN_CERTAINTIES.map(certaintyOf)).toEqual(CERTAINTIES);
  });
});
