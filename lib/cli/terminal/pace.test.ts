import { describe, expect, it } from 'vitest';
import type { Venue } from '../../domain/market';
import type { VenueProgress } from '../../ingest/run/progress';
import { paceKeeper } from './pace';

const progress = (venue: string, doneMinutes: number, change: Partial<VenueProgress> = {}): VenueProgress => ({
  venue: venue as Venue,
  state: 'working',
  doneMinutes,
  totalMinutes: 1_000,
  candles: doneMinutes,
  note: '',
  ...change,
});

describe('the pace of an ingest', () => {
  it('is each venue’s own, and all of them together', () => {
    let nowMs = 50_000;
    const { paced, total } = paceKeeper(() => nowMs);
    for (let step = 0; step <= 5; step += 1) {
      paced(progress('okx', 100 * step));
      paced(progress('kraken', 20 * step));
      nowMs += 2_000;
    }
    nowMs -= 2_000;
    expect(paced(progress('okx', 500))).toEqual({ ...progress('okx', 500), perSecond: 50, etaSeconds: 10 });
    expect(total()).toEqual({ doneMinutes: 600, totalMinutes: 2_000, candles: 600, perSecond: 60, etaSeconds: 90 });
    paced(progress('kraken', 100, { state: 'refused' }));
    expect(total()).toEqual({ doneMinutes: 500, totalMinutes: 1_000, candles: 600, perSecond: 50, etaSeconds: 10 });
  });
});
