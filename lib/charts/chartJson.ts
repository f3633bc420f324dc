import { parseMinute } from '../domain/minute';
import { missingCode, type Missing } from '../domain/missing';
import { RATE_RULES, type RateRule } from '../domain/rate';
import { promised } from '../domain/unit';
import type { ChartAnswer, ChartSeries } from './chart';

type JsonColumn = readonly (number | null)[];

/** One market's columns as JSON carries them: ISO minutes, null for holes. */
export interface ChartSeriesJson extends Pick<ChartSeries, 'venue' | 'market' | 'kind'> {
  /** `2025-10-10T21:20Z`, ascending. */
  readonly minutes: readonly string[];
  readonly low: JsonColumn;
  readonly high: JsonColumn;
  readonly close: JsonColumn;
  readonly referenceLow: JsonColumn;
  readonly referenceHigh: JsonColumn;
  readonly referenceClose: JsonColumn;
  readonly peers: readonly number[];
  readonly dLow: JsonColumn;
  readonly dHigh: JsonColumn;
  readonly rate: JsonColumn;
  readonly rateRule: readonly RateRule[];
  readonly rateUncertainty: JsonColumn;
  readonly uncertainty: JsonColumn;
  readonly weak: readonly boolean[];
  readonly missing: readonly (Missing | null)[];
}

/** The web's answer about deviations fits as it is. */
export interface ChartAnswerJson extends Omit<ChartAnswer, 'series'> {
  readonly series: readonly ChartSeriesJson[];
}

/** An answer that came as JSON, as it is drawn: what the server's own analysis gives without the way over JSON. */
export const chartAnswerOfJson = ({ series, ...answer }: ChartAnswerJson): ChartAnswer => ({
  from: answer.from,
  to: answer.to,
  currency: answer.currency,
  reference: answer.reference,
  bloc: answer.bloc,
  enter: answer.enter,
  resolutionMinutes: answer.resolutionMinutes,
  simulated: answer.simulated,
  episodes: answer.episodes,
  series: series.map(columnsOf),
});

const columnsOf = (series: ChartSeriesJson): ChartSeries => ({
  venue: series.venue,
  market: series.market,
  kind: series.kind,
  minutes: minutesOf(series.minutes),
  low: column(series.low),
  high: column(series.high),
  close: column(series.close),
  referenceLow: column(series.referenceLow),
  referenceHigh: column(series.referenceHigh),
  referenceClose: column(series.referenceClose),
  peers: series.peers,
  dLow: column(series.dLow),
  dHigh: column(series.dHigh),
  rate: column(series.rate),
  rateRule: Uint8Array.from(series.rateRule, (rule) => RATE_RULES.indexOf(rule)),
  rateUncertainty: column(series.rateUncertainty),
  uncertainty: column(series.uncertainty),
  weak: Uint8Array.from(series.weak, Number),
  missing: Uint8Array.from(series.missing, missingCode),
});

const column = (values: JsonColumn): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

/** Minutes since 1970. Rows that follow one another without a gap are counted, not read one by one. Throws on what is no minute. */
function minutesOf(isos: readonly string[]): Int32Array {
  const minuteOf = (iso: string): number => promised(parseMinute(iso));
  const [first, last] = [isos[0], isos.at(-1)];
  if (first === undefined || last === undefined) return new Int32Array(0);
  const start = minuteOf(first);
  const unbroken = minuteOf(last) - start === isos.length - 1;
  return Int32Array.from(isos, (iso, i) => (unbroken ? start + i : minuteOf(iso)));
}
