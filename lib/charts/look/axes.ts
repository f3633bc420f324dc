import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { bucketAt } from '../buckets/bucket';
import type { ChartAnswer } from '../chart';
import { axisPrice, formatLevel, formatUtc } from '../../words/en/numbers';
import { boundsOf } from './bounds';
import type { Box } from './layout';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';
import { linearTicks, logTicks } from './ticks';
import { nearestMinute } from '../pointing/tooltip';

/** Pixels between two ticks of an upright axis. */
const TICK_PITCH = 44;
/** Pixels a time of day needs under the axis. */
const TIME_PITCH = 90;

/** A minute stands at its open time, so the axis runs half a minute further on both sides than the window's first and last. */
export function timeAxes(prepared: PreparedChart): XAXisComponentOption[] {
  const { range, ink, layout, chart } = prepared;
  return [PRICE, DEVIATION, STRIP].map((gridIndex) => ({
    type: 'time',
    gridIndex,
    min: (range.from - 0.5) * MINUTE_MS,
    max: (range.to - 0.5) * MINUTE_MS,
    splitNumber: Math.max(2, Math.floor(layout.price.width / TIME_PITCH)),
    axisLine: { show: true, onZero: false, lineStyle: { color: ink.frame } },
    axisTick: { show: gridIndex === STRIP, lineStyle: { color: ink.frame } },
    splitLine: { show: gridIndex !== STRIP, lineStyle: { color: ink.rule } },
    axisLabel: {
      show: gridIndex === STRIP,
      color: ink.quiet,
      fontSize: layout.fontSize,
      formatter: timeLabel,
      hideOverlap: true,
      showMinLabel: false,
      showMaxLabel: false,
    },
    axisPointer: {
      show: chart.still !== true,
      snap: false,
      lineStyle: { color: ink.quiet, type: 'solid', width: 1 },
      label: {
        show: gridIndex === STRIP,
        formatter: ({ value }: { value: unknown }) => `${formatUtc(pointedAt(chart.answer, Number(value)))} UTC`,
      },
    },
  }));
}

/** The minute under the crosshair, or the beginning of the bucket. */
const pointedAt = (answer: ChartAnswer, ms: number): number =>
  answer.resolutionMinutes === 1 ? nearestMinute(answer, ms) : bucketAt(answer, ms).fromMs;

/** The time of day in UTC; at midnight the date instead. */
export function timeLabel(ms: number): string {
  const text = formatUtc(ms);
  return text.endsWith('00:00') ? text.slice(0, 10) : text.slice(11);
}

/** Room beyond the extremes, as a share of the scale. */
const PADDING = 0.06;

const upright = (prepared: PreparedChart, gridIndex: number, ticks: readonly number[]): YAXisComponentOption => ({
  gridIndex,
  axisLine: { show: false, onZero: false },
  axisTick: { show: false, customValues: [...ticks] },
  splitLine: { lineStyle: { color: prepared.ink.rule } },
  axisPointer: { show: false },
  axisLabel: { color: prepared.ink.quiet, fontSize: prepared.layout.fontSize, customValues: [...ticks] },
});

const wanted = (box: Box): number => Math.max(2, Math.floor(box.height / TICK_PITCH));

/** Prices: from a little under the lowest low to a little over the highest high, never under 0. */
export function priceAxis(prepared: PreparedChart): YAXisComponentOption {
  const focus = prepared.focus === undefined ? [] : [prepared.focus.columns.referenceClose];
  const bounds = boundsOf([
    ...prepared.series.flatMap(({ columns }) => [columns.low, columns.high, columns.close]),
    ...focus,
  ]);
  const log = prepared.chart.scale === 'log' && bounds !== undefined && bounds.least > 0;
  const { least, most } = log ? widenedByFactor(bounds) : widened(bounds ?? { least: 0, most: 1 }, { floor: 0 });
  const ticks =
    bounds === undefined
      ? []
      : log
        ? logTicks(least, most, wanted(prepared.layout.price))
        : linearTicks(least, most, wanted(prepared.layout.price));
  const base = upright(prepared, PRICE, ticks);
  return {
    ...base,
    type: log ? 'log' : 'value',
    min: least,
    max: most,
    axisLabel: { ...base.axisLabel, formatter: (value: number) => axisPrice(Number(value.toPrecision(12))) },
  } as YAXisComponentOption;
}

/** Deviations in percent: the extremes, 0 and both entry levels are always in sight. */
export function deviationAxis(prepared: PreparedChart): YAXisComponentOption {
  const { enter } = prepared.chart.answer;
  const bounds = boundsOf([
    ...prepared.series.flatMap(({ columns }) => [columns.dLow, columns.dHigh]),
    Float64Array.of(-enter, enter),
  ]);
  const { least, most } = widened(bounds ?? { least: -enter, most: enter }, { floor: -Infinity });
  const ticks = linearTicks(Math.max(-1, least), most, wanted(prepared.layout.deviation));
  const base = upright(prepared, DEVIATION, ticks);
  return {
    ...base,
    type: 'value',
    min: least,
    max: most,
    axisLabel: { ...base.axisLabel, formatter: (value: number) => formatLevel(value) },
  } as YAXisComponentOption;
}

/** One row a series, the first on top. */
export function stripAxis(prepared: PreparedChart): YAXisComponentOption {
  return {
    type: 'category',
    gridIndex: STRIP,
    inverse: true,
    data: [...prepared.layout.rows],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisPointer: { show: false },
    axisLabel: { color: prepared.ink.ink, fontSize: prepared.layout.fontSize, interval: 0 },
  };
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** A flat market has no height of its own; it gets a hundredth of its price to either side. */
const FLAT = 0.01;

function widened({ least, most }: Bounds, { floor }: { readonly floor: number }): Bounds {
  const room = most > least ? (most - least) * PADDING : Math.abs(most) * FLAT;
  return { least: Math.max(floor, least - room), most: most + room };
}

function widenedByFactor({ least, most }: Bounds): Bounds {
  const factor = most > least ? (most / least) ** PADDING : 1 + FLAT;
  return { least: least / factor, most: most * factor };
}
