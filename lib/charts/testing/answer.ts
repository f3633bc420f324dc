import type { Kind } from '../../domain/market';
import { missingCode, type Missing } from '../../domain/missing';
import { RATE_RULES, type RateRule } from '../../domain/rate';
import type { SeriesColumns } from '../../domain/seriesColumns';
import type { ChartAnswer, ChartEpisode, DeviationChart } from '../chart';

/** One minute of a made-up series: open (where it is said), low, high, close against a reference; or why there is none. */
export type Row =
  | {
      readonly open?: number;
      readonly low: number;
      readonly high: number;
      readonly close: number;
      readonly reference: number;
    }
  | Missing;

export const at = (from: string, minutes: number): string =>
  `${new Date(Date.parse(`${from.slice(0, 16)}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)}Z`;

/** Minutes since 1970 of an ISO minute. */
export const minuteOf = (iso: string): number => Date.parse(`${iso.slice(0, 16)}:00Z`) / 60_000;

export function seriesOf(venue: string, from: string, rows: readonly Row[], kind: Kind = 'spot'): SeriesColumns {
  const column = (value: (row: Exclude<Row, Missing>) => number): Float64Array =>
    Float64Array.from(rows, (row) => (typeof row === 'string' ? NaN : value(row)));
  return {
    venue,
    market: 'ATOM/USDT',
    kind,
    minutes: Int32Array.from(rows, (_, i) => minuteOf(from) + i),
    open: column(({ open }) => open ?? NaN),
    low: column(({ low }) => low),
    high: column(({ high }) => high),
    close: column(({ close }) => close),
    referenceLow: column(({ reference }) => reference),
    referenceHigh: column(({ reference }) => reference),
    referenceClose: column(({ reference }) => reference),
    peers: rows.map((row) => (row === 'too-few-peers' ? 1 : 3)),
    dLow: column(({ low, reference }) => low / reference - 1),
    dHigh: column(({ high, reference }) => high / reference - 1),
    ...ratesOf(rows.length, 'legs', 0.9996, 0.0004),
    missing: Uint8Array.from(rows, (row) => missingCode(typeof row === 'string' ? row : null)),
  };
}

/** The same rate in every minute, and deviations no less certain than it. */
export const ratesOf = (
  minutes: number,
  rule: RateRule,
  rate: number,
  uncertainty: number,
): Pick<SeriesColumns, 'rate' | 'rateRule' | 'rateUncertainty' | 'uncertainty' | 'weak'> => ({
  rate: new Float64Array(minutes).fill(rate),
  rateRule: new Uint8Array(minutes).fill(RATE_RULES.indexOf(rule)),
  rateUncertainty: new Float64Array(minutes).fill(uncertainty),
  uncertainty: new Float64Array(minutes).fill(uncertainty),
  weak: new Uint8Array(minutes).fill(Number(rule === 'thin' || rule === 'parity')),
});

export const calm = (price: number): Row => ({ low: price, high: price, close: price, reference: price });

export function answerOf(
  from: string,
  series: readonly SeriesColumns[],
  episodes: readonly ChartEpisode[] = [],
): ChartAnswer {
  const minutes = Math.max(...series.map((one) => one.minutes.length), 1);
  return {
    from,
    to: at(from, minutes),
    currency: 'USD',
    reference: 'others',
    bloc: 'all',
    enter: 0.02,
    resolutionMinutes: 1,
    simulated: false,
    series,
    episodes,
  };
}

export const chartOf = (answer: ChartAnswer, look: Partial<DeviationChart> = {}): DeviationChart => ({
  answer,
  theme: 'light',
  width: 1200,
  height: 760,
  scale: 'linear',
  still: true,
  ...look,
});
