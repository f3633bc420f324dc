import { SIMULATED } from '../../words/names';
import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import { textWidth } from '../look/textWidth';
import { stampsIn } from '../look/stampPlaces';
import type { GanttChart } from './chart';
import { MARK_WIDTH, type GanttLayout } from './layout';
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

/** In the right margin, from top to bottom, so that no crop of the plot's height loses it: hatched, and never over words. */
export function simulatedMark({ width }: GanttChart, layout: GanttLayout): Still[] {
  const x = width - MARK_WIDTH;
  const stripes: Still[] = [];
  for (let y = 0; y < layout.height; y += 10)
    stripes.push({
      type: 'line',
      silent: true,
      z: 1,
      shape: { x1: x, y1: Math.min(layout.height, y + 10), x2: x + MARK_WIDTH, y2: y },
      style: { stroke: INK.caution, lineWidth: 1.5, opacity: 0.35 },
    });
  const words: Still[] = [];
  const step = textWidth(SIMULATED, 12) * 1.2 + 72;
  for (let y = step / 2; y < layout.height; y += step)
    words.push({
      type: 'text',
      x: x + MARK_WIDTH / 2,
      y,
      rotation: Math.PI / 2,
      silent: true,
      z: 11,
      style: {
        text: SIMULATED,
        fill: 'var(--stamp-ink)',
        backgroundColor: 'var(--stamp)',
        padding: [2, 6],
        fontFamily: FONT,
        fontSize: 12,
        fontWeight: 700,
        align: 'center',
        verticalAlign: 'middle',
      },
    });
  return [...stripes, ...words];
}
