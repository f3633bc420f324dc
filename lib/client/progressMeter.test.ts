import { describe, expect, it } from 'vitest';
import type { VenueProgress } from '../api/progress';
import { progressMeter } from './progressMeter';

const venue = (doneMinutes: number, change: Partial<VenueProgress> = {}): VenueProgress => ({
  venue: 'okx',
  state: 'working',
  doneMinutes,
  totalMinutes: 1_000,
  candles: doneMinutes,
  note: '',
  ...change,
});

describe('the pace of an ingest, as a page sees it', () => {
  it('is measured between answers by the ingest’s own clock, not by when they arrived', () => {
    const meter = progressMeter();
    expect(meter({ elapsedSeconds: 100, venues: [venue(300)] }).total).toMatchObject({
      candles: 300,
      perSecond: undefined,
      etaSeconds: undefined,
    });
    meter({ elapsedSeconds: 102, venues: [venue(320)] });
    meter({ elapsedSeconds: 104, venues: [venue(340)] });
    const answer = { elapsedSeconds: 108, venues: [venue(380), venue(0, { venue: 'bybit', state: 'refused' })] };
    const measured = meter(answer);
    // Eighty minutes and candles in eight seconds; 620 minutes are left.
    expect(measured.venues[0]).toEqual({ ...venue(380), perSecond: 10, etaSeconds: 62 });
    expect(measured.total).toEqual({
      doneMinutes: 380,
      totalMinutes: 1_000,
      candles: 380,
      perSecond: 10,
      etaSeconds: 62,
    });
    expect(meter(answer)).toEqual(measured);
  });

  it('is unknown where no time is given', () => {
    expect(progressMeter()({ venues: [venue(300)] }).venues[0]).toMatchObject({
      perSecond: undefined,
      etaSeconds: undefined,
    });
  });
});
