import { describe, expect, it } from 'vitest';
import { venueEpisodes, venueFinding, venueHead, venueHeads, venueScores } from './venuePage';

const ATOM = { name: 'ATOM', peak: -0.9994, peakMinute: '2025-10-10T21:20Z' };

describe('the page of a venue', () => {
  it.each([
    [
      { venue: 'binance', assets: 20, episodes: 1_041, strayed: 9, deepest: ATOM },
      'Binance: 1,041 episodes in 9 assets, the deepest −99.94 % (ATOM, 2025-10-10 21:20 UTC)',
    ],
    [
      { venue: 'binanceus', assets: 20, episodes: 1, strayed: 1, deepest: ATOM },
      'Binance.US: 1 episode in 1 asset, at its peak −99.94 % (ATOM, 2025-10-10 21:20 UTC)',
    ],
    [
      { venue: 'okx', assets: 1, episodes: 0, strayed: 0, deepest: undefined },
      'OKX: no episode in this window, in 1 asset',
    ],
    [{ venue: 'okx', assets: 0, episodes: 0, strayed: 0, deepest: undefined }, 'OKX: no data in this window'],
  ])('%j', (found, said) => {
    expect(venueFinding(found)).toBe(said);
  });

  it.each([
    [venueHead.title('gate'), 'Gate beside the other venues'],
    [venueScores.minutes(1_234), '1,234 min'],
    [venueHeads.strayedOf(3, 1_200), '3 of 1,200'],
    [venueHeads.peaks(0.25), 'Peaks of 25 %\nor more'],
    [venueEpisodes.title('mexc'), 'MEXC’s deepest episodes'],
    [venueEpisodes.lead(20, 1_041), 'The deepest 20 of 1,041.'],
    [venueEpisodes.lead(3, 3), 'Deepest first.'],
  ])('%s', (words, said) => {
    expect(words).toBe(said);
  });

  it('names its window in UTC', () => {
    expect(venueHead.lead('2025-10-10T20:00Z', '2025-10-11T00:00Z')).toMatch(
      /^From 2025-10-10 20:00 to 2025-10-11 00:00 UTC, each asset against its own reference\./,
    );
  });
});
