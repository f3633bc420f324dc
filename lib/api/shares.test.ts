import { describe, expect, it } from 'vitest';
import type { VenueProgress } from './progress';
import { doneShare } from './shares';

const venue = (over: Partial<VenueProgress>): VenueProgress => ({
  venue: 'binance',
  state: 'working',
  doneMinutes: 0,
  totalMinutes: 100,
  candles: 0,
  note: '',
  ...over,
});

describe('the progress of an ingest', () => {
  it('is the share of the minutes asked, over all venues', () => {
    expect(
      doneShare([venue({ doneMinutes: 100, totalMinutes: 100 }), venue({ doneMinutes: 50, totalMinutes: 300 })]),
    ).toBe(0.375);
  });

  it('is unknown, not 0, before anything is known to be asked', () => {
    expect(doneShare([])).toBeUndefined();
    expect(doneShare([venue({ state: 'connecting', totalMinutes: 0 })])).toBeUndefined();
  });

  it('does not wait for a venue that refused', () => {
    expect(doneShare([venue({ doneMinutes: 100 }), venue({ venue: 'bybit', state: 'refused' })])).toBe(1);
  });
});
