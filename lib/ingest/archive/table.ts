import type { Kind, Market } from '../../domain/market';

/** Where a row of an archive's file keeps what a candle needs; a place beyond the row: the file does not say. */
export interface ArchiveColumns {
  readonly time: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number | undefined;
  readonly quoteVolume: number | undefined;
  readonly trades: number | undefined;
}

/** Where a row of an archive's file of trades keeps what is read. A row may stand for several trades of one price. */
export interface TradeColumns {
  /** Ids of rows count up by one. */
  readonly id: number;
  readonly price: number;
  readonly amount: number;
  /** The ids of the first and the last trade that it stands for. */
  readonly first: number;
  readonly last: number;
  readonly time: number;
}

/** How a venue publishes files. */
export interface ArchiveFiles {
  readonly venue: string;
  readonly kind: Kind;
  /** The pieces it is published in: a day's file once the day is over, a month's some days after the month. */
  readonly pieces: readonly ('day' | 'month')[];
  /** A piece's address: `label` is `2025-10-10` or `2025-10`. */
  readonly address: (market: Market, piece: 'day' | 'month', label: string) => string;
  readonly packed: 'zip' | 'gzip';
  /** Beside each file lies `<file>.CHECKSUM`: its SHA-256 and its name. */
  readonly hasChecksum: boolean;
  /** The unit times are written in, by the minute they speak of. */
  readonly timeUnit: (epochMs: number) => 's' | 'ms' | 'us';
}

/** An archive of a venue's trades: one more is one more row of `TRADE_ARCHIVES`. Candles are built from them, under the source `trades`. */
export interface TradeArchive extends ArchiveFiles {
  readonly columns: TradeColumns;
  /** What amounts count: base, or contracts of a fixed worth in quote. */
  readonly amount: 'base' | 'contracts';
}

/** An archive of a venue's candles: one more is one more row of `ARCHIVES`. */
export interface Archive extends ArchiveFiles {
  readonly columns: ArchiveColumns;
  /** A minute without a row: nobody knows (its days have a row for every minute), or nobody traded. */
  readonly absent: 'unknown' | 'no-trade';
  /** What the volume column counts. Contracts of a fixed worth leave the base volume unknown. */
  readonly volume: 'base' | 'contracts' | 'none';
}

const VISION = 'https://data.binance.vision/data';
/** Klines have the columns of the API (binance/binance-public-data, README). */
const KLINES: ArchiveColumns = { time: 0, open: 1, high: 2, low: 3, close: 4, volume: 5, quoteVolume: 7, trades: 8 };
const COMPUTED: ArchiveColumns = { ...KLINES, volume: undefined, quoteVolume: undefined, trades: undefined };

/** Spot files speak in microseconds from 2025-01-01 on, in milliseconds before (binance-public-data, README). */
const MICROSECONDS_FROM = Date.UTC(2025, 0, 1);

const folderOf = (piece: 'day' | 'month'): string => (piece === 'day' ? 'daily' : 'monthly');

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
    venue,
    kind,
    pieces: ['day', 'month'],
    packed: 'zip',
    hasChecksum: true,
    columns: KLINES,
    absent: 'unknown',
    volume: 'base',
    timeUnit: () => 'ms',
    address: (market, piece, label) =>
      `${VISION}/${path}/${folderOf(piece)}/${what}/${symbol(market)}/1m/${symbol(market)}-1m-${label}.zip`,
    ...facts,
  };
}

const joined = ({ base, quote }: Market): string => `${base}${quote}`;
const coinM = ({ base, quote }: Market): string => `${base}${quote}_PERP`;
const computed: Partial<Archive> = { columns: COMPUTED, volume: 'none' };

/**
 * The official archives that are read. Binance publishes a flat row of volume 0 for a minute without a trade, so that a minute
 * without a row is unknown (as in its outages of 2019-03-12 and 2020-11-30). COIN-M volumes [5] are contracts; [7] is base there.
 * Gate's monthly files hold seconds, volume, close, high, low, open, and no row for a minute without a trade (its page of
 * historical quotes; whether the volume is base is taken from its name and from the spot API's own column).
 */
export const ARCHIVES: readonly Archive[] = [
  binance('binance', 'spot', 'spot', 'klines', joined, { timeUnit: (ms) => (ms >= MICROSECONDS_FROM ? 'us' : 'ms') }),
  binance('binanceusdm', 'perp', 'futures/um', 'klines', joined),
  binance('binanceusdm', 'mark', 'futures/um', 'markPriceKlines', joined, computed),
  binance('binanceusdm', 'index', 'futures/um', 'indexPriceKlines', joined, computed),
  binance('binancecoinm', 'perp', 'futures/cm', 'klines', coinM, {
    volume: 'contracts',
    columns: { ...KLINES, quoteVolume: undefined },
  }),
  binance('binancecoinm', 'mark', 'futures/cm', 'markPriceKlines', coinM, computed),
  binance('binancecoinm', 'index', 'futures/cm', 'indexPriceKlines', joined, computed),
  {
    venue: 'gate',
    kind: 'spot',
    pieces: ['month'],
    packed: 'gzip',
    hasChecksum: false,
    absent: 'no-trade',
    volume: 'base',
    timeUnit: () => 's',
    columns: { time: 0, volume: 1, close: 2, high: 3, low: 4, open: 5, quoteVolume: undefined, trades: undefined },
    address: ({ base, quote }, _, label) =>
      `https://download.gatedata.org/spot/candlesticks_1m/${label.replace('-', '')}/${base}_${quote}-${label.replace('-', '')}.csv.gz`,
  },
];

/** The archive of a market, if there is one. */
export const archiveOf = (market: Pick<Market, 'venue' | 'kind'>): Archive | undefined =>
  ARCHIVES.find(({ venue, kind }) => venue === market.venue && kind === market.kind);

/** aggTrades: of spot with one column more, "best match" (binance/binance-public-data, README). */
const AGG_TRADES: TradeColumns = { id: 0, price: 1, amount: 2, first: 3, last: 4, time: 5 };

function aggTrades(
  venue: string,
  kind: Kind,
  path: string,
  symbol: (market: Market) => string,
  facts: Partial<TradeArchive> = {},
): TradeArchive {
  return {
    venue,
    kind,
    pieces: ['day', 'month'],
    packed: 'zip',
    hasChecksum: true,
    columns: AGG_TRADES,
    amount: 'base',
    timeUnit: () => 'ms',
    address: (market, piece, label) =>
      `${VISION}/${path}/${folderOf(piece)}/aggTrades/${symbol(market)}/${symbol(market)}-aggTrades-${label}.zip`,
    ...facts,
  };
}

/** The official archives of trades that are read: Binance's aggTrades, whose ids count up by one within a market. */
const TRADE_ARCHIVES: readonly TradeArchive[] = [
  aggTrades('binance', 'spot', 'spot', joined, { timeUnit: (ms) => (ms >= MICROSECONDS_FROM ? 'us' : 'ms') }),
  aggTrades('binanceusdm', 'perp', 'futures/um', joined),
  aggTrades('binancecoinm', 'perp', 'futures/cm', coinM, { amount: 'contracts' }),
];

/** The archive of a market's trades, if there is one. */
export const tradeArchiveOf = (market: Pick<Market, 'venue' | 'kind'>): TradeArchive | undefined =>
  TRADE_ARCHIVES.find(({ venue, kind }) => venue === market.venue && kind === market.kind);
