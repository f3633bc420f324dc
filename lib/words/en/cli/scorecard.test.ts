import { expect, it } from 'vitest';
import type { EventOrderAnswer, ScorecardAnswer, ScorecardsAnswer } from '../../../api/scorecards';
import { episode } from '../testing/deviations';
import { scorecardText } from './scorecard';

const MARKET = { venue: 'binance', market: 'ATOM/USDT', kind: 'spot' } as const;
const card = (change: Partial<ScorecardAnswer>): ScorecardAnswer => ({
  ...MARKET,
  episodes: 1,
  deepest: episode(),
  worstRank: 1,
  measuredMinutes: 1_440,
  minutesBeyond: [40, 30],
  minutesOutside: 12,
  areaPctMinutes: 500,
  unusual: { z: 812.25, rank: 1, of: 10_080 },
  noBaseline: null,
  ...change,
});
const moved = (change: Partial<EventOrderAnswer>): EventOrderAnswer => ({
  ...MARKET,
  strayed: ['2025-10-10T21:12Z', null],
  fell: ['2025-10-10T21:11Z', null],
  recovered: '2025-10-10T22:00Z',
  notRecovered: null,
  ...change,
});
const answer = (scorecards: ScorecardAnswer[], order: EventOrderAnswer[]): ScorecardsAnswer => ({
  method: 2,
  simulated: false,
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T00:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  reference: 'others',
  bloc: 'all',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  digest: `sha256:${'0'.repeat(64)}`,
  notes: ['A note.'],
  levels: [0.01, 0.02],
  orderLevels: [0.05, 0.1],
  baseline: { from: '2025-10-03T00:00Z', to: '2025-10-10T00:00Z' },
  market: { fall: -0.241 },
  scorecards,
  order,
});

it('is a line for each market, and who moved first', () => {
  const cards = [
    card({}),
    card({ unusual: null, noBaseline: 'less-than-a-day-measured', episodes: 2 }),
    card({ deepest: null, episodes: 0, unusual: null, noBaseline: 'no-episode', minutesBeyond: [0, 0] }),
  ];
  const order = [
    moved({}),
    moved({ recovered: null, notRecovered: 'not-in-window' }),
    moved({ strayed: [null, null], recovered: null, notRecovered: 'no-episode' }),
  ];
  const deepest = 'deepest −99.97 % at 2025-10-10T21:20Z';
  expect(scorecardText(answer(cards, order)).split('\n')).toEqual([
    'ATOM, 2025-10-10T00:00Z to 2025-10-11T00:00Z, in USD, compared with the others’ median',
    'A note.',
    'Minutes at or beyond 1 %, 2 %:',
    // 812.25 to one decimal.
    `  Binance ATOM/USDT: 40, 30 of 1,440 min measured; outside all others 12 min; 1 episode, ${deepest}; z 812.3, rank 1 among 10,080 min of the days before`,
    `  Binance ATOM/USDT: 40, 30 of 1,440 min measured; outside all others 12 min; 2 episodes, ${deepest}; no baseline: less than a day measured before the window`,
    '  Binance ATOM/USDT: 0, 0 of 1,440 min measured; outside all others 12 min; no episode',
    'First minute 5 %, 10 % below the reference:',
    '  Binance ATOM/USDT: 2025-10-10T21:12Z, never; recovered at 2025-10-10T22:00Z',
    '  Binance ATOM/USDT: 2025-10-10T21:12Z, never; not recovered in this window',
    '  Binance ATOM/USDT: never, never',
    `sha256:${'0'.repeat(64)}`,
    '',
  ]);
});

it('writes a z below 0 with the sign that stands before its deviation', () => {
  const [, , , line] = scorecardText(answer([card({ unusual: { z: -3_010.81, rank: 1, of: 10_076 } })], [])).split(
    '\n',
  );
  expect(line).toContain('deepest −99.97 % at 2025-10-10T21:20Z; z −3010.8, rank 1');
});
