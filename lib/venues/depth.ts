/** How many of the latest minutes a venue's candle endpoint serves, where it is not from the listing. */
export const DEPTH_MINUTES = {
  /** The latest 720 rows, whatever is asked. https://docs.kraken.com/api-reference/market-data/get-ohlc-data */
  kraken: 720,
  /** The latest 10,000 rows. https://www.gate.com/docs/developers/apiv4/en/#market-k-line-chart */
  gate: 10_000,
  /** The latest day. https://docs.gemini.com/rest-api/#candles */
  gemini: 1_440,
  /** More is not documented: of an empty reply for what is older it would not be known what it says. */
  mexc: 30 * 1_440,
  cryptocom: 30 * 1_440,
} as const;

/** Of these the documentation names no depth: it is only as far back as they are asked. */
export const UNDOCUMENTED_DEPTH: ReadonlySet<string> = new Set(['mexc', 'cryptocom']);
