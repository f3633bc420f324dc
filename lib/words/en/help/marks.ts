/** The command that says what one unit of collateral was marked at. */
export const MARKS = {
  summary:
    'list what collateral was marked at, minute by minute: by the venue’s own book, the others’ median, underlying × ratio, and the published index composition',
  venue: 'the venue whose own book and index are read, for example binance',
  minPeers: 'minimum number of other venues behind a median, from 2 (default: 3)',
  ratio:
    'what the underlying is multiplied by: own or others (the trailing median of the venue’s own book, or of the others’ median), or a number (default: own)',
  ratioSource: 'where a ratio given as a number comes from; needed with one, and printed beside it',
  ratioMinutes: 'minutes over which the trailing ratio is taken (default: 1440)',
  ratioBefore: 'the trailing ratio ends before this minute, UTC (default: the start of the UTC day of --from)',
  field: 'close, low or high of each minute (default: close)',
  units: 'how many units an account held; with --loan and --level, prints which reading crossed first',
  loan: 'what it owed, in USD',
  level: 'collateral ÷ loan at which it was called, for example 1.05 for 105 %',
  csv: 'print CSV, one row per minute',
} as const;
