import { MINUTE_MS } from '../../domain/minute';
import { gantt as words } from '../../words/events';
import { signedPercent } from '../../words/numbers';
import { PAGE_INK as INK } from '../look/pageInk';
import { textWidth } from '../look/textWidth';
import type { GanttChart } from './chart';
import { thinned } from './thinned';
import { freePlace, HALF_LINE, NEAREST, type Spot } from './freePlace';
import { BOLDER, edgesOf, type GanttLayout, type Pane } from './layout';
import { heightIn, pathScale } from './scales';
import { type Still, text } from './still';

export const pathSeries = ({ paths, from }: GanttChart, { width }: GanttLayout, at: number): Still[] =>
  [...paths]
    .sort((a, b) => Number(a.isNamed) - Number(b.isNamed))
    .map(({ values, isNamed }) => ({
      type: 'line',
      xAxisIndex: at,
      yAxisIndex: at,
      silent: true,
      showSymbol: false,
      connectNulls: false,
      lineStyle: { color: isNamed ? INK.ink : INK.quiet, width: isNamed ? 1.5 : 1 },
      z: isNamed ? 3 : 2,
      data: thinned(values, width).map(([place, value]) => [
        (from + place) * MINUTE_MS,
        Number.isNaN(value) ? null : value,
      ]),
    }));

/** The lines in front, named at their lows where there is room, by a thin line where that is further off. */
export function pathNames(chart: GanttChart, layout: GanttLayout, pane: Pane): Still[] {
  const yOf = heightIn(pane, pathScale(chart, layout));
  const around = {
    lines: chart.paths.map(({ values }) =>
      values.map((value, place): Spot => [layout.xOf(chart.from + place), yOf(value)]),
    ),
    edges: edgesOf(chart, layout),
    left: layout.left - 5,
    right: layout.left + layout.width,
    top: pane.top,
    bottom: pane.top + pane.height,
  };
  return chart.paths
    .filter(({ isNamed }) => isNamed)
    .flatMap(({ name, values }) => {
      const low = Math.min(...values.filter((value) => !Number.isNaN(value)));
      const [x, y] = [layout.xOf(chart.from + values.indexOf(low)), yOf(low)];
      const label = words.label(name, signedPercent(low));
      const at = freePlace([x, y], textWidth(label, layout.fontSize) * BOLDER, around);
      const isNear = Math.abs(at.x - x) <= NEAREST && Math.abs(at.y - y) <= HALF_LINE;
      return [
        ...(isNear ? [] : [leader(x, y, at.x + (at.align === 'left' ? -2 : 2), at.y)]),
        text(layout, at.x, at.y, label, { align: at.align, fontWeight: 600 }),
      ];
    });
}

const leader = (x1: number, y1: number, x2: number, y2: number): Still => ({
  type: 'line',
  silent: true,
  z: 9,
  shape: { x1, y1, x2, y2 },
  style: { stroke: INK.quiet, lineWidth: 1 },
});
