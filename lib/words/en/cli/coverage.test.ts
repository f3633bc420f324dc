import { expect, it } from 'vitest';
import type { MarketCoverage } from '../../../api/coverage';
import { minute, minuteRange } from '../../../domain/minute';
import { coverageText } from './coverage';

const MARKET: MarketCoverage = {
  venue: 'kraken',
  market: 'ATOM/USD',
  kind: 'spot',
  source: 'rest',
  ranges: [{ from: '2025-10-10T20:00Z', to: '2025-10-10T21:00Z' }],
  answeredMinutes: 60,
  traded: 60,
  noTrade: 0,
  moved: 0,
  setAside: 0,
  quarantined: 0,
  revised: 0,
};
const days = { day: [], answered: [], traded: [], noTrade: [], moved: [], setAside: [] };
const counts = { refused: [], failed: [], notServed: [], quarantined: [], revised: [] };
const FAILED: MarketCoverage = {
  ...MARKET,
  ranges: [...MARKET.ranges, { from: '2025-10-10T22:00Z', to: '2025-10-10T23:00Z' }],
  answeredMinutes: 12_000,
  traded: 11_999,
  noTrade: 1,
  moved: 2,
  setAside: 3,
  quarantined: 1,
  revised: 4,
  kept: {
    span: { from: '2025-10-10T20:00Z', to: '2025-10-10T23:00Z' },
    answeredShare: 2 / 3,
    firstAsked: '2026-01-01T00:00Z',
    lastAsked: '2026-01-02T00:00Z',
    inVain: [
      {
        from: '2025-10-10T21:00Z',
        to: '2025-10-10T22:00Z',
        outcome: 'failed',
        cause: 'HTTP 503',
        firstAsked: '2026-01-02T00:00Z',
        lastAsked: '2026-01-02T00:00Z',
      },
    ],
    days: { ...days, ...counts },
  },
};
const at = (iso: string) => minute(Date.parse(iso) / 60_000);
const NEVER = [minuteRange(at('2025-10-10T23:00Z'), at('2025-10-11T00:00Z'))];

const textOf = (...markets: readonly MarketCoverage[]): readonly string[] =>
  coverageText(
    { method: 2, simulated: false, assets: [{ asset: 'ATOM', name: 'ATOM', markets: [...markets] }] },
    () => NEVER,
  )
    .trimEnd()
    .split('\n');

it('without any data it names the commands that add some', () => {
  expect(coverageText({ method: 2, simulated: false, assets: [] }, () => [])).toBe(
    'No data yet. `plumbline ingest` or `plumbline import` adds candles.\n',
  );
});

it('counts the minutes of each market, and what was wrong only where something was', () => {
  expect(textOf(MARKET)).toEqual(['ATOM', '  Kraken ATOM/USD (REST klines): 60 min with trades (100 %), 0 without']);
});

it('says of a mark or an index price, at which nobody trades, in how many minutes there is one', () => {
  expect(textOf({ ...MARKET, kind: 'index' })).toEqual([
    'ATOM',
    '  Kraken ATOM/USD index (REST klines): 60 min with a price (100 %), 0 without',
  ]);
});

it('names the ranges answered, failed and never requested; a share is rounded down', () => {
  // 11,999 ÷ 12,000 is 99.9917 %, not 100 %.
  expect(textOf(FAILED)).toEqual([
    'ATOM',
    '  Kraken ATOM/USD (REST klines): 11,999 min with trades (99.99 %), 1 without, 2 at volume 0 with moved prices, 3 set aside, 1 row in quarantine, 4 min revised',
    '    answered: 66.66 % of 2025-10-10T20:00Z to 2025-10-10T23:00Z (12,000 min), requested 2026-01-01T00:00Z to 2026-01-02T00:00Z',
    '    answered: 2025-10-10T20:00Z to 2025-10-10T21:00Z',
    '    answered: 2025-10-10T22:00Z to 2025-10-10T23:00Z',
    '    failed: 2025-10-10T21:00Z to 2025-10-10T22:00Z, last requested 2026-01-02T00:00Z: HTTP 503',
    '    never requested: 2025-10-10T23:00Z to 2025-10-11T00:00Z',
  ]);
});
