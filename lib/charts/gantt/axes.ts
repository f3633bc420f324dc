import { MINUTE_MS } from '../../domain/minute';
import { formatLevel } from '../../words/numbers';
import { zoneNames } from '../../words/zones';
import { timeLabel } from '../look/axes';
import { PAGE_INK as INK } from '../look/pageInk';
import { zoneEnd } from '../look/zoneEnd';
import type { GanttChart } from './chart';
import type { GanttLayout } from './layout';
import type { Scale } from './scales';
import { type Still, text } from './still';

const TIME_PITCH = 84;

export const timeAxis = ({ from, to }: GanttChart, layout: GanttLayout, gridIndex: number, isLast: boolean): Still => ({
  type: 'time',
  gridIndex,
  min: from * MINUTE_MS,
  max: to * MINUTE_MS,
  splitNumber: Math.max(2, Math.floor(layout.width / TIME_PITCH)),
  axisLine: { show: isLast, lineStyle: { color: INK.frame } },
  axisTick: { show: isLast, lineStyle: { color: INK.frame } },
  splitLine: { show: true, lineStyle: { color: INK.rule } },
  axisLabel: {
    show: isLast,
    color: INK.quiet,
    fontSize: layout.fontSize,
    formatter: timeLabel,
    hideOverlap: true,
    showMaxLabel: false,
  },
});

export const levelAxis = (layout: GanttLayout, { least, most, ticks }: Scale, gridIndex: number): Still => ({
  type: 'value',
  gridIndex,
  min: least,
  max: most,
  axisLine: { show: false },
  axisTick: { show: false, customValues: [...ticks] },
  splitLine: { show: ticks.length > 0, lineStyle: { color: INK.rule } },
  axisLabel: {
    show: ticks.length > 0,
    color: INK.quiet,
    fontSize: layout.fontSize,
    customValues: [...ticks],
    formatter: (value: number) => formatLevel(value),
  },
});

/** A grid without a series draws no axis. */
export const anchor = ({ from }: GanttChart, at: number): Still => ({
  type: 'line',
  xAxisIndex: at,
  yAxisIndex: at,
  silent: true,
  showSymbol: false,
  lineStyle: { color: INK.rule },
  data: [[from * MINUTE_MS, null]],
});

/** Of the times, beside them: drawn by the server, the chart is the same for everybody. */
export const zoneName = (layout: GanttLayout): Still =>
  text(layout, zoneEnd(layout.left), layout.bottom + 14, zoneNames.utc, { fill: INK.quiet, align: 'right' });
