import { describe, expect, it } from 'vitest';
import type { VenueProgress } from '../../api/progress';
import { skippedWords, stillLoading, totalLine, venueLine } from './progress';

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
  it('names the venues that are still loading, and only those', () => {
    expect(
      stillLoading([venue({}), venue({ venue: 'okx', state: 'done' }), venue({ venue: 'kraken', state: 'waiting' })]),
    ).toBe('Still loading: Binance, Kraken. The numbers cover only the data loaded so far.');
    expect(stillLoading([venue({ state: 'done' })])).toBeUndefined();
  });

  it('names the venues that were skipped, each with its reason', () => {
    expect(
      skippedWords({
        venues: [
          venue({ state: 'done' }),
          venue({ venue: 'okx', state: 'failed' }),
          venue({ venue: 'htx', state: 'refused', note: 'HTTP 451' }),
        ],
      }),
    ).toBe('The last ingest skipped OKX (failed); HTX (HTTP 451).');
    expect(skippedWords({ venues: [venue({})] })).toBeUndefined();
    expect(skippedWords({ venues: [venue({ state: 'done' }), venue({ state: 'stopped' })] })).toBe(
      'The last ingest was stopped before it was complete.',
    );
  });

  it('has a line for the whole and one for each venue', () => {
    const total = { doneMinutes: 1, totalMinutes: 2, candles: 290, perSecond: 12, etaSeconds: 200 };
    const plain = (text: string): string => text.replaceAll('\u00A0', ' ');
    expect(plain(totalLine(total, 75.4))).toBe('290 candles, running for 75 s, 12 candles/s, about 4 min left');
    expect(plain(totalLine(total, undefined))).toBe('290 candles, 12 candles/s, about 4 min left');
    expect(venueLine(venue({ candles: 1 }))).toBe('fetching, 1 candle');
    expect(plain(venueLine({ ...venue({ note: 'HTTP 429; next request in 3 s' }), perSecond: 12 }))).toBe(
      'fetching, 0 candles, HTTP 429; next request in 3 s',
    );
  });
});
