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

export const frame: Samples<'frame'> = {
  'asOfNotice.title': [['2026-01-31 08:15 UTC']],
  'openingTable.more': [['Binance ATOM/USDT']],
  tableLabel: [['ATOM 1']],
};

export const keys: Samples<'keys'> = { keyLines: [[]] };

export const palette: Samples<'palette'> = {
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
  'pinnedChanges.andMore': [[1], [1_440]],
};

export const problems: Samples<'problems'> = { 'errorWords.causeInternal': [[undefined], ['123']] };

export const site: Samples<'site'> = { stampedTitle: [['ATOM']] };
