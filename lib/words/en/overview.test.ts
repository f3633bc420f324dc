import { describe, expect, it } from 'vitest';
import { storedInBrief } from './overview';

const atom = { venues: ['binance', 'okx'], candles: 480, from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('the stored data in brief', () => {
  it('counts assets, venues once each, and candles, over the whole time', () => {
    const wbeth = { venues: ['binance'], candles: 1_000, from: '2025-10-09T00:00Z', to: '2025-10-10T00:00Z' };
    expect(storedInBrief([atom, wbeth])).toBe(
      '2 assets on 2 venues, 1,480 candles, 2025-10-09 00:00 to 2025-10-11 00:00 UTC.',
    );
  });

  it('counts one of each in the singular, and is not written where nothing is stored', () => {
    expect(storedInBrief([{ ...atom, venues: ['okx'], candles: 1 }])).toBe(
      '1 asset on 1 venue, 1 candle, 2025-10-10 20:00 to 2025-10-11 00:00 UTC.',
    );
    expect(storedInBrief([])).toBeUndefined();
  });
});
