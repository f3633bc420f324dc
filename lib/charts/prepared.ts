import { MINUTE_MS, type MinuteRange } from '../domain/minute';
import type { SeriesColumns } from '../domain/seriesColumns';
import { focusOf, seriesKey, type DeviationChart } from './chart';
import { columnsOf, msOf, windowOf, type Columns } from './buckets/columns';
import { alignedEdges, bucketEdges, eachSlot, slotEdges, type Part } from './buckets/extremes';
import { layoutOf, type Layout } from './look/layout';
import { inkOf, type Ink } from './look/theme';
import { seriesLook, type Dash } from './look/venueColour';

/** One series, ready to draw. */
export interface PreparedSeries {
  readonly series: SeriesColumns;
  readonly key: string;
  readonly columns: Columns;
  /** When each slot of the columns is, in milliseconds since 1970. */
  readonly timesMs: Float64Array;
  /** The buckets all panes draw, as slots of the columns. */
  readonly edges: Uint32Array;
  /** The buckets a line through single prices takes; of a long window every minute that was kept. */
  readonly closeEdges: Uint32Array;
  readonly colour: string;
  readonly dash: Dash;
  readonly isFocus: boolean;
}

/** Everything the panes of a chart share. */
export interface PreparedChart {
  readonly chart: DeviationChart;
  readonly range: MinuteRange;
  readonly layout: Layout;
  readonly ink: Ink;
  readonly series: readonly PreparedSeries[];
  readonly focus: PreparedSeries | undefined;
  /** The buckets all panes draw, in minutes since the window's first. */
  readonly edges: Uint32Array;
}

export function prepareChart(chart: DeviationChart): PreparedChart {
  const range = windowOf(chart.answer);
  const layout = layoutOf(chart);
  const inFront = focusOf(chart);
  const edges = edgesOf(chart, range, layout.price.width);
  const series = chart.answer.series.map((series) => prepareSeries(chart, series, range, edges, series === inFront));
  return { chart, range, layout, ink: inkOf(chart.theme), series, focus: series.find(({ isFocus }) => isFocus), edges };
}

function prepareSeries(
  { answer, theme }: DeviationChart,
  series: SeriesColumns,
  range: MinuteRange,
  edges: Uint32Array,
  isFocus: boolean,
): PreparedSeries {
  const columns = columnsOf(series, range, answer.resolutionMinutes);
  const own = slotEdges(columns.at, edges);
  return {
    series,
    key: seriesKey(series),
    columns,
    timesMs: Float64Array.from(columns.at, (minutes) => (range.from + minutes) * MINUTE_MS),
    edges: own,
    closeEdges: answer.resolutionMinutes === 1 ? own : eachSlot(columns.at.length),
    ...seriesLook(series, theme),
    isFocus,
  };
}

function edgesOf({ answer, zoom }: DeviationChart, range: MinuteRange, pixels: number): Uint32Array {
  const after = (iso: string): number => msOf(iso) / MINUTE_MS - range.from;
  const part: Part | undefined = zoom === undefined ? undefined : { from: after(zoom.from), to: after(zoom.to) + 1 };
  const { resolutionMinutes } = answer;
  return resolutionMinutes === 1
    ? bucketEdges(range.to - range.from, pixels, part)
    : alignedEdges(range, resolutionMinutes, pixels, part);
}

/** Back to front: the focus is drawn last. */
export const backToFront = (prepared: PreparedChart): readonly PreparedSeries[] =>
  [...prepared.series].sort((a, b) => Number(a.isFocus) - Number(b.isFocus));

/** The panes' indices of grids and axes. */
export const PRICE = 0;
export const DEVIATION = 1;
export const STRIP = 2;
