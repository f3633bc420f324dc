import { leg, spot } from './made';
import type { Samples } from './type';
import type { TimeframeCheck } from '../../../api/revisions';

const PERP = { venue: 'binancecoinm', market: 'ATOM/USD', kind: 'perp' } as const;
const SPOT = { venue: 'okx', market: 'ATOM/USDT', kind: 'spot' } as const;
const MARK = { venue: 'bybit', market: 'ATOM/USDT', kind: 'mark' } as const;

export const kinds: Samples<'kinds'> = { kindWords: [['spot'], ['perp'], ['mark'], ['index']] };

export const sides: Samples<'sides'> = { sideWords: [['below'], ['above']] };

export const market: Samples<'market'> = {
  pairWords: [[SPOT], [PERP], [MARK]],
  marketName: [[SPOT], [PERP], [MARK]],
  marketLabel: [[SPOT], [PERP], [MARK]],
  venueAndKind: [[SPOT], [PERP], [{ ...PERP, kind: 'index' }]],
  marketText: [[spot('binance', 'ATOM', 'USDT')], [{ ...spot('binance', 'ATOM', 'USDT'), kind: 'perp' }]],
  pairText: [[spot('binance', 'ATOM', 'USDT')], [{ ...spot('binance', 'ATOM', 'USDT'), kind: 'perp' }]],
};

export const sources: Samples<'sources'> = {
  roadWords: [['rest'], ['archive'], ['trades'], ['file'], ['ui']],
  sourceWords: [['rest'], ['archive'], ['simulated'], ['simulated-trades']],
};

export const missing: Samples<'missing'> = {
  missingWords: [['not-fetched'], ['no-trade'], ['too-few-peers'], ['no-rate'], ['left-out'], ['moved'], ['set-aside']],
  reasonsWithMarkets: [
    [
      [
        ['HTTP 451', 'Gate'],
        ['HTTP 451', 'OKX'],
        ['HTTP 429', 'Bybit'],
      ],
    ],
  ],
};

export const rates: Samples<'rates'> = {
  ruleWords: [['usd'], ['legs'], ['thin'], ['parity'], ['none']],
  ruleHint: [['usd'], ['legs'], ['thin'], ['parity'], ['none']],
  rateWords: [
    [{ rule: 'legs', value: 0.8939, uncertainty: 0.0461 }],
    [{ rule: 'thin', value: 1.16, uncertainty: null }],
    [{ rule: 'usd', value: 1, uncertainty: 0 }],
    [{ rule: 'none', value: null, uncertainty: null }],
  ],
  legsCounted: [
    [[]],
    [[leg('kraken', null)]],
    [[leg('binance', 'BTC'), leg('binance', 'ETH'), leg('kraken', null), leg('gate', 'BTC', true)]],
  ],
  legsNamed: [[[leg('binance', 'BTC'), leg('binance', 'ETH'), leg('kraken', null), leg('gate', 'BTC', true)]]],
};

export const leftOut: Samples<'leftOut'> = {
  whyWords: [['alias'], ['suspected alias'], ['suspected namesake'], [undefined]],
  leftOutWords: [
    [{ why: 'alias', aliasOf: 'BTC/USD', factor: null }],
    [{ why: 'alias', aliasOf: null, factor: null }],
    [{ why: 'suspected alias', aliasOf: 'NEIRO/USDT', factor: null }],
    [{ why: 'suspected namesake', aliasOf: null, factor: 0.034 }],
    [{ why: 'suspected namesake', aliasOf: null, factor: null }],
  ],
  onDays: [
    [1, '2025-10-10', '2025-10-10'],
    [2, '2025-10-10', '2025-10-12'],
  ],
};

const check = (change: Partial<TimeframeCheck>): TimeframeCheck => ({
  asset: 'ATOM',
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  timeframe: '1h',
  compared: 1_240,
  agreeing: 1_239,
  disagreeing: 1,
  unanswered: 12,
  ...change,
});

export const timeframes: Samples<'timeframes'> = {
  timeframeSums: [
    [[]],
    [[check({}), check({ timeframe: '1d', compared: 2, agreeing: 1, disagreeing: 1, unanswered: 0 })]],
  ],
  longerName: [['15m'], ['1d']],
};
