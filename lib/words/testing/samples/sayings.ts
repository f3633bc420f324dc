import type { VenueProgress } from '../../../api/progress';
import type { Note } from '../../../domain/note';
import { asset, days, spot, venueId } from './made';
import type { Samples } from './type';

const [OKX, GATE] = [venueId('okx'), venueId('gate')];
const leftOut = {
  kind: 'left-out',
  of: undefined,
  factor: undefined,
  days: 1,
  range: days('2025-10-10', '2025-10-11'),
} as const;
const underlying = { kind: 'against-underlying', asset: asset('WBETH'), underlying: asset('ETH') } as const;
const books = [1, 2, 3, 4, 5, 6].map((day) => ({
  market: spot('okx', 'ATOM', day % 2 === 0 ? 'USDC' : 'USDT'),
  range: days(`2025-10-0${String(day)}`, `2025-10-0${String(day + 1)}`),
}));

const NOTES: readonly Note[] = [
  { kind: 'few-venues', asset: asset('ATOM'), venues: 1 },
  { kind: 'few-venues', asset: asset('ATOM'), venues: 3 },
  { kind: 'few-others', asset: asset('WBETH'), others: 0, minPeers: 3 },
  { kind: 'few-others', asset: asset('WBETH'), others: 1, minPeers: 3 },
  { kind: 'few-others', asset: asset('WBETH'), others: 2, minPeers: 3 },
  { kind: 'few-peers', minPeers: 1 },
  { kind: 'few-peers', minPeers: 2 },
  { kind: 'measured-among-peers' },
  { kind: 'weighted-by-volume' },
  { kind: 'against-peg' },
  { kind: 'pairwise', venue: OKX },
  { kind: 'no-reference-venue', venue: GATE, asset: asset('ATOM') },
  { ...underlying, markets: 2, withoutRatio: 0 },
  { ...underlying, underlying: undefined, markets: 1, withoutRatio: 1 },
  { ...underlying, markets: 2, withoutRatio: 1 },
  { kind: 'assumed-parity', quotes: ['USDT'], venues: [GATE, OKX] },
  { kind: 'assumed-parity', quotes: ['USDC', 'USDT'], venues: [OKX] },
  { kind: 'thin-rates', quotes: ['EUR', 'FDUSD'], venues: [GATE, OKX] },
  { kind: 'one-bloc', quote: 'USD', venues: [], minPeers: 3 },
  { kind: 'one-bloc', quote: 'USD', venues: [OKX], minPeers: 3 },
  { kind: 'one-bloc', quote: 'USD', venues: [GATE, OKX], minPeers: 3 },
  { kind: 'one-bloc', quote: 'USD', venues: [GATE, OKX], minPeers: 1 },
  { kind: 'spot-alone', venues: [GATE, OKX] },
  { kind: 'not-over' },
  { ...leftOut, why: 'alias', market: spot('coinbase', 'BTC', 'USDC'), of: spot('coinbase', 'BTC', 'USD') },
  { ...leftOut, why: 'alias', market: spot('coinbase', 'BTC', 'USDC') },
  { ...leftOut, why: 'suspected-alias', market: spot('gate', 'NEIRO', 'USDC'), of: spot('gate', 'NEIRO', 'USDT') },
  {
    ...leftOut,
    why: 'suspected-namesake',
    market: spot('gate', 'LEO', 'USDT'),
    factor: 0.0341,
    days: 2,
    range: days('2025-10-10', '2025-10-13'),
  },
  { ...leftOut, why: 'suspected-namesake', market: spot('okx', '1000SATS', 'USDT') },
  {
    kind: 'read-as',
    market: spot('coinbase', 'ATOM', 'USDC'),
    quote: 'USD',
    days: 1,
    range: days('2025-10-10', '2025-10-11'),
  },
  {
    kind: 'read-as',
    market: spot('coinbase', 'ATOM', 'USDC'),
    quote: 'USD',
    days: 2,
    range: days('2025-10-10', '2025-10-13'),
  },
  { kind: 'book-changes', venue: OKX, books: books.slice(0, 2) },
  { kind: 'book-changes', venue: OKX, books: books.slice(0, 5) },
  { kind: 'book-changes', venue: OKX, books },
  { kind: 'raw-quotes', currency: 'USDT' },
  { kind: 'perpetuals', venues: [OKX] },
  { kind: 'computed-prices', venues: [OKX, GATE] },
  { kind: 'thin-fall', venues: 1 },
  { kind: 'thin-fall', venues: 2 },
];

export const notes: Samples<'notes'> = { noteText: NOTES.map((note) => [note]), noteTexts: [[NOTES.slice(0, 3)]] };

export const noData: Samples<'noData'> = {
  'noData.market': [
    ['ATOM', 'okx', 'USDC', 'spot'],
    ['ATOM', 'okx', 'USDT', 'perp'],
  ],
  'noData.venue': [['ATOM', 'kucoin']],
  'noData.referenceVenue': [['ATOM', 'kucoin']],
  'noData.bloc': [['ATOM', 'EUR']],
  'noData.underlying': [['WBETH', 'ETH']],
};

export const noAsset: Samples<'noAsset'> = {
  noAssetData: [
    ['ATOM', undefined],
    ['ATOM', '2025-10-12T00:00:00Z'],
  ],
  unstoredAssets: [[['IOTX']], [['ATOM', 'IOTX']]],
};

const venue = (change: Partial<VenueProgress> = {}): VenueProgress => ({
  venue: 'binance',
  state: 'working',
  doneMinutes: 0,
  totalMinutes: 100,
  candles: 290,
  note: '',
  ...change,
});
const TOTAL = { doneMinutes: 1, totalMinutes: 2, candles: 290, perSecond: 1_234, etaSeconds: 200 };

export const progress: Samples<'progress'> = {
  stateWords: [['connecting'], ['working'], ['waiting'], ['done'], ['refused'], ['failed'], ['stopped']],
  'ingestWords.button': [[undefined], [0.425]],
  'ingestWords.open': [['OKX']],
  'ingestWords.bar': [['OKX']],
  'ingestWords.done': [[1_234, 10_080, 0.1224]],
  totalLine: [
    [TOTAL, 75.4],
    [{ ...TOTAL, etaSeconds: 42 }, 1_200],
    [{ ...TOTAL, etaSeconds: 10_000 }, undefined],
    [{ ...TOTAL, perSecond: undefined, etaSeconds: 300_000 }, 3],
    [{ ...TOTAL, perSecond: undefined, etaSeconds: undefined }, 3],
  ],
  venueLine: [
    [venue()],
    [{ ...venue(), perSecond: 12, etaSeconds: 200 }],
    [{ ...venue({ note: 'HTTP 429' }), perSecond: 12 }],
  ],
  stillLoading: [[[venue(), venue({ venue: 'kraken', state: 'waiting' })]], [[venue({ state: 'done' })]]],
  skippedWords: [
    [
      {
        venues: [
          venue({ state: 'done' }),
          venue({ venue: 'okx', state: 'failed' }),
          venue({ venue: 'htx', state: 'refused', note: 'HTTP 451' }),
          venue({ venue: 'gate', state: 'stopped' }),
        ],
      },
    ],
    [{ venues: [venue({ state: 'stopped' })] }],
    [{ venues: [venue()] }],
  ],
};

const ADDRESS = '/api/v1/deviations?asset=ATOM';

export const connection: Samples<'connection'> = {
  'connection.unreachable': [[ADDRESS]],
  'connection.brokenOff': [[ADDRESS]],
  'connection.notJson': [[ADDRESS, 502]],
  'connection.unknownLines': [[ADDRESS]],
  'connection.unknownShape': [[ADDRESS, 'episodes[0].peak']],
  'connection.status': [[ADDRESS, 502]],
};

export const columns: Samples<'columns'> = {
  columnsFlaw: [
    [{ kind: 'not-columns' }],
    [{ kind: 'version', version: 3 }],
    [{ kind: 'length', said: 1_024, came: 1_000 }],
    [{ kind: 'checksum' }],
    [{ kind: 'content', part: 'series 0' }],
  ],
};
