export const IMPORT = {
  summary:
    'read candles or trades from CSV, JSON, Parquet or Feather files (plain, gzip or zip), or candles that `candles` wrote',
  venue: 'the exchange the file comes from, for example coinbase; not for files that `candles` wrote',
  market: 'its market, for example ATOM/USD',
  kind: 'spot, perp, mark or index (default: spot)',
  source: 'file, archive or trades (default: file)',
  gaps: 'what a missing minute between the first and the last row means: no-trade or unknown (default: unknown, except where the publisher of the format says "no trade", or trade ids count up by one)',
  entry:
    'the file to read in a zip of several (default: the one named like 1-minute candles of the market, as ATOMUSD_1.csv)',
  column:
    'which column is what, for example volume="Volume ATOM", or time=1 where there is no header; volume=none: each row is a traded minute of unknown volume; repeatable',
  volumeUnit: 'what volumes or amounts count: base, quote or contracts:SIZE, where SIZE is what one contract is worth',
  readAs:
    'override how one thing is read: interval=1h, time-unit=ms, zone=UTC or zone=+02:00, delimiter=";", header=no, decimal=comma, gaps=no-trade; repeatable',
  whole: 'the file holds every trade of its first and its last minute, which are otherwise set aside',
  dryRun: 'store nothing; show the first rows as they are understood, what would be added and what differs',
  json: 'print the result as one JSON object, with how each file was read',
  examples: `
Examples (try each with --dry-run first):
  CryptoDataDownload    plumbline import Binance_ATOMUSDT_minute.csv --venue binance --market ATOM/USDT
  Kraken OHLCVT         plumbline import Kraken_OHLCVT.zip --venue kraken --market ATOM/USD
  Binance Vision        plumbline import ATOMUSDT-1m-2025-10-10.zip --venue binance --market ATOM/USDT --source archive
  Tardis                plumbline import coinbase_trades_2025-10-10_ATOM-USD.csv.gz --venue coinbase --market ATOM/USD
  freqtrade             plumbline import ATOM_USDT-1m.json --venue okx --market ATOM/USDT
docs/import.md says more about each.`,
} as const;
