import type { Kind, Market } from '../../domain/market';
import { bybitContract, bybitContractFile, bybitSpotFile, coinM, okxFile } from '../../venues/archives';
import { joined } from '../../venues/asking';
import { usualVolumeUnit } from '../files/volume';
import type { TradeArchive } from './archive';
import { VISION_FILES, visionAddress, visionSpotUnit } from './candleArchives';

/** aggTrades: of spot with one column more, "best match" (binance/binance-public-data, README). */
const AGG_TRADES = 'agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker';

const BASE = { kind: 'base' } as const;

function aggTrades(
  venue: string,
  kind: Kind,
  path: string,
  symbol: (market: Market) => string,
  facts: Partial<TradeArchive> = {},
): TradeArchive {
  return {
    ...VISION_FILES,
    venue,
    kind,
    columns: AGG_TRADES.split(','),
    meanings: {
      agg_trade_id: 'id',
      price: 'price',
      quantity: 'amount',
      first_trade_id: 'first',
      last_trade_id: 'last',
      transact_time: 'time',
    },
    ids: 'consecutive',
    counted: usualVolumeUnit,
    address: (market, piece, label) =>
      visionAddress(path, piece, `aggTrades/${symbol(market)}/${symbol(market)}-aggTrades-${label}`),
    ...facts,
  };
}

function okx(kind: Kind, suffix: string, counted: TradeArchive['counted']): TradeArchive {
  const instrument = ({ base, quote }: Market): string => `${base}-${quote}${suffix}`;
  return {
    venue: 'okx',
    kind,
    pieces: ['day', 'month'],
    aheadMinutes: 480,
    packed: 'zip',
    checksum: undefined,
    columns: ['instrument_name', 'trade_id', 'side', 'price', 'size', 'created_time'],
    meanings: { instrument_name: 'symbol', trade_id: 'id', price: 'price', size: 'amount', created_time: 'time' },
    ids: 'consecutive',
    symbol: instrument,
    counted,
    timeUnit: () => 'ms',
    address: (market, piece, label) => okxFile(instrument(market), piece === 'day' ? 'daily' : 'monthly', label),
  };
}

/**
 * The official archives of trades that are read; one more is one more row. Nothing was asked of any of them here: what a comment does
 * not trace to a venue's own words was measured by others on the files, and says so.
 *
 * Binance: aggTrades, whose ids count up by one within a market.
 *
 * OKX (its page of historical data; addresses as its download form gives them): a zip a day or month and instrument, with a header line
 * since 2023; older ones begin with names in two languages and have no `instrument_name`. Measured by others: a day and a month are
 * those of UTC+8 (three files' first trades are of 16:00:00 UTC), there is no checksum, ids of a swap count up by one. Assumed: so do
 * those of spot; where they do not, the minutes around each gap stay unanswered. Size is base on spot and contracts on swaps (the
 * API's `sz` is), whose worth the venue's list of instruments says.
 *
 * Bybit (public.bybit.com, whose listing is its own documentation): a gzip with a header line. Measured by others: days are UTC's, and
 * there is no checksum. Spot: `SYMBOL_DAY.csv.gz` and `SYMBOL-MONTH.csv.gz`, milliseconds, ids that count from 1 in each file; since
 * 2025 with one column more, `rpi`. Contracts: `SYMBOLDAY.csv.gz`, days alone, seconds with a fraction, ids without an order
 * (UUIDs); size in base, of those quoted in USD in contracts of 1 USD (the API's documentation says so). Assumed: a file's rows
 * are in order of time; one whose are not is not used. From memory: USDC contracts are called after the base, BTCPERP.
 */
export const TRADE_ARCHIVES: readonly TradeArchive[] = [
  aggTrades('binance', 'spot', 'spot', joined, { timeUnit: visionSpotUnit }),
  aggTrades('binanceusdm', 'perp', 'futures/um', joined),
  aggTrades('binancecoinm', 'perp', 'futures/cm', coinM),
  okx('spot', '', () => BASE),
  okx('perp', '-SWAP', (_, listed) => (listed === undefined ? 'unknown' : { kind: 'contracts', ...listed })),
  {
    venue: 'bybit',
    kind: 'spot',
    pieces: ['day', 'month'],
    packed: 'gzip',
    checksum: undefined,
    columns: ['id', 'timestamp', 'price', 'volume', 'side'],
    meanings: { id: 'id', timestamp: 'time', price: 'price', volume: 'amount' },
    ids: 'consecutive',
    counted: () => BASE,
    timeUnit: () => 'ms',
    address: (market, piece, label) => bybitSpotFile(market, piece === 'month' ? 'month' : 'day', label),
  },
  {
    venue: 'bybit',
    kind: 'perp',
    pieces: ['day'],
    packed: 'gzip',
    checksum: undefined,
    columns: ['timestamp', 'symbol', 'side', 'size', 'price', 'tickDirection', 'trdMatchID'],
    meanings: { timestamp: 'time', symbol: 'symbol', size: 'amount', price: 'price', trdmatchid: 'id' },
    ids: 'none',
    symbol: bybitContract,
    counted: ({ quote }) => (quote === 'USD' ? { kind: 'contracts', size: 1, worthIn: 'quote' } : BASE),
    timeUnit: () => 's',
    address: (market, _, label) => bybitContractFile(market, label),
  },
];
