import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../domain/market';
import type { IngestProgress } from '../ingest/progress';
import { jsonDisplay } from './ingestDisplay';

const progress = (change: Partial<IngestProgress>): IngestProgress => ({
  venue: 'okx' as Venue, state: 'working', doneMinutes: 0, totalMinutes: 100, candles: 0, note: '', ...change,
});

describe('an ingest told to machines', () => {
  it('is one JSON object a line: progress at most twice a second for a venue, every change of state at once, and the end', () => {
    let nowMs = 0;
    const lines: unknown[] = [];
    const display = jsonDisplay((line) => lines.push(JSON.parse(line)), () => nowMs);
    display.show(progress({}));
    nowMs = 100;
    display.show(progress({ doneMinutes: 10, candles: 9 }));
    display.show(progress({ state: 'waiting', doneMinutes: 10, candles: 9, note: 'HTTP 429; asking again in 3 s' }));
    nowMs = 1_000;
    display.show(progress({ state: 'waiting', doneMinutes: 50, candles: 45, note: 'HTTP 429; asking again in 3 s' }));
    const market = { venue: 'okx' as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind: 'perp' } as const;
    display.end({ venues: [], summary: 'all', missing: ['okx: x'], notes: [], rechecked: [{ market, source: 'rest', same: 98, differ: 1, fresh: 1 }] });
    expect(lines).toEqual([
      { type: 'progress', venue: 'okx', state: 'working', doneMinutes: 0, totalMinutes: 100, candles: 0, perSecond: null, etaSeconds: null, note: '' },
      { type: 'progress', venue: 'okx', state: 'waiting', doneMinutes: 10, totalMinutes: 100, candles: 9, perSecond: 90, etaSeconds: 0.9, note: 'HTTP 429; asking again in 3 s' },
      { type: 'progress', venue: 'okx', state: 'waiting', doneMinutes: 50, totalMinutes: 100, candles: 45, perSecond: 45, etaSeconds: 1, note: 'HTTP 429; asking again in 3 s' },
      { type: 'done', summary: 'all', missing: ['okx: x'], notes: [], revised: [{ market: 'okx ATOM/USDT perp', source: 'rest', same: 98, differ: 1, new: 1 }] },
    ]);
  });
});
