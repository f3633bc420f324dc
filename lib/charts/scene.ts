import { MINUTE_MS, type MinuteRange } from '../domain/minute';
import { focusOf, seriesKey, type ChartSeries, type DeviationChart } from './chart';
import { columnsOf, msOf, windowOf, type Columns } from './columns';
import { bucketEdges } from './extremes';
import { layoutOf, type Layout } from './layout';
import { inkOf, type Ink } from './theme';
import { venueColour, venueDash, type Dash } from './venueColour';

/** One series, ready to draw. */
export interface Actor {
  readonly series: ChartSeries;
  readonly key: string;
  readonly columns: Columns;
  readonly colour: string;
  readonly dash: Dash;
  readonly isFocus: boolean;
}

/** Everything the panes of a chart share. */
export interface Scene {
  readonly chart: DeviationChart;
  readonly range: MinuteRange;
  readonly layout: Layout;
  readonly ink: Ink;
  readonly actors: readonly Actor[];
  readonly focus: Actor | undefined;
  /** The buckets all panes draw. */
  readonly edges: Uint32Array;
}

export function sceneOf(chart: DeviationChart): Scene {
  const range = windowOf(chart.answer);
  const layout = layoutOf(chart);
  const inFront = focusOf(chart);
  const actors = chart.answer.series.map((series) => ({
    series,
    key: seriesKey(series),
    columns: columnsOf(series, range),
    colour: venueColour(series.venue, chart.theme),
    dash: venueDash(series.venue),
    isFocus: series === inFront,
  }));
  const slotAt = (iso: string): number => msOf(iso) / MINUTE_MS - range.from;
  const part = chart.zoom === undefined ? undefined : { from: slotAt(chart.zoom.from), to: slotAt(chart.zoom.to) + 1 };
  const edges = bucketEdges(range.to - range.from, layout.price.width, part);
  return { chart, range, layout, ink: inkOf(chart.theme), actors, focus: actors.find(({ isFocus }) => isFocus), edges };
}

/** Back to front: the focus is drawn last. */
export const backToFront = (scene: Scene): readonly Actor[] => [...scene.actors].sort((a, b) => Number(a.isFocus) - Number(b.isFocus));

/** The lowest and the highest of some columns; undefined where they hold nothing but holes. */
export function boundsOf(columns: readonly Float64Array[]): { readonly least: number; readonly most: number } | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const column of columns) {
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? { least, most } : undefined;
}

/** The panes' indices of grids and axes. */
export const PRICE = 0;
export const DEVIATION = 1;
export const STRIP = 2;
