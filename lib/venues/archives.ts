import { joined, type TickerMarket } from './asking';
import { krakenPair } from './spelling';

type Pair = Pick<TickerMarket, 'base' | 'quote'>;

/** Addresses of the files in the venues' own archives. The ingester (lib/ingest/archive) says where each fact comes from. */

/** Below data.binance.vision: `path` is the market's branch, `rest` the file without its ending. */
export const visionFile = (path: string, piece: 'daily' | 'monthly', rest: string): string =>
  `https://data.binance.vision/data/${path}/${piece}/${rest}.zip`;

export const coinM = (pair: Pair): string => `${joined(pair)}_PERP`;

/** `label`: `2025-10`. */
export const gateFile = ({ base, quote }: Pair, label: string): string =>
  `https://download.gatedata.org/spot/candlesticks_1m/${label.replace('-', '')}/${base}_${quote}-${label.replace('-', '')}.csv.gz`;

/** `label`: `2025-10-10`, a day of UTC+8. */
export const htxFile = (pair: Pair, label: string): string =>
  `https://www.htx.com/data/data/klines/spot/daily/${joined(pair)}/1min/${joined(pair)}-1min-${label}.zip`;

/** Of trades. `label`: a day or a month of UTC+8. */
export const okxFile = (instrument: string, piece: 'daily' | 'monthly', label: string): string =>
  `https://static.okx.com/cdn/okex/traderecords/trades/${piece}/${label.replaceAll('-', '')}/${instrument}-trades-${label}.zip`;

/** Of trades; a month's label follows a hyphen, a day's an underscore. */
export const bybitSpotFile = (pair: Pair, piece: 'day' | 'month', label: string): string =>
  `https://public.bybit.com/spot/${joined(pair)}/${joined(pair)}${piece === 'day' ? '_' : '-'}${label}.csv.gz`;

/** Bybit calls a USDC contract after its base alone, as in BTCPERP; the others after base and quote. */
export const bybitContract = (pair: Pair): string => (pair.quote === 'USDC' ? `${pair.base}PERP` : joined(pair));

/** Of trades, a day. */
export const bybitContractFile = (pair: Pair, label: string): string =>
  `https://public.bybit.com/trading/${bybitContract(pair)}/${bybitContract(pair)}${label}.csv.gz`;

/** A quarter's zip of all markets, which has no address of its own: `label` is `2025-Q4`. */
export const krakenZip = (label: string): string => `Kraken_OHLCVT_${label.slice(5)}_${label.slice(0, 4)}.zip`;
export const krakenEntry = (pair: Pair): string => `${krakenPair(pair)}_1.csv`;
/** Where the venue links to it. */
export const KRAKEN_PAGE = 'https://support.kraken.com/articles/360047124832';
