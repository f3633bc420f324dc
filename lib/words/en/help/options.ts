/** Options that several commands share. */

export const FROM = 'first minute, UTC, for example 2025-10-10T20:00Z';
export const TO = 'end of the range, UTC; this minute is not included';
export const AS_OF = 'use the data as known at this time, UTC, for example 2026-01-31T08:15Z';
export const JSON_OBJECT = 'print one JSON object';
export const JSON_LINES = 'print progress and result as JSON, one object per line';
export const REHEARSAL = 'use the simulated candles of the rehearsal';
export const VENUES_TO_ASK = 'venues to query, for example binance,okx (default: all with markets of these kinds)';
export const kindsOf = (kinds: readonly string[], usual: string): string =>
  `market kinds, from ${kinds.join(', ')} (default: ${usual})`;

/** The options that ask how far venues deviated: of `analyze` and `scorecard`. */
export const QUESTION = {
  venues: 'venues to include, for example binance,coinbase (default: all with data)',
  reference: 'what prices are compared with: others, all, vwm, venue:V, wrapped or peg (default: the asset’s own)',
  bloc: 'compare only with books quoted in this quote, for example USD or USDT (default: all)',
  rate: 'usd, or none to compare quoted prices without conversion (default: usd)',
  minPeers: 'minimum number of other venues (default: 3)',
  enter: 'deviation at which an episode begins, for example 0.02 for 2 % (default: depends on the asset)',
  markets: 'which market of a venue to use, for example binance:USDC,bybit:USDT:perp',
} as const;
