import type { MinuteFacts } from '../../en/minute';
import { calm, entry, high, low, minuteVenue, reference } from './made';
import type { Samples } from './type';

const facts = (venues: MinuteFacts['venues'], change: Partial<MinuteFacts> = {}): readonly [MinuteFacts] => [
  {
    asset: entry('ATOM'),
    minute: '2025-10-10T21:20Z',
    currency: 'USD',
    reference: reference('others'),
    bloc: 'all',
    enter: 0.02,
    venues,
    blocs: { low: null, high: null },
    leftOut: [],
    isOfSome: false,
    ...change,
  },
];
const BLOCS = { low: { usd: 3.5, usdt: 1.6 }, high: { usd: 3.6, usdt: 1.8 } };
const NAMESAKE = {
  venue: 'gate',
  market: 'ATOM/USDT',
  kind: 'spot',
  source: 'rest',
  why: 'suspected namesake',
  aliasOf: null,
  factor: 0.03,
  days: ['2025-10-10'],
} as const;
const leftOut = [{ ...NAMESAKE, days: [...NAMESAKE.days] }];
/** Lows and highs that lie within their reference. */
const within = { dLow: 0.01, dHigh: -0.01 };

export const minute: Samples<'minute'> = {
  minuteSentence: [
    facts([calm('okx'), low('binance')]),
    facts([high('okx', { peers: 3 })], { blocs: BLOCS }),
    facts([high('okx', { outside: 0, uncertainty: 0.0461 })], { bloc: 'USD' }),
    facts([high('okx', { uncertainty: null })], { reference: reference('all') }),
    facts([low('okx', { uncertainty: 0.01, weak: true })], { reference: reference('vwm'), blocs: BLOCS }),
    facts([low('binance', { market: 'WBETH/USDT' })], { asset: entry('WBETH'), reference: reference('wrapped') }),
    facts([low('binance')], { asset: entry('USDE'), reference: reference('peg') }),
    facts([low('binance', { kind: 'perp' })], { reference: reference('venue:coinbase'), currency: 'USDT' }),
    facts([low('binance', { kind: 'mark' })]),
    facts([calm('okx'), calm('binance')]),
    ...(['others', 'all', 'vwm', 'peg', 'venue:coinbase'] as const).map((written) =>
      facts([calm('okx', within), calm('kraken', within)], { reference: reference(written) }),
    ),
    facts([calm('okx', within)], { asset: entry('WBETH'), reference: reference('wrapped'), blocs: BLOCS }),
    facts(
      [
        minuteVenue('okx', { missing: 'no-trade' }),
        minuteVenue('upbit', { missing: 'no-rate' }),
        minuteVenue('binance', { missing: 'moved' }),
        minuteVenue('gate', { missing: 'left-out' }),
        minuteVenue('kraken', { missing: 'too-few-peers' }),
        minuteVenue('htx', { missing: 'set-aside' }),
      ],
      { leftOut: [...leftOut, { ...NAMESAKE, venue: 'mexc', why: 'alias', days: [...NAMESAKE.days] }] },
    ),
    facts([minuteVenue('binance', { missing: 'too-few-peers' })], { reference: reference('venue:binance') }),
    facts([], { blocs: { ...BLOCS, low: null } }),
  ],
};

const FINDING = {
  name: 'ATOM',
  sentence: 'ATOM 99.94 %.',
  method: 2,
  digest: 'sha256:ab',
  simulated: false,
};

export const minutePage: Samples<'minutePage'> = {
  'minuteHead.when': [['2025-10-10T21:20Z']],
  'minuteHead.step': [
    ['before', '21:19'],
    ['after', '2025-10-11 00:05'],
  ],
  'minuteHead.deeperStep': [
    ['before', '21:19'],
    ['after', '2025-10-11 00:05'],
  ],
  'minuteDeviations.title': [['USD']],
  'minuteCandles.heads.rate': [['USD']],
  'minuteHead.citedAs': [['Markdown'], ['BibTeX']],
  citation: [
    [FINDING, 'https://a.example/ATOM'],
    [{ ...FINDING, simulated: true }, 'https://a.example/ATOM'],
  ],
  'otherAssets.none': [[0], [1], [12]],
};

export const unusual: Samples<'unusual'> = {
  noBaselineWords: [['no-episode'], ['less-than-a-day-measured']],
  unusualWords: [[{ z: -3_023.24, rank: 1, of: 10_080 }], [{ z: 12.345, rank: 4, of: 1_440 }]],
};
