export const INGEST = {
  summary: "fetch candles from the exchanges' own APIs",
  preset: 'a known event with its assets, venues and times, for example crash-2025-10-10',
  sources: (sources: readonly string[]): string =>
    `data sources, from ${sources.join(', ')} (default: rest, and trades where candles do not go back far enough)`,
  repair: 'fetch only what is missing, for the assets named or for all stored data',
  recheck: 'fetch this range again and report what differs now',
  rehearsal: 'fetch from the exchange simulator; its candles go into the rehearsal database',
} as const;
