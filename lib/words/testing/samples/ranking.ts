import { RANKS, SCAN_REFERENCES } from '../../../domain/scan';
import { MARK_FIELDS, READINGS } from '../../../domain/marks/marks';
import { SIDES } from '../../../domain/episode';
import type { Samples } from './type';

const [FROM, TO] = ['2025-10-10T20:00Z', '2025-10-11T00:00Z'];
const ATOM = { name: 'ATOM', peak: -0.9994, peakMinute: '2025-10-10T21:20Z' };

export const lows: Samples<'lows'> = {
  'venueLows.lead': [[{ gap: 0.1, leastVenues: 4 }]],
  'venueLows.wide': [[0.1]],
  'venueLows.lowestWide': [[0.1]],
  'venueLows.highestWide': [[0.1]],
  nobodyOutermost: [[true], [false]],
  lowsFinding: [
    [
      [
        {
          venue: 'kraken',
          ranked: 12,
          lowest: { assets: 9, share: 0.75, wide: 2 },
          highest: { assets: 1, share: 0.1, wide: 0 },
        },
      ],
    ],
    [[]],
  ],
  gapUncertainty: [[0.046], [0], [null]],
  unrankedVenue: [
    [{ venue: 'kraken', why: 'not-fetched', minutes: 1_234 }],
    [{ venue: 'bitfinex', why: 'set-aside', minutes: 1 }],
    [{ venue: 'mexc', why: 'left-out', minutes: 1_440 }],
    [{ venue: 'upbit', why: 'no-price', minutes: 0 }],
  ],
  lowsNotes: [
    [{ assets: 0, unranked: 0, leastVenues: 4 }],
    [{ assets: 38, unranked: 0, leastVenues: 4 }],
    [{ assets: 1, unranked: 1, leastVenues: 4 }],
    [{ assets: 38, unranked: 5, leastVenues: 4 }],
  ],
};

export const collateralPage: Samples<'collateralPage'> = {
  readingWords: READINGS.map((reading) => [reading]),
  collateralFinding: [
    [{ name: 'WBETH', venue: 'binance', own: 430.65, other: { reading: 'index', price: 3_369.33 } }],
    [{ name: 'USDe', venue: 'binance', own: 0.65, other: null }],
    [{ name: 'BNSOL', venue: 'gate', own: null, other: null }],
  ],
  fieldWords: MARK_FIELDS.map((field) => [field]),
  ratioChoiceWords: [
    [{ kind: 'own', ratio: 1.0797, minutes: 1_356 }],
    [{ kind: 'others', ratio: null, minutes: 12 }],
    [{ kind: 'given', ratio: null, minutes: 0 }],
  ],
  madeOf: [
    [{ underlying: 'ETH', composition: { ownWeight: 0.2, publisher: 'Binance', published: '2025-10-06' } }],
    [{ underlying: null, composition: null }],
  ],
  noMark: [['too-few-peers']],
  holeCounts: [
    [
      [
        ['too-few-peers', 1_200],
        ['no-ratio', 1],
      ],
    ],
  ],
  levelWords: [[3_150]],
  notCrossed: [[0], [238]],
  unknownBefore: [[1], [12]],
  markHoleWords: [['no-ratio'], ['no-trade']],
  'marksChart.description': [['WBETH', 'binance']],
  'marksChart.axis': [['log'], [967.2], [0]],
};

export const scanNotes: Samples<'scanNotes'> = {
  'scanNotes.notStored': [[['gate']], [['binance', 'okx']]],
  'scanNotes.nothingSearched': SCAN_REFERENCES.map((reference) => [reference]),
};

export const scanPage: Samples<'scanPage'> = {
  rankWords: RANKS.map((rank) => [rank]),
  scanReferenceWords: SCAN_REFERENCES.map((reference) => [reference]),
  onlySide: SIDES.map((side) => [side]),
  orMore: [[3]],
  'rankedHeads.reference': SCAN_REFERENCES.map((reference) => [reference]),
  scanFound: [
    [{ found: 1, assets: 1, shown: 1 }],
    [{ found: 0, assets: 9, shown: 0 }],
    [{ found: 1_234, assets: 9, shown: 200 }],
  ],
  'scanWithin.lead': [[1], [1_234]],
};

export const scorecards: Samples<'scorecards'> = {
  'scorecards.lead': [[FROM, TO]],
  'scorecards.tooLong': [[7]],
  'scorecards.windowTooLong': [[8, 7]],
  'scorecardHeads.beyond': [[0.25]],
  'orderOfEvents.strayed': [[0.05]],
  'orderOfEvents.fell': [[0.1]],
};

export const leaguePage: Samples<'leaguePage'> = {
  'leagueHead.lastBegan': [['2025-10-10']],
  leagueFinding: [
    [{ day: '2025-10-10', assets: 20, episodes: 1_041, venues: 16 }],
    [{ day: '2025-10-10', assets: 20, episodes: 1, venues: 1 }],
    [{ day: '2025-10-10', assets: 20, episodes: 0, venues: 0 }],
    [{ day: '2025-10-12', assets: 0, episodes: 0, venues: 0 }],
  ],
};

export const venuePage: Samples<'venuePage'> = {
  venueFinding: [
    [{ venue: 'binance', assets: 20, episodes: 1_041, strayed: 9, deepest: ATOM }],
    [{ venue: 'binanceus', assets: 20, episodes: 1, strayed: 1, deepest: ATOM }],
    [{ venue: 'okx', assets: 1, episodes: 0, strayed: 0, deepest: undefined }],
    [{ venue: 'okx', assets: 0, episodes: 0, strayed: 0, deepest: undefined }],
  ],
  'venueHead.title': [['binance']],
  'venueHead.lead': [[FROM, TO]],
  'venueScores.minutes': [[1_234]],
  'venueScores.without': [[['okx']], [['binance', 'okx', 'mexc']]],
  'venueHeads.strayedOf': [[3, 1_200]],
  'venueHeads.peaks': [[0.25]],
  'venueEpisodes.title': [['mexc']],
  'venueEpisodes.lead': [
    [20, 1_041],
    [3, 3],
  ],
};
