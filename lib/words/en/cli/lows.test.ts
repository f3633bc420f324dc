import { expect, it } from 'vitest';
import type { LowsAnswer } from '../../../api/lows';
import { lowsText } from './lows';

const extreme = (venue: string, price: number) => ({
  venue,
  market: 'ATOM/USD',
  minute: '2025-10-10T21:20Z',
  price,
  rateRule: 'usd' as const,
  rateUncertainty: 0,
});
const answer: LowsAnswer = {
  method: 2,
  simulated: false,
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  asOf: null,
  leastVenues: 4,
  gap: 0.1,
  venues: [
    {
      venue: 'binance',
      ranked: 3,
      lowest: { assets: 1, share: 1 / 3, wide: 1 },
      highest: { assets: 0, share: 0, wide: 0 },
    },
  ],
  assets: [
    {
      asset: 'ATOM',
      name: 'ATOM',
      digest: `sha256:${'0'.repeat(64)}`,
      ranked: true,
      lowest: { venue: 'binance', secondVenue: 'okx', gap: -0.5, uncertainty: 0.004, wide: true },
      highest: null,
      lows: [extreme('binance', 1), extreme('okx', 2)],
      highs: [extreme('binance', 4), extreme('okx', 4)],
      unranked: [{ venue: 'kraken', why: 'not-fetched', minutes: 2 }],
    },
  ],
  notes: ['A note.'],
};

it('the lowest and the highest are said in a line a venue and a line an asset', () => {
  expect(lowsText(answer).split('\n')).toEqual([
    '2025-10-10T20:00Z to 2025-10-11T00:00Z, in USD: the lowest and the highest venue of 1 asset',
    'A note.',
    '  Binance: of 3 assets, lowest in 1 (33.33 %), 1 by 10 % or more, highest in 0 (0 %), 0 by 10 % or more',
    '  ATOM: lowest Binance at 1 USD (2025-10-10T21:20Z), −50.00 % from OKX at 2 USD, rates ± 0.40 %; highest none, equal prices; not ranked: Kraken (2 min not fetched)',
    '',
  ]);
});

it('a gap that is not 0 is never written as 0 beside a named venue', () => {
  const [atom] = answer.assets;
  const lowest = { venue: 'binance', secondVenue: 'okx', gap: -0.000045, uncertainty: 0, wide: false };
  const assets =
    atom === undefined ? [] : [{ ...atom, lowest, lows: [extreme('binance', 2.99987), extreme('okx', 3)] }];
  expect(lowsText({ ...answer, assets })).toContain(
    'Binance at 2.99987 USD (2025-10-10T21:20Z), −0.0045 % from OKX at 3 USD;',
  );
});
