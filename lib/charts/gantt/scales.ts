import { linearTicks } from '../look/ticks';
import { drawnOf, type GanttChart } from './chart';
import type { GanttLayout, Pane } from './layout';

const TICK_PITCH = 40;

export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** From a little beyond the extremes; 0 is always in sight. */
function scaleOf(values: readonly number[], pane: number): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(high - low, 0.01) * 0.08;
  const [least, most] = [low < 0 ? low - room : 0, high > 0 ? high + room : room];
  return { least, most, ticks: linearTicks(Math.max(-1, least), most, Math.max(2, Math.floor(pane / TICK_PITCH))) };
}

export const pathScale = (chart: GanttChart, layout: GanttLayout): Scale =>
  scaleOf(
    chart.paths.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value))),
    layout.path?.height ?? TICK_PITCH,
  );
export const depthScale = (chart: GanttChart, layout: GanttLayout): Scale =>
  scaleOf([...drawnOf(chart).map(({ peak }) => peak), ...chart.levels.map((level) => -level)], layout.depth.height);

/** The pixel of a value in its pane, from the chart's top edge. */
export const heightIn =
  ({ top, height }: Pane, { least, most }: Scale) =>
  (value: number): number =>
    top + (height * (most - value)) / (most - least);
