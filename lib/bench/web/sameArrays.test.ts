import { describe, expect, it } from 'vitest';
import type { ColumnsAnswer } from '../../api/columns/format';
import { sameArrays } from './sameArrays';

const answer = {
  series: [
    {
      venue: 'binance',
      kind: 'spot',
      minutes: Int32Array.of(10, 12),
      close: Float64Array.of(4.5, NaN),
      dLow: Float64Array.of(NaN, -0.25),
    },
    {
      venue: 'okx',
      kind: 'perp',
      minutes: Int32Array.of(11),
      close: Float64Array.of(4),
      dLow: Float64Array.of(0),
    },
  ],
} as unknown as ColumnsAnswer;

describe('the arrays that other libraries draw', () => {
  it('are those of the answer, holes and all', () => {
    expect(sameArrays(answer)).toEqual([
      { name: 'binance', seconds: [600, 720], close: [4.5, null], dLow: [null, -0.25] },
      { name: 'okx perp', seconds: [660], close: [4], dLow: [0] },
    ]);
  });
});
