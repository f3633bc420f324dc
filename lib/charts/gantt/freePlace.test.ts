import { describe, expect, it } from 'vitest';
import { freePlace, type Surroundings } from './freePlace';

const empty: Surroundings = { lines: [], edges: [], left: 0, right: 400, top: 0, bottom: 100 };

describe('the free place beside a spot', () => {
  it('is right beside it where nothing is in the way', () => {
    expect(freePlace([200, 50], 80, empty)).toEqual({ x: 206, y: 50, align: 'left' });
  });

  it('is left of it where the plot ends, or an edge or a line runs, at the right', () => {
    const left = { x: 194, y: 50, align: 'right' };
    expect(freePlace([200, 50], 80, { ...empty, right: 250 })).toEqual(left);
    expect(freePlace([200, 50], 80, { ...empty, edges: [240] })).toEqual(left);
    const line = [
      [200, 50],
      [400, 50],
    ] as const;
    expect(freePlace([200, 50], 80, { ...empty, lines: [line] })).toEqual(left);
  });

  it('is a line further down where lines run on both sides, and not across a hole’s ends', () => {
    const line = [
      [0, 50],
      [400, 50],
    ] as const;
    expect(freePlace([200, 50], 80, { ...empty, lines: [line] })).toEqual({ x: 206, y: 64, align: 'left' });
    const hole = [
      [0, 50],
      [200, NaN],
      [400, 50],
    ] as const;
    expect(freePlace([200, 50], 80, { ...empty, lines: [hole] })).toEqual({ x: 206, y: 50, align: 'left' });
  });

  it('stays inside, and beside the spot where nothing fits', () => {
    expect(freePlace([200, 99], 80, empty)).toEqual({ x: 206, y: 92, align: 'left' });
    expect(freePlace([10, 50], 500, empty)).toEqual({ x: 16, y: 50, align: 'left' });
  });
});
