import type { EChartsCoreOption } from 'echarts/core';
import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import type { GanttChart } from './chart';
import { layoutOf } from './layout';
import { pathSeries, pathNames } from './path';
import { rowOf } from './rows';
import { depthScale, pathScale, type Scale } from './scales';
import { declaredBand, captionsOf } from './declared';
import { timeAxis, anchor, zoneName, levelAxis } from './axes';
import { depths } from './depths';
import { stampsBehind, simulatedMark } from './simulated';
import { text } from './still';

/** The chart as ECharts draws it; everything in it stands still. */
export function ganttOption(chart: GanttChart): EChartsCoreOption {
  const layout = layoutOf(chart);
  const captions = captionsOf(layout);
  const panes = [layout.path, layout.depth, { top: layout.rowsTop, height: layout.bottom - layout.rowsTop }];
  const scales = [
    pathScale(chart, layout),
    depthScale(chart, layout),
    { least: 0, most: 1, ticks: [] as readonly number[] },
  ];
  const shown = panes.flatMap((pane, i) => (pane === undefined ? [] : [{ pane, scale: scales[i] as Scale, i }]));
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: FONT },
    grid: shown.map(({ pane }) => ({ left: layout.left, top: pane.top, width: layout.width, height: pane.height })),
    xAxis: shown.map((_, at) => timeAxis(chart, layout, at, at === shown.length - 1)),
    yAxis: shown.map(({ scale }, at) => levelAxis(layout, scale, at)),
    series: shown.flatMap(({ i }, at) => (i === 0 ? pathSeries(chart, layout, at) : [anchor(chart, at)])),
    graphic: [
      ...declaredBand(chart, layout, captions),
      ...captions.map(({ x, y, words: caption }) => text(layout, x, y, caption, { fill: INK.quiet })),
      zoneName(layout),
      ...(layout.path === undefined ? [] : pathNames(chart, layout, layout.path)),
      ...depths(chart, layout),
      ...layout.rows.flatMap((row, i) => rowOf(row, layout, i)),
      ...(chart.simulated ? [...stampsBehind(chart, layout), ...simulatedMark(chart, layout)] : []),
    ],
  };
}
