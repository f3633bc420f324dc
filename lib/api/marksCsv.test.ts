import { expect, it } from 'vitest';
import type { MarksAnswer, UnitColumns } from './marks';
import { marksCsv } from './marksCsv';

const columns = (prices: readonly (number | null)[], peers: number[] | null = null): UnitColumns => ({
  low: [...prices],
  high: [...prices],
  close: [...prices],
  uncertainty: prices.map((price) => (price === null ? null : 0.01)),
  holes: prices.map((price) => (price === null ? 'no-trade' : null)),
  peers,
});

/** WBETH at 50 and silent, ETH at 100. */
const ANSWER: MarksAnswer = {
  method: 2,
  simulated: true,
  asset: 'WBETH',
  name: 'WBETH',
  venue: 'binance',
  market: 'WBETH/USDT',
  from: '2025-10-10T21:40Z',
  to: '2025-10-10T21:42Z',
  asOf: null,
  currency: 'USD',
  minPeers: 2,
  underlying: { asset: 'ETH', prices: columns([100, 100], [5, 5]) },
  ratios: null,
  ratio: { value: 1, source: 'own' },
  composition: { ownWeight: 0.2, publisher: 'Binance', published: '2025-10-06' },
  readings: {
    own: columns([50, null]),
    others: columns([101, 102], [2, 2]),
    ratio: columns([100, 100]),
    index: columns([90, null]),
  },
  digests: [],
  notes: [],
};

it('writes a row a minute with the reason of each hole, by the reader’s own ratio and its source', () => {
  const text = marksCsv(ANSWER, 'close', { value: 1.1, source: '=A1, "my" broker' }, undefined);
  const [head, first, second, end] = text.split('\n');
  expect(head).toBe(
    'minute,field,own,own_uncertainty,own_hole,others,others_uncertainty,others_hole,by_ratio,by_ratio_uncertainty,by_ratio_hole,index,index_uncertainty,index_hole,others_peers,underlying,underlying_peers,ratio,ratio_source',
  );
  // 100 × 1.1 = 110; 0.2 × 50 + 0.8 × 110 = 98
  expect(first).toBe(
    '2025-10-10T21:40Z,close,50,0.01,,101,0.01,,110,0.01,,98,0.01,,2,100,5,1.1,"\'=A1, ""my"" broker"',
  );
  expect(second).toMatch(/^2025-10-10T21:41Z,close,,,no-trade,102,/);
  expect(end).toBe('');
});

it('adds the worth of an account’s units beside the level they must not fall below', () => {
  const text = marksCsv(ANSWER, 'low', { value: 1, source: 'own' }, { units: 10, loan: 600, level: 1.05 });
  const [head = '', first = '', second = ''] = text.split('\n');
  expect(head.endsWith(',own_value,others_value,by_ratio_value,index_value,level_value')).toBe(true);
  expect(first.endsWith(',1,own,500,1010,1000,900,630')).toBe(true);
  expect(second.endsWith(',1,own,,1020,1000,,630')).toBe(true);
});
