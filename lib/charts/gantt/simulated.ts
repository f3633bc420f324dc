import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import { stampsIn } from '../look/stampPlaces';
import type { GanttChart } from './chart';
import type { GanttLayout } from './layout';
import type { Still } from './still';

/** Behind the data and the words of each pane: no crop of what happened loses all of them. */
export function stampsBehind(chart: GanttChart, layout: GanttLayout): Still[] {
  const { left, width, path, depth, rowsTop, bottom } = layout;
  const rows = { top: rowsTop, height: bottom - rowsTop };
  const panes = [path, depth, rows].flatMap((pane) => (pane === undefined ? [] : [{ left, width, ...pane }]));
  return stampsIn(panes, { fill: INK.stamp, isCompact: chart.compact, fontFamily: FONT }).map((stamp) => ({
    ...stamp,
    z: 1,
  }));
}
