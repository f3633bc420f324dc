import { expect, it } from 'vitest';
import { storedInBrief } from './overview';

it('says what is stored in a line, one of each in the singular', () => {
  const window = { from: '2025-10-09T00:00Z', to: '2025-10-11T00:00Z' };
  expect(storedInBrief({ ...window, assets: 2, venues: 2, candles: 1_480 })).toBe(
    '2 assets on 2 venues, 1,480 candles, 2025-10-09 00:00 to 2025-10-11 00:00 UTC.',
  );
  expect(storedInBrief({ ...window, assets: 1, venues: 1, candles: 1 })).toBe(
    '1 asset on 1 venue, 1 candle, 2025-10-09 00:00 to 2025-10-11 00:00 UTC.',
  );
});
