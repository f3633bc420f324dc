import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_NEIGHBOURS, neighbours } from './neighbours';

const named = (count: number) => Array.from({ length: count }, (_, i) => ({ asset: `COIN${String(i)}` }));

describe('the assets named beside one', () => {
  it('are all where they are few', () => {
    expect(neighbours(named(MOST_NEIGHBOURS), 'COIN3')).toEqual(named(MOST_NEIGHBOURS));
    expect(neighbours([], undefined)).toEqual([]);
  });

  it('are as many as fit, in their order, the current one among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: MOST_NEIGHBOURS, max: 600 }), fc.nat(), (count, nth) => {
        const assets = named(count);
        const at = nth % count;
        const found = neighbours(assets, `COIN${String(at)}`);
        const first = assets.indexOf(found[0] ?? { asset: '' });
        expect(found).toEqual(assets.slice(first, first + MOST_NEIGHBOURS));
        expect(found).toHaveLength(MOST_NEIGHBOURS);
        expect(found).toContain(assets[at]);
      }),
    );
  });

  it('are the first ones where none is current', () => {
    expect(neighbours(named(600), undefined)).toEqual(named(MOST_NEIGHBOURS));
  });
});
