import type { LineSeriesOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';

/** So many places can be pointed at, more than a screen has pixels. */
const MOST_PLACES = 20_000;

/**
 * Invisible, one place per minute (of a long window: per bucket) in every pane. The crosshair's words belong to the nearest place that has data; without
 * these a minute inside a gap would show the words of another minute.
 */
export function hoverSeries({ range, chart }: PreparedChart): LineSeriesOption[] {
  if (chart.still === true) return [];
  const step = Math.max(chart.answer.resolutionMinutes, Math.ceil((range.to - range.from) / MOST_PLACES));
  const places: [number, number][] = [];
  // Of a long window each bucket is pointed at by its middle; its first and last may be cut.
  const first =
    step === 1 ? range.from : Math.max(range.from, Math.floor(range.from / step) * step + Math.floor(step / 2));
  for (let minute: number = first; minute < range.to; minute += step) places.push([minute * MINUTE_MS, NaN]);
  return [PRICE, DEVIATION, STRIP].map((pane) => ({
    type: 'line',
    id: `hover ${pane}`,
    xAxisIndex: pane,
    yAxisIndex: pane,
    data: places,
    silent: true,
    animation: false,
    showSymbol: false,
    lineStyle: { opacity: 0 },
  }));
}
