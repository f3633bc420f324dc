import type { Kind, Market } from '../../domain/market';
import { coinM, gateFile, htxFile, krakenEntry, krakenZip, visionFile } from '../../venues/archives';
import { joined } from '../../venues/asking';
import { besideIt, type Archive, type ArchiveFiles, type PieceKind } from './archive';

/** Klines have the columns of the API (binance/binance-public-data, README); futures name them in a first line. */
const KLINES =
  'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore';
const OHLC = { open: 'open', high: 'high', low: 'low', close: 'close' } as const;
const COMPUTED = { open_time: 'time', ...OHLC } as const;
const CONTRACTS = { ...COMPUTED, volume: 'volume', close_time: 'closeTime', count: 'trades' } as const;
const TRADED = { ...CONTRACTS, quote_volume: 'quoteVolume' } as const;

/** Spot files speak in microseconds from 2025-01-01 on, in milliseconds before (binance-public-data, README). */
const MICROSECONDS_FROM = Date.UTC(2025, 0, 1);
export const visionSpotUnit = (ms: number): 'us' | 'ms' => (ms >= MICROSECONDS_FROM ? 'us' : 'ms');

export const visionAddress = (path: string, piece: PieceKind, rest: string): string =>
  visionFile(path, piece === 'day' ? 'daily' : 'monthly', rest);

/** How Binance publishes its files, candles and trades alike. */
export const VISION_FILES = {
  pieces: ['day', 'month'],
  packed: 'zip',
  checksum: besideIt,
  timeUnit: () => 'ms',
} as const satisfies Partial<ArchiveFiles>;

/** One of Binance's folders of 1m candles. */
function binance(
  venue: string,
  kind: Kind,
  path: string,
  what: string,
  symbol: (market: Market) => string,
  facts: Partial<Archive> = {},
): Archive {
  return {
    ...VISION_FILES,
    venue,
    kind,
    columns: KLINES.split(','),
    meanings: TRADED,
    absent: 'unknown',
    volume: 'base',
    address: (market, piece, label) =>
      visionAddress(path, piece, `${what}/${symbol(market)}/1m/${symbol(market)}-1m-${label}`),
    ...facts,
  };
}

const computed: Partial<Archive> = { meanings: COMPUTED, volume: 'none' };

/**
 * The official archives of candles that are read; one more is one more row. Nothing was asked of any of them here: what a comment does
 * not trace to a venue's own words was measured by others on the files, and says so.
 *
 * Binance publishes a flat row of volume 0 for a minute without a trade, so that a minute without a row is unknown (as in its outages
 * of 2019-03-12 and 2020-11-30). COIN-M volumes [5] are contracts; [7] is base there.
 *
 * Gate's monthly files hold seconds, volume, close, high, low, open, and no row for a minute without a trade (its page of
 * historical quotes; whether the volume is base is taken from its name and from the spot API's own column).
 *
 * HTX (hbdmapi/huobi_public_data, README and download scripts): a zip a day and market, `SYMBOL-1min-DAY.zip`, and beside it
 * `SYMBOL-1min-DAY.CHECKSUM` without `.zip`. Columns id (seconds), open, close, high, low, vol (quote), amount (base); no header until
 * March 2026, then one that calls the first `timestamp`. Measured by others: its host today (www.htx.com before the old host's path);
 * that a day is one of UTC+8; that days alone are published, by half of 2026 in another tree with other columns, which is not read
 * here; and that a market without trades has flat rows, so that a minute without a row is unknown.
 *
 * Kraken (support article 360047124832): zips of all markets' candles by quarter, `SYMBOL_1.csv` in each: time in seconds, open, high,
 * low, close, volume, trades, without a header; "only includes entries for intervals when trades happened". They lie with a file
 * host without addresses of their own. Their names were read in the scripts of people who use them.
 */
export const ARCHIVES: readonly Archive[] = [
  binance('binance', 'spot', 'spot', 'klines', joined, { timeUnit: visionSpotUnit }),
  binance('binanceusdm', 'perp', 'futures/um', 'klines', joined),
  binance('binanceusdm', 'mark', 'futures/um', 'markPriceKlines', joined, computed),
  binance('binanceusdm', 'index', 'futures/um', 'indexPriceKlines', joined, computed),
  binance('binancecoinm', 'perp', 'futures/cm', 'klines', coinM, { volume: 'contracts', meanings: CONTRACTS }),
  binance('binancecoinm', 'mark', 'futures/cm', 'markPriceKlines', coinM, computed),
  binance('binancecoinm', 'index', 'futures/cm', 'indexPriceKlines', joined, computed),
  {
    venue: 'gate',
    kind: 'spot',
    pieces: ['month'],
    packed: 'gzip',
    checksum: undefined,
    absent: 'no-trade',
    volume: 'base',
    timeUnit: () => 's',
    columns: ['time', 'volume', 'close', 'high', 'low', 'open'],
    meanings: { ...OHLC, time: 'time', volume: 'volume' },
    address: (market, _, label) => gateFile(market, label),
  },
  {
    venue: 'htx',
    kind: 'spot',
    pieces: ['day'],
    aheadMinutes: 480,
    packed: 'zip',
    checksum: (address) => address.replace(/\.zip$/, '.CHECKSUM'),
    absent: 'unknown',
    volume: 'base',
    timeUnit: () => 's',
    columns: ['id', 'open', 'close', 'high', 'low', 'vol', 'amount'],
    meanings: { ...OHLC, id: 'time', timestamp: 'time', vol: 'quoteVolume', amount: 'volume' },
    address: (market, _, label) => htxFile(market, label),
  },
  {
    venue: 'kraken',
    kind: 'spot',
    pieces: ['quarter'],
    byHand: true,
    packed: 'zip',
    entry: krakenEntry,
    checksum: undefined,
    absent: 'no-trade',
    volume: 'base',
    timeUnit: () => 's',
    columns: ['time', 'open', 'high', 'low', 'close', 'volume', 'trades'],
    meanings: { ...OHLC, time: 'time', volume: 'volume', trades: 'trades' },
    address: (_, __, label) => `https://kraken/${krakenZip(label)}`,
  },
];
