import { describe, expect, it } from 'vitest';
import { thinMarketNotes } from './notes';
import type { VenueSeries } from './types';

const prices = (...lows: number[]): Pick<VenueSeries, 'low'> => ({ low: Float64Array.from(lows) });

describe("the market's own fall", () => {
  it('is said to be one venue’s where only that venue traded in the lowest minute', () => {
    const spot = [prices(0.2, 0.11, 0.2), prices(0.2, NaN, 0.2), prices(0.2, NaN, 0.2)];
    expect(thinMarketNotes(spot, Float64Array.of(0.2, 0.11, 0.2))).toEqual([
      "The market's own fall rests on a single venue in its lowest minute: read it as that venue's, not as the market's.",
    ]);
  });

  it('needs no word where three venues traded in it, nor where nothing did', () => {
    const spot = [prices(0.2, 0.11, 0.2), prices(0.2, 0.15, 0.2), prices(0.2, 0.16, 0.2)];
    expect(thinMarketNotes(spot, Float64Array.of(0.2, 0.15, 0.2))).toEqual([]);
    expect(thinMarketNotes([], Float64Array.of(NaN, NaN, NaN))).toEqual([]);
  });
});
