import { expect, it } from 'vitest';
import type { RevisionsAnswer, SourceCandle, SourcePair } from '../../../api/revisions';
import { revisionsText } from './revisions';

const NAMES = { asset: 'ATOM', venue: 'okx', market: 'ATOM/USDT', kind: 'spot', source: 'archive' } as const;
const bar = (low: number, high: number, close: number): SourceCandle => ({
  open: close,
  high,
  low,
  close,
  baseVolume: 1,
  quoteVolume: null,
  trades: null,
});
const PAIR: SourcePair = {
  ...NAMES,
  other: 'file',
  compared: 240,
  alike: 238,
  differing: 2,
  priceDiffers: 1,
  onlySourceTraded: 0,
  onlyOtherTraded: 0,
  volumeDiffers: 1,
  onlySource: 5,
  onlyOther: 0,
};
const NOTHING: RevisionsAnswer = {
  method: 2,
  simulated: false,
  asset: 'ATOM',
  limit: 100,
  asOf: null,
  range: null,
  compared: [],
  notes: ['A note.'],
  pairs: [],
  differing: 0,
  differences: [],
  timeframes: [],
  disagreeing: 0,
  disagreements: [],
  revised: 0,
  revisions: [],
  quarantined: 0,
  quarantine: [],
};
const linesOf = (change: Partial<RevisionsAnswer>): readonly string[] =>
  revisionsText({ ...NOTHING, ...change }).split('\n');

it('says of each list that there is nothing in it', () => {
  expect(linesOf({ asOf: '2026-01-31T08:15Z' })).toEqual([
    'As known at 2026-01-31T08:15Z.',
    'A note.',
    '',
    'Sources: none to compare.',
    'Minutes where sources differ: none.',
    'Longer candles: none stored.',
    'Revised minutes: none.',
    'Rows in quarantine: none.',
    '',
  ]);
});

it.each<readonly [string, Partial<RevisionsAnswer>, readonly string[]]>([
  [
    'sources that differ',
    { pairs: [PAIR, { ...PAIR, alike: 239, differing: 1, priceDiffers: 0, onlySource: 0, onlyOther: 3 }] },
    [
      'Sources of one market compared, in minutes:',
      '  OKX ATOM/USDT, official archive and imported file: 240 compared, 238 identical, 2 differ (1 in price, 1 in volume only), 5 answered only by the official archive',
      '  OKX ATOM/USDT, official archive and imported file: 240 compared, 239 identical, 1 differs (1 in volume only), 3 answered only by the imported file',
    ],
  ],
  [
    'a minute in which they do, one of 1,234',
    {
      differing: 1_234,
      differences: [
        {
          ...NAMES,
          other: 'file',
          minute: '2025-10-10T21:20Z',
          said: bar(50, 100, 100),
          otherSaid: null,
          fields: ['low'],
          low: null,
          high: null,
          price: null,
          volume: null,
        },
      ],
    },
    [
      'Minutes where sources differ, largest first (1 of 1,234):',
      '  2025-10-10T21:20Z OKX ATOM/USDT: official archive 50 to 100, close 100; imported file no trade; only one has a candle',
    ],
  ],
  [
    'a longer candle that its minutes do not make, and one of an earlier answer',
    {
      timeframes: [{ ...NAMES, timeframe: '1h', compared: 2, agreeing: 1, disagreeing: 1, unanswered: 0 }],
      disagreeing: 1,
      disagreements: [
        {
          ...NAMES,
          timeframe: '1h',
          from: '2025-10-10T21:00Z',
          to: '2025-10-10T22:00Z',
          folded: bar(50, 100, 100),
          said: bar(75, 100, 100),
          seen: '2026-01-01T00:00Z',
          stands: false,
          fields: ['low'],
          low: 0.5,
          high: 0,
          price: 0.5,
          volume: 0,
        },
      ],
    },
    [
      'Longer candles compared with their minutes:',
      '  1h: 2 compared, 1 agrees, 1 disagrees',
      'Longer candles that differ from their minutes, largest first (1):',
      '  2025-10-10T21:00Z OKX ATOM/USDT (official archive): minutes 50 to 100, close 100; 1h candle 75 to 100, close 100, seen 2026-01-01T00:00Z (an earlier answer); price +50.00 % (low +50.00 %, high identical)',
    ],
  ],
  [
    'a revised minute whose volume alone changed',
    {
      revised: 1,
      revisions: [
        {
          ...NAMES,
          minute: '2025-10-10T21:20Z',
          before: bar(50, 100, 100),
          after: bar(50, 100, 100),
          firstSeen: '2026-01-01T00:00Z',
          seenAgain: '2026-01-02T00:00Z',
          fields: ['baseVolume'],
          low: 0,
          high: 0,
          price: 0,
          volume: 0.25,
        },
      ],
    },
    [
      'Revised minutes, largest first (1):',
      '  2025-10-10T21:20Z OKX ATOM/USDT (official archive): 50 to 100, close 100, first seen 2026-01-01T00:00Z; 50 to 100, close 100, seen 2026-01-02T00:00Z; volume +25.00 %',
    ],
  ],
  [
    'rows in quarantine, on one line each',
    {
      quarantined: 1,
      quarantine: [
        { ...NAMES, minute: null, reason: 'low 0 is not above 0', raw: '[1,\n "0"]', seen: '2026-01-01T00:00Z' },
      ],
    },
    [
      'Rows in quarantine, newest first (1):',
      '  no readable time OKX ATOM/USDT (official archive): low 0 is not above 0; [1, "0"]',
    ],
  ],
])('%s', (_, change, expected) => {
  expect(linesOf(change)).toEqual(expect.arrayContaining([...expected]));
});
