import type { EpisodeAnswer } from '../deviations';
import type { BookChoice, DoubtExample, MethodExample, RateExample, SecondReference, WalkStep } from '../method';
import type { MinuteVenue } from '../minute';
import type { LeftOutMarket } from '../leftOut';

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
  rate: { rule: 'legs', value: 1.001, uncertainty: 0.00055, legs: [] },
  converted: candle(low),
  reference: { low: 3.6, high: 3.65, close: 3.62 },
  peers: 4,
  dispersion: 0.0148,
  dLow: 0,
  dHigh: 0,
  dClose: 0,
  outside: 0,
  uncertainty: 0.0004,
  weak: false,
  missing: null,
  ...over,
});

const USD: MinuteVenue['rate'] = { rule: 'usd', value: 1, uncertainty: 0, legs: [] };
const NO_RATE: MinuteVenue['rate'] = { rule: 'none', value: null, uncertainty: null, legs: [] };

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
  certainty: 'certain',
  uncertaintyAtPeak: 0.000375,
  rateRuleAtPeak: 'legs',
  blocs: null,
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

/** The rate of USDT as Binance's books are converted: three legs, and a fourth too far from them. */
export const exampleRate: RateExample = {
  quote: 'USDT',
  minute: '2025-10-10T21:20Z',
  venue: 'binance',
  legs: [
    { venue: 'kraken', base: null, pair: 'USDT/USD', close: 1.0008, over: null, value: 1.0008, isDropped: false },
    { venue: 'okx', base: 'BTC', pair: 'BTC/USDT', close: 110_010, over: 110_120, value: 1.001, isDropped: false },
    { venue: 'bybit', base: 'BTC', pair: 'BTC/USDT', close: 109_900, over: 110_120, value: 1.002, isDropped: false },
    { venue: 'gate', base: 'BTC', pair: 'BTC/USDT', close: 27_530, over: 110_120, value: 4, isDropped: true },
  ],
  around: [
    { minute: '2025-10-10T21:19Z', legs: 1, venues: 1, median: 1.001, error: 0.001 },
    { minute: '2025-10-10T21:20Z', legs: 3, venues: 3, median: 1.001, error: 0.0006 },
    { minute: '2025-10-10T21:21Z', legs: 0, venues: 0, median: null, error: null },
  ],
  rule: 'legs',
  value: 1.001,
  error: 0.0008,
  smoothing: 0,
  uncertainty: 0.0008,
};

export const exampleChoice: BookChoice = {
  venue: 'binance',
  day: '2025-10-10',
  books: [
    { market: 'ATOM/FDUSD', baseVolume: 3_000_000, traded: 1_440, rated: 12, isChosen: false },
    { market: 'ATOM/USDT', baseVolume: 2_500_000, traded: 1_440, rated: 1_438, isChosen: true },
    { market: 'ATOM/USDC', baseVolume: 1_000, traded: 0, rated: 0, isChosen: false },
  ],
};

/** Binance in USDT, of whose four peers two are quoted in USDT as well. */
export const exampleDoubt: DoubtExample = {
  quote: 'USDT',
  rule: 'legs',
  rate: 1.001,
  ownUncertainty: 0.0008,
  peers: [
    {
      venue: 'okx',
      market: 'ATOM/USDT',
      quote: 'USDT',
      rule: 'legs',
      rate: 1.001,
      uncertainty: 0.0007,
      isSameQuote: true,
      counts: 0,
    },
    {
      venue: 'bybit',
      market: 'ATOM/USDT',
      quote: 'USDT',
      rule: 'thin',
      rate: 1.0012,
      uncertainty: 0.0012,
      isSameQuote: true,
      counts: 0.0002,
    },
    ...['coinbase', 'kraken'].map((venue) => ({
      venue,
      market: 'ATOM/USD',
      quote: 'USD',
      rule: 'usd' as const,
      rate: 1,
      uncertainty: 0,
      isSameQuote: false,
      counts: 0.0008,
    })),
  ],
  uncertainty: 0.0005,
  weakPeers: 0,
  isWeak: false,
  deviation: -0.99972,
  certainty: 'certain',
};

const leftOut = (
  venue: string,
  market: string,
  over: Partial<LeftOutMarket> & Pick<LeftOutMarket, 'why'>,
): LeftOutMarket => ({
  venue,
  market,
  kind: 'spot',
  source: 'rest',
  aliasOf: null,
  factor: null,
  days: ['2025-10-10'],
  ...over,
});

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
    bloc: 'all',
    rate: 'usd',
    minPeers: 3,
    digest: 'sha256:minute',
    sentence: 'The sentence of the minute.',
    notes: [],
    venues: [
      binanceAt,
      venueAt('okx', 3.58),
      venueAt('kraken', 3.61, { market: 'ATOM/USD', quote: 'USD', rate: USD }),
      venueAt('bybit', 3.59),
      venueAt('coinbase', 3.62, { market: 'ATOM/USD', quote: 'USD', rate: USD }),
      venueAt('gate', null, { missing: 'no-trade', rate: NO_RATE }),
    ],
    blocs: { low: null, high: null },
    leftOut: [],
  },
  focus: { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', side: 'below', withItself: 3.59 },
  rate: exampleRate,
  leftOut: [
    leftOut('coinbase', 'ATOM/USDC', { why: 'alias', aliasOf: 'ATOM/USD' }),
    leftOut('mexc', 'ATOM/USDT', { why: 'suspected namesake', factor: 1_000 }),
  ],
  choice: exampleChoice,
  doubt: exampleDoubt,
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
  lows: {
    lows: [
      ['binance', 'ATOM/USDT', 0.001, 'legs', 0.0008] as const,
      ['okx', 'ATOM/USDT', 3.58, 'legs', 0.0007] as const,
      ['bybit', 'ATOM/USDT', 3.59, 'thin', 0.0012] as const,
      ['kraken', 'ATOM/USD', 3.61, 'usd', 0] as const,
    ].map(([venue, market, price, rule, uncertainty]) => ({
      venue,
      market,
      minute: '2025-10-10T21:20Z',
      price,
      rule,
      uncertainty,
    })),
    isRanked: true,
    gap: -0.99972,
    isWide: true,
    unranked: [
      { venue: 'gate', why: 'not-fetched', minutes: 12 },
      { venue: 'upbit', why: 'no-price', minutes: 0 },
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
  canonicalText: 'method 2\nasset ATOM\n',
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
    { venue: 'binance', market: 'WBETH/USDT', day: '2025-10-10', ratio: 1.078, minutes: 1_440 },
    { venue: 'bybit', market: 'WBETH/USDT', day: '2025-10-10', ratio: null, minutes: 12 },
  ],
  deepest: {
    episode: { ...exampleEpisode, market: 'WBETH/USDT', peak: -0.8848, peakPrice: 431.08, peakReference: 3_741.74 },
    quote: 'USDT',
    rawPrice: 430.65,
    rate: { rule: 'legs', value: 1.001, uncertainty: 0.0008 },
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
