import type { ContagionAnswer, ContagionBook, FallAnswer, OwnShareAnswer } from '../../../api/contagion';
import type { LeftOutMarket } from '../../../api/leftOut';
import type { Samples } from './type';

const AT = (clock: string): string => `2025-10-10T${clock}Z`;
const fell = (seen: string, behind: number, over: Partial<FallAnswer> = {}): FallAnswer => ({
  state: 'fell',
  seen: AT(seen),
  earliest: AT(seen),
  low: 3,
  ratio: -0.25,
  behindLeast: behind,
  behindMost: behind,
  ...over,
});
const book = (venue: string, fall: FallAnswer, over: Partial<ContagionBook> = {}): ContagionBook => ({
  venue,
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  level: 4,
  closes: 60,
  lowest: null,
  silent: 0,
  unknown: 0,
  falls: [fall],
  ...over,
});
const FIRST = book('binance', fell('21:20', 0));
const PERP = book('okx', fell('21:20', 0), { kind: 'perp' });
const LATER = book('kraken', fell('21:23', 3));
const answer = (
  books: readonly ContagionBook[],
  order: Partial<ContagionAnswer['orders'][number]> = {},
): ContagionAnswer => ({
  method: 2,
  simulated: false,
  asset: 'ATOM',
  name: 'ATOM',
  from: AT('21:00'),
  to: AT('22:00'),
  asOf: null,
  levelMinutes: 60,
  leastCloses: 30,
  levels: [0.1],
  books: [...books],
  orders: [{ level: 0.1, first: AT('21:20'), firsts: [0], maybe: [], ...order }],
  leftOut: [],
  ownShares: [],
});

const leftOut = (venue: string, over: Partial<LeftOutMarket>): LeftOutMarket => ({
  venue,
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  why: 'alias',
  aliasOf: null,
  factor: null,
  days: ['2025-10-10'],
  ...over,
});

const own: OwnShareAnswer = {
  venue: 'binance',
  weight: 0.2,
  publisher: 'Binance',
  published: '2025-10-06',
  at: {
    minute: AT('21:43'),
    spot: { venue: 'binance', market: 'WBETH/USDT', close: 500, move: -0.875 },
    index: null,
    part: -0.175,
    share: null,
  },
};
const withIndex = (move: number, share: number | null): OwnShareAnswer => ({
  ...own,
  at:
    own.at === null
      ? null
      : { ...own.at, index: { venue: 'binanceusdm', market: 'WBETH/USDT', close: 3_000, move }, share },
});

export const contagion: Samples<'contagion'> = {
  contagionLead: [[60]],
  contagionFinding: [
    [answer([FIRST]), 0],
    [answer([FIRST, LATER]), 0],
    [answer([FIRST, PERP, LATER], { firsts: [0, 1] }), 0],
    [answer([FIRST, PERP, { ...PERP, kind: 'mark' }, LATER], { firsts: [0, 1, 2], maybe: [3] }), 0],
    [answer([FIRST, LATER, { ...LATER, kind: 'mark' }], { maybe: [2] }), 0],
    [answer([FIRST], { first: null, firsts: [] }), 0],
    [answer([{ ...FIRST, level: null }], { first: null, firsts: [] }), 0],
  ],
  'contagionChart.description': [['ATOM 1.6.']],
  fallHead: [[0.05]],
  levelMissing: [[12, 30]],
  betweenWords: [[AT('21:18'), AT('21:22')]],
  behindWords: [
    [3, 3],
    [1, 95],
    [-2, 0],
  ],
  leftOutLine: [
    [leftOut('coinbase', { market: 'ATOM/USDC', why: 'alias', aliasOf: 'ATOM/USD' })],
    [leftOut('gate', { why: 'suspected alias', aliasOf: 'ATOM/USDC', days: ['2025-10-10', '2025-10-11'] })],
    [leftOut('okx', { kind: 'perp', why: 'suspected namesake', factor: 0.034 })],
  ],
  onlySpot: [['ATOM']],
  ownShareNone: [['ATOM']],
  ownShareSentences: [
    [own],
    [{ ...own, at: null }],
    [{ ...own, at: own.at === null ? null : { ...own.at, part: 0.01, spot: { ...own.at.spot, move: 0.05 } } }],
    [withIndex(-0.2, 0.875)],
    [withIndex(0.01, null)],
  ],
};

export const workedExample: Samples<'workedExample'> = {
  'workedExample.lead': [
    [
      [
        { asset: 'DOGE', loss: 443_835 },
        { asset: 'XRP', loss: 148_000 },
      ],
    ],
  ],
};
