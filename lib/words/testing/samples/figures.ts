import type { Samples } from './type';

export const numbers: Samples<'numbers'> = {
  amount: [[98_726.74]],
  axisPrice: [[0.00001235]],
  clock: [['2025-10-10T21:20Z']],
  count: [[10_080]],
  dayPart: [['2025-10-10T21:20Z']],
  distance: [[-0.99968], [-0.00001]],
  factorWords: [[0.034], [1_000]],
  finePercent: [[-0.99968], [0.000012], [0.0000001]],
  formatDuration: [[0], [5], [60], [65], [3_065], [1_440]],
  formatLevel: [[-0.5], [0.02]],
  formatPrice: [[121_758.75]],
  formatRatio: [[-0.99968], [12.345]],
  formatShare: [[1 / 3]],
  formatUtc: [[Date.UTC(2025, 9, 10, 21, 20)]],
  labelPrice: [[0.00100116], [4_138.47]],
  plusMinus: [[0], [0.0461], [0.0000001]],
  pricesAlike: [[[1.6, 0.001, null]]],
  rawPrice: [[0.0010011612]],
  signedPercent: [[-0.99968], [0.05]],
  unbroken: [['99.97 % UTC']],
  utc: [['2025-10-10T21:20Z']],
};

export const spelled: Samples<'spelled'> = {
  spelled: [[0], [3], [11]],
  listed: [[[]], [['Binance']], [['Binance', 'OKX', 'Kraken']]],
  anyOf: [[['Binance']], [['Binance', 'OKX', 'Kraken']]],
};

export const counts: Samples<'counts'> = {
  characterCount: [[1], [1_234]],
  minuteCount: [[1], [10_080]],
  assetCount: [[1], [9]],
  venueCount: [[1], [14]],
  marketCount: [[1], [14]],
  candleCount: [[0], [1], [1_234]],
  episodeCount: [[1], [9]],
  rowCount: [[1], [9]],
  dayCount: [[1], [8]],
  bookCount: [[1], [14]],
};

export const cells: Samples<'cells'> = {
  recoveryWords: [[null], [0], [65]],
  strengthWords: [['strong'], ['fair'], ['weak']],
};

export const venues: Samples<'venues'> = {
  venueName: [['binance'], ['binancecoinm'], ['cryptocom'], ['exchange9']],
  venueList: [[['binance', 'okx', 'kraken']], [[]]],
};
