import type { LineSeriesOption, ScatterSeriesOption } from 'echarts';
import type { Line, Points } from './points';
import type { Dash } from '../look/venueColour';

/** What a line is drawn with, whatever it shows. */
interface Stroke {
  readonly id: string;
  readonly pane: number;
  readonly colour: string;
  readonly width: number;
  readonly opacity: number;
  readonly dash: Dash;
  readonly z: number;
}

/** The dashes that ECharts has no word for, in pixels of line and gap. */
export const DASH_DOTS = { 'dash-dot': [7, 3, 1.5, 3], 'dash-dot-dot': [7, 3, 1.5, 3, 1.5, 3] };

/**
 * A line through flat points. Nothing is sampled, joined over holes or animated: ECharts' own sampling drops wicks, and a
 * joined hole is a price nobody published.
 */
export function lineSeries(points: Points, { id, pane, colour, width, opacity, dash, z }: Stroke): LineSeriesOption {
  return {
    type: 'line',
    id,
    xAxisIndex: pane,
    yAxisIndex: pane,
    dimensions: ['time', 'value'],
    data: flat(points),
    connectNulls: false,
    showSymbol: false,
    animation: false,
    silent: true,
    emphasis: { disabled: true },
    clip: true,
    z,
    itemStyle: { color: colour },
    lineStyle: {
      color: colour,
      width,
      opacity,
      type: dash === 'dash-dot' || dash === 'dash-dot-dot' ? DASH_DOTS[dash] : dash,
      join: 'round',
      cap: dash === 'solid' ? 'round' : 'butt',
    },
  };
}

/** Dots for the points that stand alone between two holes; no series where there is none. */
export function dotSeries(line: Line, { id, pane, colour, width, opacity, z }: Stroke): ScatterSeriesOption[] {
  if (line.alone.length === 0) return [];
  return [
    {
      type: 'scatter',
      id,
      xAxisIndex: pane,
      yAxisIndex: pane,
      dimensions: ['time', 'value'],
      data: flat(line.alone),
      symbol: 'circle',
      symbolSize: width + 1.5,
      animation: false,
      progressive: 0,
      silent: true,
      emphasis: { disabled: true },
      clip: true,
      z,
      itemStyle: { color: colour, opacity },
    },
  ];
}

/** ECharts takes flat typed arrays (three times faster than pairs) but its types do not say so. */
export const flat = (points: Float64Array): number[][] => points as unknown as number[][];
