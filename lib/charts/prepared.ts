import { isComputed } from '../domain/market';
import { BLOCS } from '../domain/method';
import { MINUTE_MS, type MinuteRange } from '../domain/minute';
import { referenceOf, takesBloc } from '../domain/reference';
import type { SeriesColumns } from '../domain/seriesColumns';
import { focusOf, seriesKey, type DeviationChart } from './chart';
import { columnsOf, windowOf, type Columns } from './buckets/columns';
import { alignedEdges } from './buckets/extremes';
import { medianCloses, together, unitOfSlots, type Together } from './buckets/units';
import { deviationBounds, priceBounds, type Bounds, type PriceBounds } from './look/bounds';
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
  /** The unit each slot lies in. */
  readonly unitOf: Int32Array;
  readonly colour: string;
  readonly dash: Dash;
  /** The one in question; or a line of its own; or one of the market. */
  readonly part: 'focus' | 'line' | 'market';
}

/** The median of one quote's venues. */
export interface BlocMedian {
  readonly quote: string;
  readonly closes: Float64Array;
}

/** Everything the panes of a chart share. */
export interface PreparedChart {
  readonly chart: DeviationChart;
  readonly range: MinuteRange;
  readonly layout: Layout;
  readonly ink: Ink;
  /** In the order of the strip's rows. */
  readonly series: readonly PreparedSeries[];
  readonly focus: PreparedSeries | undefined;
  /** Those drawn as lines. */
  readonly lines: readonly PreparedSeries[];
  /** Where each unit (a minute; of a long window a bucket) begins and where the last ends, in minutes since the window's first. */
  readonly units: Uint32Array;
  /** All others than the focus together. */
  readonly others: Together;
  /** The focus by itself, unit by unit. */
  readonly own: Together;
  /** The medians of USD and USDT venues, where both are there and part; else none. */
  readonly blocs: readonly BlocMedian[];
  readonly prices: PriceBounds;
  readonly deviations: Bounds;
}

export function prepareChart(chart: DeviationChart): PreparedChart {
  const { answer } = chart;
  const range = windowOf(answer);
  const layout = layoutOf(chart);
  const inFront = focusOf(chart);
  const units = alignedEdges(range, answer.resolutionMinutes, Infinity);
  const series = layout.order.map((one) => prepareSeries(chart, one, range, one === inFront));
  const focus = series.find(({ part }) => part === 'focus');
  const traded = series.filter(({ part, series: { kind } }) => part !== 'focus' && !isComputed(kind));
  const count = units.length - 1;
  return {
    chart,
    range,
    layout,
    ink: inkOf(chart.theme),
    series,
    focus,
    lines: series.filter(({ part }) => part === 'line'),
    units,
    others: together(traded, count),
    own: together(focus === undefined ? [] : [focus], count),
    blocs: blocsOf(chart, traded, count),
    prices: priceBounds(chart),
    deviations: deviationBounds(chart),
  };
}

function prepareSeries(
  { answer, theme, lines }: DeviationChart,
  series: SeriesColumns,
  range: MinuteRange,
  isFocus: boolean,
): PreparedSeries {
  // Prices nobody traded at are no part of the market; whoever chose them wants to see them.
  const isLine = isComputed(series.kind) || lines?.includes(series.venue) === true;
  return {
    series,
    key: seriesKey(series),
    ...placedOf(series, range, answer.resolutionMinutes),
    ...seriesLook(series, theme),
    part: isFocus ? 'focus' : isLine ? 'line' : 'market',
  };
}

type Placed = Pick<PreparedSeries, 'columns' | 'timesMs' | 'unitOf'>;

const placedKnown = new WeakMap<SeriesColumns, { readonly key: string; readonly placed: Placed }>();

/** Does not depend on how the chart is looked at: of a page it is drawn twice, and in a browser again at each change. */
function placedOf(series: SeriesColumns, range: MinuteRange, resolution: number): Placed {
  const key = [range.from, range.to, resolution].join(' ');
  const known = placedKnown.get(series);
  if (known?.key === key) return known.placed;
  const columns = columnsOf(series, range, resolution);
  const placed = {
    columns,
    timesMs: Float64Array.from(columns.at, (minutes) => (range.from + minutes) * MINUTE_MS),
    unitOf: unitOfSlots(columns, range, resolution),
  };
  placedKnown.set(series, { key, placed });
  return placed;
}

/** Two blocs part where their medians are this far from each other, */
const PARTED = 0.005;
/** in this share of the units where both have one. */
const PARTED_SHARE = 0.05;

function blocsOf({ answer }: DeviationChart, traded: readonly PreparedSeries[], units: number): readonly BlocMedian[] {
  if (answer.bloc !== 'all' || !takesBloc(referenceOf(answer.reference))) return [];
  const spot = traded.filter(({ series }) => series.kind === 'spot');
  const medians = BLOCS.map((quote) => {
    const members = spot.filter(({ series }) => series.market.endsWith(`/${quote}`));
    return members.length === 0 ? undefined : { quote, closes: medianCloses(members, units) };
  });
  const [usd, usdt] = medians;
  if (usd === undefined || usdt === undefined) return [];
  let [both, parted] = [0, 0];
  usd.closes.forEach((close, unit) => {
    const distance = Math.abs((usdt.closes[unit] ?? NaN) / close - 1);
    if (Number.isNaN(distance)) return;
    both += 1;
    if (distance > PARTED) parted += 1;
  });
  return parted > both * PARTED_SHARE ? [usd, usdt] : [];
}

/** The panes' indices of grids and axes. */
export const PRICE = 0;
export const DEVIATION = 1;
export const STRIP = 2;
