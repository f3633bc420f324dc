import { describe, expect, it } from 'vitest';
import type { Venue } from '../domain/market';
import type { IngestProgress } from '../ingest/progress';
import { paceKeeper, spokenPace } from './pace';

const progress = (doneMinutes: number, candles: number, totalMinutes = 1_000): IngestProgress => ({
  venue: 'okx' as Venue, state: 'working', doneMinutes, totalMinutes, candles, note: '',
});

describe('the pace of a venue', () => {
  it('is its candles and minutes since its work began, not since an earlier run', () => {
    let nowMs = 50_000;
    const pace = paceKeeper(() => nowMs);
    expect(pace(progress(0, 0, 0))).toMatchObject({ perSecond: undefined, etaSeconds: undefined });
    expect(pace(progress(400, 0))).toMatchObject({ perSecond: undefined, etaSeconds: undefined });
    nowMs += 2_000;
    // 200 minutes and 180 candles in two seconds; 400 minutes are left.
    expect(pace(progress(600, 180))).toMatchObject({ perSecond: 90, etaSeconds: 4 });
  });

  it('is unknown while nothing moves', () => {
    let nowMs = 0;
    const pace = paceKeeper(() => nowMs);
    pace(progress(0, 0));
    nowMs = 10_000;
    expect(pace(progress(0, 0))).toMatchObject({ perSecond: 0, etaSeconds: undefined });
  });

  it('is spoken in few words', () => {
    const paced = { ...progress(1, 1), perSecond: 1_234.4, etaSeconds: 200 };
    expect(spokenPace(paced)).toBe('1,234/s, 4 min left');
    expect(spokenPace({ ...paced, etaSeconds: 42.1 })).toBe('1,234/s, 43 s left');
    expect(spokenPace({ ...paced, perSecond: undefined, etaSeconds: undefined })).toBe('');
  });
});
