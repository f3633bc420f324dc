import { describe, expect, it } from 'vitest';
import { inBrief } from './inBrief';

const atom = { venues: ['binance', 'okx'], candles: 480, from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('the stored data in brief', () => {
  it('counts assets, venues once each, and candles, over the whole time', () => {
    const wbeth = { venues: ['binance'], candles: 1_000, from: '2025-10-09T00:00Z', to: '2025-10-10T00:00Z' };
    expect(inBrief([atom, wbeth])).toEqual({
      assets: 2,
      venues: 2,
      candles: 1_480,
      from: '2025-10-09T00:00Z',
      to: '2025-10-11T00:00Z',
    });
  });

  it('is none where nothing is stored', () => {
    expect(inBrief([])).toBeUndefined();
  });
});
