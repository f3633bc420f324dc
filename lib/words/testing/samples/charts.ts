import { answer, entry, episode, market, reference, series, withinRate } from './made';
import type { Samples } from './type';

const CHART = {
  simulated: true,
  currency: 'USD',
  reference: 'Coinbase',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  resolutionMinutes: 1,
  series: ['Binance', 'OKX'],
  deepest: { series: 'Binance', minute: '2025-10-10T21:20Z', price: 0.001, peak: -0.99968, certainty: 'weak' },
} as const;

export const chart: Samples<'chart'> = {
  extremesWords: [[5], [1_440]],
  'chartCaptions.price': [
    ['USD', 'log'],
    ['USD', 0],
    ['USD', 2.9137],
  ],
  'chartCaptions.priceAside': [
    [15, 1],
    [1, 5],
    [0, 1],
  ],
  'chartCaptions.deviation': [['Coinbase']],
  'chartCaptions.deviationAside': [[true], [false]],
  'chartCaptions.strip': [[1], [65]],
  'chartCaptions.stripAside': [[true], [false]],
  'chartNames.others': [[1], [15]],
  'chartNames.bloc': [['USDT']],
  'chartNames.reference': [
    [reference('others')],
    [reference('vwm')],
    [reference('all')],
    [reference('wrapped')],
    [reference('peg')],
    [reference('venue:okx')],
  ],
  'referenceLegend.ofEach': [['Coinbase', 'Binance']],
  'referenceLegend.second': [['Coinbase']],
  'referenceLegend.ofAll': [['Coinbase']],
  'tooltipHeads.minute': [['USD', 'Coinbase']],
  'tooltipHeads.bucket': [['USD']],
  'tooltipWords.minute': [['2025-10-10 21:20', 'UTC']],
  'tooltipWords.bucket': [['2025-10-10 21:00', 'UTC', 30]],
  'tooltipWords.simulated': [['2025-10-10 21:20 UTC']],
  'tooltipWords.uncertainty': [
    [0.0004, false],
    [0.13, true],
    [NaN, true],
  ],
  'tooltipWords.rate': [['0.8939 ± 4.61 %', 'USDT']],
  'tooltipWords.median': [[16]],
  'tooltipWords.more': [
    [11, 0],
    [11, 2],
    [11, 11],
  ],
  'peakLabel.price': [['Binance', 0.00100116]],
  'peakLabel.reference': [['Coinbase', 121_758.75]],
  'peakLabel.ratio': [
    [-0.99968, 1, { certainty: 'certain', uncertaintyAtPeak: 0.0004 }],
    [-0.99968, 65, { certainty: 'weak', uncertaintyAtPeak: 0.13 }],
    [0.04147, 65, { certainty: 'within-rate', uncertaintyAtPeak: 0.0461 }],
    [0.04147, 65, { certainty: 'within-rate', uncertaintyAtPeak: null }],
  ],
  chartDescription: [
    [CHART],
    [{ ...CHART, simulated: false, resolutionMinutes: 5, series: [], deepest: undefined }],
    [{ ...CHART, deepest: { ...CHART.deepest, certainty: 'within-rate' } }],
  ],
};

const deep = (change: Parameters<typeof episode>[0]) => [episode({ uncertaintyAtPeak: 0, ...change })];

const DEEPEST_CALLS: Samples<'deepest'>['deepestSentence'] = [
  [answer({ episodes: deep({}) })],
  [answer({ episodes: deep({ uncertaintyAtPeak: 0.13, certainty: 'weak' }), from: '2025-10-01T00:00Z' })],
  [answer({ episodes: deep({ uncertaintyAtPeak: null, certainty: 'weak' }), market: { fall: null } })],
  [answer({ episodes: deep({ side: 'above', peak: 0.73, blocs: { usd: 3.594, usdt: 1.6 } }), bloc: 'USD' })],
  [answer({ episodes: deep({ peak: -0.25, blocs: { usd: 3.594, usdt: 1.6 } }), reference: 'venue:coinbase' })],
  [answer({ asset: 'WBETH', reference: 'wrapped', episodes: deep({}) }), entry('WBETH')],
  [answer({ asset: 'USDE', reference: 'peg', episodes: deep({}) })],
  ...(['perp', 'mark', 'index'] as const).map((kind) => [answer({ episodes: deep({ kind }), falls: [] })] as const),
  [answer()],
  [answer({ episodes: [withinRate] })],
  [answer({ episodes: [withinRate], from: '2025-10-01T00:00Z', reference: 'all' })],
  [answer({ series: [series('okx', ['too-few-peers']), series('gate', ['no-trade'])] })],
  [answer({ series: [] })],
];

export const deepest: Samples<'deepest'> = { deepestFinding: DEEPEST_CALLS, deepestSentence: DEEPEST_CALLS };

export const interactiveChart: Samples<'interactiveChart'> = {
  'interactiveChart.label': [['ATOM', '2025-10-10 21:20 UTC.']],
  'interactiveChart.cursor': [
    ['2025-10-10T21:20Z', false],
    ['2025-10-10T21:20Z', true],
  ],
  'interactiveChart.sight': [['2025-10-10T21:20Z', '2025-10-10T22:20Z']],
};

const RATE = market('okx').rate;
const NONE = { none: 0, usd: 0, legs: 0, thin: 0, parity: 0 };
const RANGE = { least: 3, most: 5 };

export const picture: Samples<'picture'> = {
  pictureWindow: [[answer()]],
  pictureTitle: [
    [answer()],
    [answer({ markets: [market('binance'), market('okx'), market('okx', { kind: 'perp' })] })],
  ],
  pictureSubtitle: [
    [answer(), undefined],
    [answer(), '2025-10-10T21:20Z'],
  ],
  pictureThreshold: [[answer()], [answer({ enter: 0.01 })]],
  pictureAsOf: [['2025-11-01T08:30Z']],
  pictureSentence: [
    [answer({ episodes: deep({}) })],
    [answer({ episodes: deep({ side: 'above', peak: 0.3, uncertaintyAtPeak: 0.04 }) })],
    [answer()],
    [answer({ series: [series('okx', ['no-trade'])] })],
  ],
  pictureVenues: [
    [
      answer({
        markets: [market('binance'), market('cryptocom', { kind: 'perp', market: 'ATOM/USD', source: 'archive' })],
      }),
    ],
  ],
  pictureRates: [
    [answer({ rate: 'none', currency: 'USDT' })],
    [
      answer({
        markets: [
          market('binance'),
          market('okx', { rate: { ...RATE, median: 1.0004, uncertainty: 0.0007, venues: ['coinbase'] } }),
          market('kraken', { market: 'ATOM/USD', rate: { ...RATE, minutes: { ...NONE, usd: 240 } } }),
          market('coinbase', { market: 'ATOM/USDC', rate: { ...RATE, minutes: { ...NONE, usd: 240 } } }),
        ],
      }),
    ],
    [
      answer({
        markets: [
          market('binance', {
            rate: { ...RATE, venues: [], uncertainty: 0.13, minutes: { ...NONE, thin: 40, parity: 200 } },
          }),
          market('upbit', { market: 'ATOM/KRW', rate: { ...RATE, median: 0.0007, uncertainty: null } }),
          market('bithumb', { market: 'ATOM/EUR', rate: { ...RATE, median: null, minutes: { ...NONE, none: 240 } } }),
        ],
      }),
    ],
  ],
  pictureReference: [
    [answer()],
    [answer({ reference: 'vwm', bloc: 'USD' })],
    [answer({ asset: 'WBETH', reference: 'wrapped' })],
    [answer({ asset: 'USDE', reference: 'peg' })],
    [answer({ reference: 'venue:okx' })],
  ],
  picturePeers: [
    [answer(), { least: 4, most: 4 }],
    [answer(), undefined],
    [answer({ reference: 'all' }), RANGE],
    [answer({ reference: 'wrapped' }), RANGE],
    [answer({ reference: 'peg' }), RANGE],
    [answer({ reference: 'venue:okx' }), RANGE],
  ],
};

export const previews: Samples<'previews'> = {
  'assetPageWords.previewTitle': [['ATOM']],
  'assetPageWords.description': [['ATOM', { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' }]],
  'minutePageWords.title': [['ATOM', '2025-10-10T21:20Z']],
  'minutePageWords.description': [['ATOM']],
};
