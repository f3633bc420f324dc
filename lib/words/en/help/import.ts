export const IMPORT = {
  summary:
    "read candles or trades from CSV, JSON, Parquet or Feather files (plain, gzip or zip, Binance's archives included), or candles that `candles` wrote",
  venue: 'the exchange the file comes from, for example coinbase; not for files that `candles` wrote',
  market: 'its market, for example ATOM/USD',
  kind: 'spot, perp, mark or index (default: spot)',
  source: 'file, archive or trades (default: file)',
  gaps: 'what a missing minute between the first and the last row means: no-trade or unknown (default: no-trade)',
  entry:
    'the file to read in a zip of several (default: the one named like 1-minute candles of the market, as ATOMUSD_1.csv)',
  dryRun: 'store nothing; show what would be added, what is already stored and what differs',
  json: 'print the result as one JSON object',
} as const;
