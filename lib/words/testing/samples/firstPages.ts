import type { FrontFacts } from '../../en/front';
import { episode } from './made';
import type { Samples } from './type';

const facts = (change: Partial<FrontFacts> = {}, of: Parameters<typeof episode>[0] = {}): FrontFacts => ({
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  reference: 'others',
  deepest: episode({ peakPrice: 0.00100116, spanMinutes: 7, ...of }),
  fall: { market: -0.241, venue: -0.9997 },
  ...change,
});
const OKX = { side: 'above', peak: 0.25, peakPrice: 5, venue: 'okx', peakMinute: '2024-02-01T00:05Z' } as const;
const WBETH = { asset: 'WBETH', name: 'WBETH', reference: 'wrapped' } as const;

export const front: Samples<'front'> = {
  dateWords: [['2025-10-10T21:20Z'], ['2026-12-31T00:00Z'], ['2026-01-09T00:00Z']],
  heroSentence: [
    [facts()],
    [facts({}, { ...OKX, certainty: 'weak' })],
    [facts(WBETH, { ...OKX, certainty: 'within-rate' })],
  ],
  heroLead: [
    [facts()],
    [facts({ fall: { market: null, venue: -0.5 } }, { uncertaintyAtPeak: 0 })],
    [facts({ fall: { market: 0.1, venue: -0.5 } }, { uncertaintyAtPeak: null, spanMinutes: 61 })],
  ],
  multipleSentence: [
    [facts()],
    [facts(WBETH, { peak: -0.8842, peakMinute: '2025-10-10T21:43Z' })],
    [facts({}, { ...OKX, certainty: 'weak' })],
  ],
  'heroWords.caption': [
    [facts(), 14, 0],
    [facts(), 14, 3_120],
    [facts({ to: '2025-10-10T23:00Z' }), 0, 'log'],
  ],
  'heroWords.open': [['ATOM']],
  'heroWords.multiple': [[facts()]],
};

export const heatmap: Samples<'heatmap'> = {
  'heatmap.level': [[0], [0.5]],
  'heatmap.cell': [[-0.99968]],
  'heatmap.open': [[{ name: 'ATOM', venue: 'binance', peak: -0.99968, peakMinute: '2025-10-10T21:20Z' }]],
  'deepestList.found': [
    [9, 9],
    [3, 9],
  ],
};

export const episode_: Samples<'episode'> = {
  censoredWords: [['none'], ['start'], ['end'], ['both'], ['gap'], ['start-gap']],
};
export { episode_ as episode };

export const episodesTable: Samples<'episodesTable'> = {
  'episodeHints.beyond': [[0.02]],
  'episodeHints.closedBeyond': [[0.02]],
  'episodesTable.title': [[0.02]],
  'episodesTable.lead': [[0.05, 'USD']],
  'episodesTable.row': [['binance', '2025-10-10T21:20Z']],
  'episodeHeads.price': [['USD']],
  'episodeHeads.reference': [['USD']],
  'episodeHeads.volume': [['USD']],
};
