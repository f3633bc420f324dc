/** What a column may be; the words of `--column ROLE=NAME`. */
export const ROLES = [
  'time',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'quote-volume',
  'trades',
  'close-time',
  'closed',
  'price',
  'amount',
  'id',
  'first-id',
  'last-id',
  'symbol',
  'exchange',
  'interval',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles a file can do without: `--column ROLE=none` leaves their column out. */
export const DISPENSABLE: readonly Role[] = [
  'volume',
  'quote-volume',
  'trades',
  'close-time',
  'closed',
  'id',
  'first-id',
  'last-id',
  'symbol',
  'exchange',
  'interval',
];

/** The names under which files write a time. The first that is found counts, numbers before texts. */
export const TIME_NAMES: readonly string[] = [
  'open_time_ms',
  'open_time',
  'opentime',
  'open_time_s',
  'open_time_us',
  'open_time_ns',
  'unix',
  'unix_timestamp',
  'unix_time',
  'timestamp',
  'timestamp_ms',
  'timestamp_us',
  'timestamp_ns',
  'timestamp_s',
  'time_ms',
  'time_us',
  'time_ns',
  'time_s',
  'mts',
  'ts',
  'time',
  'created_time',
  'trade_time',
  'tradetime',
  'transact_time',
  'time_period_start',
  'start',
  'start_time',
  'date',
  'datetime',
  'time(utc)',
  'date(utc)',
  'datetime(utc)',
  'time_utc',
  'date_utc',
  'datetime_utc',
];

type Names = Readonly<Partial<Record<Role, readonly string[]>>>;

/** Volumes are told apart in `volumeColumns.ts`. */
export const CANDLE_NAMES: Names = {
  open: ['open', 'o', 'open_price', 'price_open'],
  high: ['high', 'h', 'high_price', 'price_high'],
  low: ['low', 'l', 'low_price', 'price_low'],
  close: ['close', 'c', 'close_price', 'price_close'],
  trades: [
    'trades',
    'count',
    'trade_count',
    'number_of_trades',
    'num_trades',
    'tradecount',
    'trades_count',
    'tradescount',
    'n',
  ],
  'close-time': [
    'close_time',
    'closetime',
    'close_time_ms',
    'close_time_us',
    'close_time_s',
    'time_period_end',
    'end_time',
  ],
  /** Whether its venue counted the candle as over when it answered: OKX 1, Gate true. */
  closed: ['closed', 'is_closed', 'confirm'],
};

export const TRADE_NAMES: Names = {
  price: ['price', 'p'],
  amount: ['amount', 'qty', 'quantity', 'size', 'q', 'base_amount', 'volume'],
  id: ['id', 'trade_id', 'tradeid', 'tid', 'agg_trade_id', 'trdmatchid', 'dealid', 'deal_id'],
  /** Of a row that stands for several trades: the ids of the first and the last of them. */
  'first-id': ['first_trade_id', 'first_id'],
  'last-id': ['last_trade_id', 'last_id'],
};

/** What the rows of either kind of file say of themselves. */
export const CLAIM_NAMES: Names = {
  symbol: [
    'symbol',
    'pair',
    'market',
    'instrument',
    'instrument_name',
    'instid',
    'product_id',
    'currency_pair',
    'contract',
  ],
  exchange: ['exchange', 'venue'],
  interval: ['interval', 'timeframe', 'resolution', 'granularity', 'period_id'],
};

/** A column's name as the lists above write it. */
export const normal = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/_\(/g, '(');
