import { expect, it } from 'vitest';
import type { RankedEpisode } from '../../../api/overview';
import type { ScanAnswer } from '../../../api/scan';
import { episode } from '../testing/deviations';
import { scanText } from './scan';

const ranked = (change: Partial<RankedEpisode>): RankedEpisode => ({
  ...episode(),
  asset: 'ATOM',
  name: 'ATOM',
  reference: 'others',
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  enter: 0.02,
  certainty: 'certain',
  uncertaintyAtPeak: 0,
  blocs: null,
  ...change,
});
const answer: ScanAnswer = {
  method: 2,
  simulated: false,
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  reference: 'own',
  rank: 'depth',
  asOf: null,
  searched: [{ asset: 'ATOM', days: 1 }],
  found: 2,
  episodes: [ranked({ certainty: 'weak', uncertaintyAtPeak: 0.13 })],
  within: { found: 1, episodes: [ranked({ peak: -0.05, certainty: 'within-rate', uncertaintyAtPeak: null })] },
  notes: [],
};

it('episodes come by rank, those within their rate’s uncertainty apart from them', () => {
  const line = 'ATOM on Binance ATOM/USDT, below:';
  const rest = '(0.001 USD, reference 3.1 USD, 7 peers); from 2025-10-10T21:12Z for 48 min';
  expect(scanText(answer).split('\n')).toEqual([
    '2025-10-10T00:00Z to 2025-10-11T00:00Z, in USD, compared with its own reference each: 2 episodes of 1 asset, deepest first',
    `  ${line} −99.97 % (± 13.00 %) at 2025-10-10T21:20Z, beyond it, on a weak rate ${rest}`,
    '  and 1 more; raise --limit to list them',
    'Within the rate’s uncertainty: 1 episode',
    `  ${line} −5.00 % (the rates’ uncertainty is unknown) at 2025-10-10T21:20Z, within the rate’s uncertainty ${rest}`,
    '',
  ]);
});
