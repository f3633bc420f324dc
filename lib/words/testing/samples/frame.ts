import type { Samples } from './type';

export const exchangeQuestion: Samples<'exchangeQuestion'> = {
  'askExchange.copyCommand': [['Binance ATOM/USDT']],
  curlOf: [['https://a.b/c?d=1&e=2']],
  placeInReply: [
    [undefined, false],
    ['data', false],
    ['result.*', true],
    [undefined, true],
  ],
  rowWithoutCandle: [['no-trade'], ['set-aside'], ['not-fetched'], [null]],
  servedWords: [
    ['kraken', '2025-10-11T09:20Z', true],
    ['mexc', '2025-11-09T21:20Z', false],
  ],
  fileHolds: [
    ['candles', undefined],
    ['trades', undefined],
    ['candles', 'XBTUSD_1.csv'],
  ],
  otherRoad: [['REST 1']],
};

const ERRATUM = {
  id: 3,
  recorded: '2026-11-28T09:00Z',
  kind: 'venue-answer',
  asset: 'ATOM',
  from: null,
  to: null,
  venue: 'okx',
  digest: null,
  address: null,
  reason: 'A',
  statement: 'B',
  by: null,
  link: null,
  withdrawn: null,
} as const;

export const errata: Samples<'errata'> = {
  'corrections.venueCame': [['Binance']],
  'corrections.revised': [['OKX', 'FIL', 1_440]],
  'corrections.ofVenue': [[14]],
  'corrections.ofRevisions': [['FIL', '2025-10-10', '2025-10-11']],
  'errataNotice.answer': [['Binance']],
  'errataNotice.recorded': [['2026-11-28T09:00:01.250Z']],
  'errataNotice.withdrawn': [['2026-11-28T09:00Z']],
  erratumNote: [
    ['erratum', '2026-11-28T09:00Z', null],
    ['venue-answer', '2026-11-28T09:00Z', 'binance'],
  ],
  citedErrata: [[['2026-11-28']], [['2026-11-28', '2026-11-27']]],
  erratumHead: [[{ kind: 'erratum', venue: null }], [{ kind: 'venue-answer', venue: 'okx' }]],
  erratumText: [
    [ERRATUM],
    [
      {
        ...ERRATUM,
        by: 'A',
        link: 'https://a.example',
        withdrawn: { recorded: '2026-11-29T09:00Z', reason: 'B', by: null },
      },
    ],
  ],
  erratumScope: [
    [{ asset: 'ATOM', from: '2025-10-10T21:20Z', to: '2025-10-10T21:21Z', venue: 'okx' }],
    [{ asset: null, from: '2025-10-10T21:20Z', to: null, venue: null }],
    [{ asset: null, from: null, to: '2025-10-10T21:20Z', venue: null }],
    [{ asset: null, from: null, to: null, venue: null }],
  ],
};

export const frame: Samples<'frame'> = {
  'asOfNotice.title': [['2026-01-31 08:15 UTC']],
  'openingTable.more': [['Binance ATOM/USDT']],
  tableLabel: [['ATOM 1']],
};

export const keys: Samples<'keys'> = { keyLines: [[]] };

export const palette: Samples<'palette'> = {
  'palette.unreal': [['25:99'], ['2025-02-30']],
  assetTitle: [
    ['ATOM', undefined],
    ['ATOM', 'gate'],
  ],
  minuteTitle: [
    ['ATOM', 'binance', '2025-10-10T21:20Z'],
    ['ATOM', undefined, '2025-10-10T21:20Z'],
  ],
  dayTitle: [
    ['ATOM', undefined, '2025-10-10'],
    ['ATOM', 'okx', '2025-10-10'],
  ],
};

export const permalinks: Samples<'permalinks'> = {
  earlierForm: [[1, 2]],
  brokenPermalink: [
    ['x', { kind: 'not-an-address' }],
    ['x', { kind: 'broken-short-address' }],
    ['x', { kind: 'no-asset' }],
    ['x', { kind: 'two-assets' }],
    ['x', { kind: 'no-window' }],
    ['x', { kind: 'given-twice', name: 'from' }],
  ],
};

export const pinned: Samples<'pinned'> = {
  'pinnedNotice.looked': [[1], [2_000]],
};

export const problems: Samples<'problems'> = { 'errorWords.causeInternal': [[undefined], ['123']] };

export const site: Samples<'site'> = { stampedTitle: [['ATOM']] };
