/** The commands that answer from stored candles. */

export const COVERAGE = {
  summary: 'list what is stored for each market and source, and which requests failed',
} as const;

export const REVISIONS = {
  summary:
    'list minutes that were revised or differ between sources, and longer candles that differ from their minutes, largest difference first, and rows in quarantine',
  from: 'first minute, UTC, for example 2025-10-10T20:00Z (default: all revisions; sources and longer candles are compared over the default window of each asset)',
  to: 'end of the range, not included; at most 31 days after --from',
  limit: 'maximum number of rows in each list, up to 1000 (default: 100)',
  csv: 'print CSV, one row per revision, difference, disagreement of timeframes or quarantined row',
} as const;

export const ANALYZE = {
  summary: 'measure how far and for how long each venue deviated in a window',
  csv: 'print CSV, one row per venue and minute',
  resolution: (days: number): string =>
    `with --json: minutes per bucket; each bucket has its extremes (default: 1 for up to ${String(days)} days, more for longer windows)`,
} as const;

export const SCAN = {
  summary: 'list the episodes of all stored assets in a window, deepest first',
  rank: 'depth, duration, area or volume (default: depth)',
  reference:
    'what prices are compared with: own, others, wrapped or peg (default: own, for each asset its usual reference)',
  assets: 'only these assets, for example ATOM,WBETH',
  venues: 'only episodes of these venues, for example binance,coinbase',
  side: 'below or above (default: both)',
  certainty: 'certain, weak or within-rate (default: all; those within the rate’s uncertainty are listed apart)',
  depth: 'minimum depth, for example 0.1 for 10 %',
  peers: 'minimum number of other venues at the peak',
  limit: 'maximum number of episodes, up to 10000 (default: 100)',
  fresh: 'compute all episodes from the candles instead of reading the stored ones; same result, slower',
  csv: 'print CSV, one row per episode',
} as const;

export const LOWS = {
  summary:
    'list the lowest and the highest venue of each stored asset in a window, the gap to the next, and how often each venue was it',
  assets: 'only these assets, for example ATOM,WBETH',
  csv: 'print CSV, one row per asset and venue',
} as const;

export const CONTAGION = {
  summary:
    'list which books of an asset fell first in a window (spot, perpetual, mark, index) and how many minutes behind the others were',
  csv: 'print CSV, one row per book and level',
} as const;

export const SCORECARD = {
  summary:
    'list for each venue in a window the minutes at or beyond each level, how unusual its deepest deviation is, and who moved first',
  csv: 'print CSV, one row per venue',
} as const;
