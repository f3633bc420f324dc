import type { VenueSeries } from '../../analysis/types';
import type { VenueSeriesAnswer } from '../../api/deviations';
import type { SeriesColumns } from '../../domain/seriesColumns';

import { pairOf, type Market } from '../../domain/market';
import { minute, formatMinute, type Minute } from '../../domain/minute';
import { missingAt } from '../../domain/missing';
import { ruleAt } from '../../domain/rate';

/**
 * A market's rows as columns of equal length, a row for each of `minutes`: every minute of a window, or those of each bucket
 * that matter. NaN is the hole. A long window is read without `open`, `usdVolume` and `dispersion`.
 */
export interface SeriesRows {
  readonly market: Market;
  /** Minutes since 1970, ascending. */
  readonly minutes: Int32Array;
  readonly open?: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly usdVolume?: Float64Array;
  readonly referenceLow: Float64Array;
  readonly referenceHigh: Float64Array;
  readonly referenceClose: Float64Array;
  readonly peers: ArrayLike<number>;
  readonly dispersion?: Float64Array;
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  readonly dClose: Float64Array;
  readonly outside: Float64Array;
  readonly rate: Float64Array;
  /** Places in RATE_RULES. */
  readonly rateRule: Uint8Array;
  readonly rateUncertainty: Float64Array;
  /** Of the deviation, through the rates; NaN: unknown. */
  readonly uncertainty: Float64Array;
  /** 1: it rests on a weak rate. */
  readonly weak: Uint8Array;
  /** Places in MISSING. */
  readonly missing: Uint8Array;
  /** The prices in the market's quote, before the rate; not of a long window. */
  readonly quoted?: () => Readonly<Record<'open' | 'low' | 'high' | 'close', Float64Array>>;
}

/** Every minute of each series, the first being `from`: the analysis' own columns, and one list of minutes for all. */
export function everyRow(all: readonly VenueSeries[], from: Minute): readonly SeriesRows[] {
  const minutes = Int32Array.from(all[0]?.low ?? [], (_, i) => from + i);
  return all.map((series) => everyRowOf(series, minutes));
}

/** Columns that few readers want are made on first use; until then the day they are of must not be overwritten. */
const everyRowOf = (series: VenueSeries, minutes: Int32Array): SeriesRows => ({
  market: series.market,
  minutes,
  get open() {
    return series.open;
  },
  high: series.high,
  low: series.low,
  close: series.close,
  get usdVolume() {
    return series.usdVolume;
  },
  referenceLow: series.referenceLow,
  referenceHigh: series.referenceHigh,
  referenceClose: series.referenceClose,
  peers: series.peers,
  get dispersion() {
    return series.dispersion;
  },
  dLow: series.dLow,
  dHigh: series.dHigh,
  dClose: series.dClose,
  outside: series.outside,
  rate: series.rate,
  rateRule: series.rateRule,
  rateUncertainty: series.rateUncertainty,
  get uncertainty() {
    return series.uncertainty;
  },
  get weak() {
    return series.weak;
  },
  missing: series.missing,
  quoted: () => ({ open: series.rawOpen, low: series.rawLow, high: series.rawHigh, close: series.rawClose }),
});

/** The rows as a chart takes them: the same columns. */
export const chartSeriesOf = ({ market, ...columns }: SeriesRows): SeriesColumns => ({
  ...columns,
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
});

/** NaN is the kernel's hole, null the contract's. */
export const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function column(values: Float64Array): (number | null)[] {
  if (!values.includes(NaN)) return numbers(values);
  const out = new Array<number | null>(values.length);
  for (let i = 0; i < values.length; i += 1) out[i] = orNull(values[i]);
  return out;
}

/** Of a column without a hole, or for JSON. Made in a place of its own: an array that never held null stays one of plain doubles, a third as large and nothing to look through. */
function numbers(values: Float64Array): number[] {
  const out = new Array<number>(values.length);
  for (let i = 0; i < values.length; i += 1) out[i] = values[i] as number;
  return out;
}

/** `Array.from` with a function takes several times as long. */
function each<T>(values: ArrayLike<number>, of: (value: number) => T): T[] {
  const out = new Array<T>(values.length);
  for (let i = 0; i < values.length; i += 1) out[i] = of(values[i] as number);
  return out;
}

/** The rows in the contract's shape: ISO minutes, null for holes. Those that share a list of minutes share its text. */
export const seriesAnswersOf = (all: readonly SeriesRows[]): VenueSeriesAnswer[] => [...seriesIn(all, column)];

/**
 * What `JSON.stringify` makes of each of them, one after the other. JSON writes NaN as null, so that no list holds null among its figures: each of those would be
 * an object of its own.
 */
export function* seriesTexts(all: readonly SeriesRows[]): Generator<string, void, undefined> {
  for (const series of seriesIn(all, numbers)) yield JSON.stringify(series);
}

type Column = (values: Float64Array) => (number | null)[];

function* seriesIn(all: readonly SeriesRows[], column: Column): Generator<VenueSeriesAnswer, void, undefined> {
  const written = new Map<Int32Array, string[]>();
  for (const rows of all) {
    const isos = written.get(rows.minutes) ?? Array.from(rows.minutes, (at) => formatMinute(minute(at)));
    written.set(rows.minutes, isos);
    yield seriesOf(rows, isos, column);
  }
}

const seriesOf = (rows: SeriesRows, minutes: string[], column: Column): VenueSeriesAnswer => ({
  venue: rows.market.venue,
  market: pairOf(rows.market),
  kind: rows.market.kind,
  minutes,
  ...(rows.open === undefined ? {} : { open: column(rows.open) }),
  high: column(rows.high),
  low: column(rows.low),
  close: column(rows.close),
  ...(rows.usdVolume === undefined ? {} : { usdVolume: column(rows.usdVolume) }),
  referenceLow: column(rows.referenceLow),
  referenceHigh: column(rows.referenceHigh),
  referenceClose: column(rows.referenceClose),
  peers: each(rows.peers, (count) => count),
  ...(rows.dispersion === undefined ? {} : { dispersion: column(rows.dispersion) }),
  dLow: column(rows.dLow),
  dHigh: column(rows.dHigh),
  dClose: column(rows.dClose),
  outside: column(rows.outside),
  rate: column(rows.rate),
  rateRule: each(rows.rateRule, ruleAt),
  rateUncertainty: column(rows.rateUncertainty),
  uncertainty: column(rows.uncertainty),
  weak: each(rows.weak, (mark) => mark === 1),
  missing: each(rows.missing, missingAt),
});
