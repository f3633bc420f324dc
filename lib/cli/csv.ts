import type { DeviationsAnswer, VenueSeriesAnswer } from '../api/deviations';

const COLUMNS = ['open', 'high', 'low', 'close', 'usdVolume', 'referenceLow', 'referenceHigh', 'referenceClose', 'peers', 'dispersion', 'dLow', 'dHigh', 'dClose', 'outside', 'missing'] as const;

/** One row per venue and minute; a hole is empty with its reason in the last column but one. `simulated` stands in every row. */
export function csvOf(found: DeviationsAnswer): string {
  const head = ['asset', 'venue', 'market', 'kind', 'minute', ...COLUMNS, 'simulated'].join(',');
  const rows = found.series.flatMap((series) => series.minutes.map((minute, i) => [found.asset, series.venue, series.market, series.kind, minute, ...COLUMNS.map((name) => cell(series, name, i)), String(found.simulated)].join(',')));
  return `${[head, ...rows].join('\n')}\n`;
}

function cell(series: VenueSeriesAnswer, name: (typeof COLUMNS)[number], i: number): string {
  const value = series[name][i];
  return value === null || value === undefined ? '' : String(value);
}
