import type { LineSeriesOption } from 'echarts';
import { MINUTE_MS } from '../domain/minute';
import { DEVIATION, PRICE, STRIP, type Scene } from './scene';

/** So many places can be pointed at; a longer window is pointed at in steps of whole minutes, finer than its pixels. */
const MOST_PLACES = 20_000;

/**
 * Invisible, one place per minute in every pane. The crosshair's words belong to the nearest place that has data; without
 * these a minute inside a gap would show the words of another minute.
 */
export function hoverSeries({ range, chart }: Scene): LineSeriesOption[] {
  if (chart.still === true) return [];
  const step = Math.max(1, Math.ceil((range.to - range.from) / MOST_PLACES));
  const places: [number, number][] = [];
  for (let minute: number = range.from; minute < range.to; minute += step) places.push([minute * MINUTE_MS, NaN]);
  return [PRICE, DEVIATION, STRIP].map((pane) => ({ type: 'line', id: `hover ${pane}`, xAxisIndex: pane, yAxisIndex: pane, data: places, silent: true, animation: false, showSymbol: false, lineStyle: { opacity: 0 } }));
}
