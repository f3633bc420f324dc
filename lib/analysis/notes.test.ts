import { describe, expect, it } from 'vitest';
import type { Asset } from '../domain/market';
import { fewVenues, thinMarketNotes } from './notes';
import type { VenueSeries } from './types';

const prices = (...lows: number[]): Pick<VenueSeries, 'low'> => ({ low: Float64Array.from(lows) });

describe("the market's own fall", () => {
  it('is noted as thin where only one venue traded in the lowest minute', () => {
    const spot = [prices(0.2, 0.11, 0.2), prices(0.2, NaN, 0.2), prices(0.2, NaN, 0.2)];
    expect(thinMarketNotes(spot, Float64Array.of(0.2, 0.11, 0.2))).toEqual([{ kind: 'thin-fall', venues: 1 }]);
  });

  it('needs no note where three venues traded in it, nor where nothing did', () => {
    const spot = [prices(0.2, 0.11, 0.2), prices(0.2, 0.15, 0.2), prices(0.2, 0.16, 0.2)];
    expect(thinMarketNotes(spot, Float64Array.of(0.2, 0.15, 0.2))).toEqual([]);
    expect(thinMarketNotes([], Float64Array.of(NaN, NaN, NaN))).toEqual([]);
  });
});

it.each([
  [0, []],
  [1, [{ kind: 'few-venues', asset: 'ATOM', venues: 1 }]],
  [3, [{ kind: 'few-venues', asset: 'ATOM', venues: 3 }]],
  [4, []],
])('%d venues with a spot market', (venues, notes) => {
  expect(fewVenues('ATOM' as Asset, venues)).toEqual(notes);
});
