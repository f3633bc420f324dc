import type { EpisodeAnswer } from '../deviations';
import type { MethodExample, RateExample, SecondReference, WalkStep } from '../method';
import type { MinuteVenue } from '../minute';

/** A small example as GET /api/v1/method gives it: Binance's low at 0.001 while four peers are near 3.6. */

const candle = (low: number | null, high = low, close = high): MinuteVenue['raw'] => ({
  open: close,
  high,
  low,
  close,
});

export const venueAt = (venue: string, low: number | null, over: Partial<MinuteVenue> = {}): MinuteVenue => ({
  venue,
  market: 'ATOM/USDT',
  quote: 'USDT',
  kind: 'spot',
  source: 'rest',
  raw: candle(low),
  baseVolume: 10,
  quoteVolume: 36,
  trades: 3,
  rate: { rule: 'cross', value: 1.001 },
  converted: candle(low),
  reference: { low: 3.6, high: 3.65, close: 3.62 },
  peers: 4,
  dispersion: 0.0148,
  dLow: 0,
  dHigh: 0,
  dClose: 0,
  outside: 0,
  missing: null,
  ...over,
});

export const binanceAt: MinuteVenue = venueAt('binance', 0.001, {
  converted: candle(0.001, 3.7, 3.5),
  dLow: -0.99972,
  dHigh: 0.0137,
  dClose: -0.0331,
  outside: -0.99971,
});

export const exampleEpisode: EpisodeAnswer = {
  id: 'episode-id',
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  side: 'below',
  start: '2025-10-10T21:19Z',
  end: '2025-10-10T21:22Z',
  spanMinutes: 3,
  minutesBeyond: 2,
  minutesClosedBeyond: 1,
  unknownMinutes: 1,
  peak: -0.99972,
  peakMinute: '2025-10-10T21:20Z',
  peakPrice: 0.001,
  peakReference: 3.6,
  peakClose: -0.0331,
  peakOutside: -0.99971,
  areaPctMinutes: 12.34,
  recoveryMinutes: 2,
  baseVolume: 100,
  usdVolume: 350,
  volumeShare: 0.125,
  peersAtPeak: 4,
  minPeers: 4,
  censored: 'none',
};

export const stepAt = (minute: string, over: Partial<WalkStep> = {}): WalkStep => ({
  minute,
  deviation: -0.03,
  dClose: -0.03,
  missing: null,
  state: 'beyond',
  calm: 0,
  area: 3,
  ...over,
});

export const exampleRate: RateExample = {
  quote: 'USDT',
  minute: '2025-10-10T21:20Z',
  crosses: [
    {
      base: 'BTC',
      usd: {
        pair: 'BTC/USD',
        closes: [
          { venue: 'coinbase', close: 110_100 },
          { venue: 'kraken', close: 110_140 },
        ],
        median: 110_120,
      },
      quoted: {
        pair: 'BTC/USDT',
        closes: [
          { venue: 'binance', close: 110_000 },
          { venue: 'okx', close: 110_020 },
        ],
        median: 110_010,
      },
      value: 1.001,
    },
    {
      base: 'ETH',
      usd: { pair: 'ETH/USD', closes: [{ venue: 'kraken', close: 3_700 }], median: null },
      quoted: { pair: 'ETH/USDT', closes: [], median: null },
      value: null,
    },
  ],
  around: [
    { minute: '2025-10-10T21:19Z', value: 1.0005 },
    { minute: '2025-10-10T21:20Z', value: 1.001 },
    { minute: '2025-10-10T21:21Z', value: null },
  ],
  direct: { pair: 'USDT/USD', closes: [{ venue: 'kraken', close: 1.0008 }], median: 1.0008 },
  rule: 'cross',
  value: 1.001,
};

export const methodExample: MethodExample = {
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T20:00Z',
  to: '2025-10-10T22:00Z',
  enter: 0.02,
  currency: 'USD',
  notes: [],
  minute: {
    method: 2,
    simulated: true,
    asset: 'ATOM',
    name: 'ATOM',
    minute: '2025-10-10T21:20Z',
    currency: 'USD',
    reference: 'others',
    rate: 'usd',
    minPeers: 3,
    digest: 'sha256:minute',
    sentence: 'The sentence of the minute.',
    notes: [],
    venues: [
      binanceAt,
      venueAt('okx', 3.58),
      venueAt('kraken', 3.61, { market: 'ATOM/USD', quote: 'USD', rate: { rule: 'usd', value: 1 } }),
      venueAt('bybit', 3.59),
      venueAt('coinbase', 3.62, { market: 'ATOM/USD', quote: 'USD', rate: { rule: 'usd', value: 1 } }),
      venueAt('gate', null, { missing: 'no-trade', rate: { rule: 'none', value: null } }),
    ],
  },
  focus: { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', side: 'below', withItself: 3.59 },
  rate: exampleRate,
  missing: [
    { reason: 'not-fetched', minutes: 0, first: null },
    {
      reason: 'no-trade',
      minutes: 12,
      first: { venue: 'gate', market: 'ATOM/USDT', minute: '2025-10-10T20:03Z' },
    },
  ],
  measuredMinutes: 708,
  walks: [
    {
      episode: exampleEpisode,
      steps: [
        stepAt('2025-10-10T21:18Z', { state: 'before', deviation: -0.001, dClose: 0, area: null }),
        stepAt('2025-10-10T21:19Z', { state: 'enters' }),
        stepAt('2025-10-10T21:20Z', { deviation: -0.99972, dClose: -0.0331, area: 6.3 }),
        stepAt('2025-10-10T21:21Z', {
          state: 'unknown',
          deviation: null,
          dClose: null,
          missing: 'no-trade',
          area: 6.3,
        }),
        stepAt('2025-10-10T21:22Z', { state: 'calm', calm: 1, deviation: 0, dClose: 0, area: null }),
      ],
    },
  ],
  control: {
    level: 3.6,
    lowest: 2.7,
    lowestMinute: '2025-10-10T21:20Z',
    fall: -0.25,
    falls: [
      { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', fall: -0.9997, excess: -0.7497 },
      { venue: 'gate', market: 'ATOM/USDT', kind: 'spot', fall: null, excess: null },
    ],
  },
  unusual: { from: '2025-10-03T20:00Z', to: '2025-10-10T20:00Z', z: -3023.2, rank: 1, of: 10_080 },
  order: {
    levels: [0.01, 0.05],
    markets: [
      {
        venue: 'binance',
        market: 'ATOM/USDT',
        kind: 'spot',
        measured: 120,
        priced: 120,
        strayed: ['2025-10-10T21:12Z', null],
        fell: ['2025-10-10T21:10Z', null],
        episodes: 1,
        recovered: '2025-10-10T21:22Z',
      },
      {
        venue: 'gate',
        market: 'ATOM/USDT',
        kind: 'spot',
        measured: 0,
        priced: 0,
        strayed: [null, null],
        fell: [null, null],
        episodes: 0,
        recovered: null,
      },
    ],
  },
  digest: 'sha256:window',
  canonicalText: 'method 1\nasset ATOM\n',
};

export const wrappedExample: SecondReference = {
  asset: 'WBETH',
  name: 'WBETH',
  reference: 'wrapped',
  underlying: 'ETH',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  enter: 0.01,
  notes: [],
  ratios: [
    { venue: 'binance', market: 'WBETH/USDT', ratio: 1.078, minutes: 1_440 },
    { venue: 'bybit', market: 'WBETH/USDT', ratio: null, minutes: 12 },
  ],
  deepest: {
    episode: { ...exampleEpisode, market: 'WBETH/USDT', peak: -0.8848, peakPrice: 431.08, peakReference: 3_741.74 },
    quote: 'USDT',
    rawPrice: 430.65,
    rate: { rule: 'cross', value: 1.001 },
    underlyingReference: 3_471,
    ratio: 1.078,
    kind: 'spot',
  },
  digest: 'sha256:wrapped',
};

export const pegExample: SecondReference = {
  ...wrappedExample,
  asset: 'USDE',
  name: 'USDe',
  reference: 'peg',
  underlying: null,
  ratios: [],
  deepest: null,
};
