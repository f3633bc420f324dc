import { ASKED_QUOTES, PRICED_STABLES } from '../../../domain/askedBooks';
import { LEG_BASES } from '../../../domain/method';
import { listed } from '../spelled';

export const INGEST = {
  summary: "fetch candles from the exchanges' own APIs",
  preset: 'a known event with its assets, venues and times, for example crash-2025-10-10',
  sources: (sources: readonly string[]): string =>
    `data sources, from ${sources.join(', ')} (default: rest, and trades where candles do not go back far enough)`,
  timeframes: (timeframes: readonly string[]): string =>
    `also fetch longer candles, from ${timeframes.join(', ')} (without a list: all of them); \`plumbline revisions\` lists those that differ from their minutes`,
  repair: 'fetch only what is missing, for the assets named or for all stored data',
  recheck: 'fetch this range again and report what differs now; for example 2025-10-10T20:00Z/2025-10-11T00:00Z',
  markets: `At each venue: the assets in ${listed(ASKED_QUOTES)} (and in KRW on Korean venues), and what comparing them in USD takes:
${listed(LEG_BASES)} in the same quotes, these quotes against USD, ${listed(PRICED_STABLES)} against EUR and KRW, and the underlying
of a wrapped asset. What a venue does not list is left out.`,
  rehearsal: 'fetch from the exchange simulator; its candles go into the rehearsal database',
} as const;
