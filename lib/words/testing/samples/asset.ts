import type { Samples } from './type';

const [FROM, TO] = ['2025-10-10T20:00Z', '2025-10-11T00:00Z'];

export const assetControls: Samples<'assetControls'> = {
  'windowBar.around': [['2025-10-10T21:20Z']],
  'controls.minPeers': [[true], [false]],
  blocChoice: [['all'], ['USDT']],
  peersChoice: [[2], [3], [5]],
  highlightVenue: [['cryptocom']],
  drawAsLine: [['cryptocom']],
  'marketChoices.kind': [['spot'], ['perp'], ['mark'], ['index']],
  'marketChoices.label': [
    ['okx', 'spot'],
    ['okx', 'perp'],
    ['binanceusdm', 'mark'],
    ['binanceusdm', 'index'],
  ],
  offerWords: [[true], [false]],
};

export const assetPage: Samples<'assetPage'> = {
  'headline.waiting': [['ATOM']],
  'headline.window': [['ATOM', FROM, TO, 240]],
  'zoomLine.hint': [[true], [false]],
  'zoomLine.zoomed': [
    [FROM, TO, 240],
    ['2025-10-10T21:20Z', '2025-10-10T22:25Z', 65],
  ],
  'zoomLine.open': [[true], [false]],
  'analysisTabs.episodes': [[14]],
  'provenance.version': [[2]],
  'falls.lead': [['−24.10 %'], [undefined]],
  'falls.points': [['−75.87 %']],
  'marketsTable.legsOf': [
    [5, ['coinbase', 'kraken', 'okx']],
    [2.5, ['kraken']],
    [null, ['kraken']],
  ],
  'marketsTable.book': [['ATOM/USDC', TO]],
};

export const candleFields: Samples<'candleFields'> = {
  fieldWords: [['open'], ['high'], ['low'], ['close'], ['baseVolume'], ['quoteVolume'], ['trades']],
};

export const windowFields: Samples<'windowFields'> = { atMostDays: [[31]] };

export const zones: Samples<'zones'> = {
  zonedHead: [
    ['X, UTC', 'new-york'],
    ['X, UTC', 'local'],
    ['X, UTC', 'utc+9'],
  ],
  alsoHere: [[{ day: '2025-10-11', clock: '06:20', name: 'UTC+9' }]],
};
