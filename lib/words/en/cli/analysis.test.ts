import { expect, it } from 'vitest';
import { answer, episode, market } from '../testing/deviations';
import { analysing, analysisText } from './analysis';

const DIGEST = `sha256:${'0'.repeat(64)}`;
const HEAD =
  'ATOM, 2025-10-10T20:00Z to 2025-10-11T00:00Z, in USD, compared with the others’ median; episodes begin at 2 %';
const line = (of: string, rest: string): string => `  ${of}: 240 min with trades, 0 without, 0 not fetched; ${rest}`;

it('an analysis is its markets, what was left out, its episodes and its digest', () => {
  const rate = { rule: 'usd', median: 1, uncertainty: 0, legs: 0 } as const;
  const text = analysisText(
    answer({
      notes: ['A note.'],
      markets: [
        market('binance'),
        market('kraken', {
          market: 'ATOM/USD',
          rate: { ...rate, venues: [], minutes: { none: 0, usd: 240, legs: 0, thin: 0, parity: 0 } },
        }),
      ],
      episodes: [
        episode(),
        episode({ peak: -0.05, certainty: 'within-rate', uncertaintyAtPeak: null, peersAtPeak: 1, spanMinutes: 1_440 }),
      ],
    }),
  );
  expect(text.split('\n')).toEqual([
    HEAD,
    'A note.',
    'Markets:',
    line('Binance ATOM/USDT (REST klines)', 'median rate: 1 ± 0.04 %, from legs'),
    line('Kraken ATOM/USD (REST klines)', 'rate: quoted in USD'),
    'Episodes, deepest first:',
    '  Binance ATOM/USDT, below, from 2025-10-10T21:12Z for 48 min: −99.97 % (± 0.04 %) at 2025-10-10T21:20Z, beyond the rate’s uncertainty (0.001 USD, reference 3.1 USD, 7 peers)',
    'Within the rate’s uncertainty:',
    '  Binance ATOM/USDT, below, from 2025-10-10T21:12Z for 1,440 min: −5.00 % (the rates’ uncertainty is unknown) at 2025-10-10T21:20Z, within the rate’s uncertainty (0.001 USD, reference 3.1 USD, 1 peer)',
    DIGEST,
    '',
  ]);
});

it('without an episode it says so; of simulated prices that comes first', () => {
  const lines = analysisText(answer({ simulated: true })).split('\n');
  expect([lines[0], lines.slice(-3)]).toEqual([
    'SIMULATED prices. No exchange published them.',
    ['No episodes.', DIGEST, ''],
  ]);
});

it('beside its counter of percent stands what is analyzed', () => {
  expect(analysing('ATOM')).toBe('analyzing ATOM');
});
