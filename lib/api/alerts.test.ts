import { expect, it } from 'vitest';
import { alertFigures } from './alerts';

it('figures that were recorded before rules of rates were say that the rule is unknown', () => {
  const recorded = {
    market: 'ATOM/USDT',
    start: '2025-10-10T21:19Z',
    end: '2025-10-10T21:22Z',
    minutesBeyond: 2,
    peak: -0.5,
    peakMinute: '2025-10-10T21:20Z',
    peakPrice: 2,
    peakReference: 4,
    peersAtPeak: 3,
    certainty: 'certain',
    uncertaintyAtPeak: 0.001,
  };
  expect(alertFigures.parse(recorded)).toEqual({ ...recorded, rateRuleAtPeak: null });
});
