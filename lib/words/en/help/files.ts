/** The commands that write files. */

export const EXPORT = {
  summary: "write a view's picture or numbers to a file; VIEW is its address, like /ATOM?…, or a query with asset=…",
  png: 'write the picture',
  size: 'its frame: wide (default), square, card, page or sheet',
  theme: 'light (default) or dark',
  csv: 'write CSV, one row per venue and minute',
  json: 'write the same JSON as `analyze --json`',
  bundle:
    'write a zip: picture, figures, every candle they rest on (of a page of many assets: where those are), and how to check them without Plumbline',
  stamp: 'with --png or --bundle: ask the time authorities of PLUMBLINE_TIME_STAMPS to stamp it (RFC 3161)',
} as const;

export const CANDLES = {
  summary: 'write stored candles to a CSV or Parquet file, without loss; `import` reads it back',
  venues: 'only these venues, for example binance,okx',
  csv: 'write CSV; compressed if the name ends in .gz',
  parquet: 'write Parquet',
} as const;
