import type { CustomSeriesOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import type { Zone } from '../../domain/zone';
import { timesIn } from '../look/axes';
import { textWidth } from '../look/textWidth';
import { zonedTicks } from '../look/zonedTicks';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';
import { wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { fontOf } from './marks';

/** Between the strip and the times under it, and how far a tick reaches. */
const TICK = 5;
const BELOW = 14;

/**
 * The time axis of another zone than UTC: its ticks, and lines through the panes above. The axis of ECharts knows UTC and the browser's clock
 * alone; it has none then. For a reader on UTC, and in every still picture, it is that of ECharts: the canvas takes over from the picture
 * that the page brought without a tick that moves.
 */
export const zonedTimes = (prepared: PreparedChart): CustomSeriesOption[] => {
  const { zone = 'utc' } = prepared.chart;
  if (zone === 'utc') return [];
  return [
    ...[PRICE, DEVIATION].map((pane) =>
      wholePane(prepared, { id: `zoned-lines ${String(pane)}`, pane, z: 0 }, (view) => linesOf(prepared, zone, view)),
    ),
    wholePane(prepared, { id: 'zoned-times', pane: STRIP, z: 0, overflows: true }, (view) =>
      timesOf(prepared, zone, view),
    ),
  ];
};

const ticksOf = (prepared: PreparedChart, zone: Zone, view: PaneView): readonly { x: number; label: string }[] => {
  const { left, width } = view.pane;
  const instant = (pixel: number): number => (prepared.range.from + (pixel - view.x(0)) / view.minuteWidth) * MINUTE_MS;
  return zonedTicks(instant(left), instant(left + width), zone, timesIn(prepared)).map(({ at, label }) => ({
    x: view.x(at / MINUTE_MS - prepared.range.from),
    label,
  }));
};

const line = (x: number, top: number, height: number, stroke: string): Drawn => ({
  type: 'line',
  shape: { x1: x, y1: top, x2: x, y2: top + height },
  style: { stroke, lineWidth: 1 },
});

const linesOf = (prepared: PreparedChart, zone: Zone, view: PaneView): readonly Drawn[] =>
  ticksOf(prepared, zone, view).map(({ x }) => line(x, view.pane.top, view.pane.height, prepared.ink.rule));

function timesOf(prepared: PreparedChart, zone: Zone, view: PaneView): readonly Drawn[] {
  const { ink, layout } = prepared;
  const { left, width, top, height } = view.pane;
  const foot = top + height;
  let free = left;
  return ticksOf(prepared, zone, view).flatMap(({ x, label }) => {
    const half = textWidth(label, layout.fontSize) / 2;
    const tick = line(x, foot, TICK, ink.frame);
    // A time that would stand over the last one, or beyond the panes, is left to its tick.
    if (x - half < free || x + half > left + width) return [tick];
    free = x + half + TICK;
    const style = { text: label, x, y: foot + BELOW, align: 'center', verticalAlign: 'middle', fill: ink.quiet };
    return [tick, { type: 'text' as const, style: { ...style, fontSize: layout.fontSize, ...fontOf(prepared) } }];
  });
}
