import type { ComparedMarketAnswer, ComparisonAnswer, SpreadAnswer, SpreadAt } from '../../../api/comparison';
import type { Samples } from './type';

const market = (venue: string, over: Partial<ComparedMarketAnswer> = {}): ComparedMarketAnswer => ({
  venue,
  market: 'ATOM/USDT',
  kind: 'spot',
  isDisplay: false,
  source: 'rest',
  priced: 60,
  rate: null,
  ...over,
});
const at = (minute: string, a: number, b: number): SpreadAt => ({
  minute: `2025-10-10T${minute}Z`,
  ratio: a / b - 1,
  a,
  b,
});
const NEVER = { below: null, above: null };
const spread = (over: Partial<SpreadAnswer> = {}): SpreadAnswer => ({
  place: 1,
  compared: 60,
  missing: 0,
  median: 0.001,
  low: NEVER,
  high: NEVER,
  close: NEVER,
  ...over,
});
const answer = (spreads: readonly SpreadAnswer[], over: Partial<ComparisonAnswer> = {}): ComparisonAnswer => ({
  simulated: false,
  from: '2025-10-10T21:00Z',
  to: '2025-10-10T22:00Z',
  currency: 'USDT',
  isConverted: false,
  markets: [market('binance'), market('okx', { kind: 'perp' })],
  spreads,
  ...over,
});
const BELOW = { below: at('21:21', 0.001, 1.25), above: null };
const ABOVE = { below: null, above: at('21:25', 3, 2) };
const THREE = [market('binance'), market('okx', { kind: 'perp' }), market('kraken', { market: 'ATOM/USD' })];

export const compare: Samples<'compare'> = {
  comparedName: [
    [market('okx', { kind: 'perp' })],
    [market('okx', { kind: 'mark' })],
    [market('binance', { isDisplay: true })],
  ],
  comparedShort: [[answer([]), 1]],
  'compareForm.tryThis': [[market('binance'), market('okx', { kind: 'perp' })]],
  'compareWords.nothingStored': [[''], [market('okx', { kind: 'perp' })]],
  'spreadChartWords.description': [['ATOM 1.6.']],
  comparisonSentence: [
    [answer([spread({ compared: 0, missing: 60, median: null })])],
    [answer([spread()])],
    [answer([spread({ close: { below: at('21:20', 1.5, 2), above: at('21:30', 1.1, 1) }, low: BELOW })])],
    [answer([spread({ close: ABOVE, low: { below: at('21:20', 1, 2), above: null } })])],
    [answer([spread({ close: BELOW })])],
    [answer([spread({ low: ABOVE })])],
    [
      answer([spread({ close: BELOW, low: ABOVE })], {
        currency: 'USD',
        isConverted: true,
        markets: [market('binance', { isDisplay: true }), market('kraken', { market: 'ATOM/USD' })],
      }),
    ],
    [answer([spread({ close: { below: at('21:20', 1.99999, 2), above: null } })])],
  ],
  furthestOf: [[NEVER]],
  pricesOf: [[answer([]), at('21:20', 1.182, 1.864)]],
  comparedIn: [
    [answer([])],
    [answer([], { markets: THREE })],
    [answer([], { currency: 'USD', isConverted: true, markets: THREE })],
  ],
  'comparedTable.rate': [['USD']],
};
