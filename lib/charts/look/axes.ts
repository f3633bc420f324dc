import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { axisPrice, formatLevel, formatUtc } from '../../words/numbers';
import { wholeSight } from '../pointing/sight';
import type { Box } from './layout';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';
import { linearTicks, logTicks } from './ticks';

/** Pixels between two ticks of an upright axis. */
const TICK_PITCH = 44;
/** Pixels a time of day needs under the axis. */
const TIME_PITCH = 90;

/** As many times as there is room for. */
export const timesIn = ({ layout }: PreparedChart): number => Math.max(2, Math.floor(layout.price.width / TIME_PITCH));

/** In UTC; the ticks of another zone are drawn by `zonedTimes`. */
export function timeAxes(prepared: PreparedChart): XAXisComponentOption[] {
  const { range, ink, layout, chart } = prepared;
  const isUtc = (chart.zone ?? 'utc') === 'utc';
  return [PRICE, DEVIATION, STRIP].map((gridIndex) => ({
    type: 'time',
    gridIndex,
    min: wholeSight(range).from,
    max: wholeSight(range).to,
    splitNumber: timesIn(prepared),
    axisLine: { show: true, onZero: false, lineStyle: { color: ink.frame } },
    axisTick: { show: isUtc && gridIndex === STRIP, lineStyle: { color: ink.frame } },
    splitLine: { show: isUtc && gridIndex !== STRIP, lineStyle: { color: ink.rule } },
    axisLabel: {
      show: isUtc && gridIndex === STRIP,
      color: ink.quiet,
      fontSize: layout.fontSize,
      formatter: timeLabel,
      hideOverlap: true,
      showMinLabel: false,
      showMaxLabel: false,
    },
  }));
}

/** The time of day in UTC; at midnight the date instead. Between two minutes nothing, for it would be the one's name a second time. */
export function timeLabel(ms: number): string {
  if (ms % MINUTE_MS !== 0) return '';
  const text = formatUtc(ms);
  return text.endsWith('00:00') ? text.slice(0, 10) : text.slice(11);
}

const upright = (prepared: PreparedChart, gridIndex: number, ticks: readonly number[]): YAXisComponentOption => ({
  gridIndex,
  axisLine: { show: false, onZero: false },
  axisTick: { show: false, customValues: [...ticks] },
  splitLine: { lineStyle: { color: prepared.ink.rule } },
  axisLabel: { color: prepared.ink.quiet, fontSize: prepared.layout.fontSize, customValues: [...ticks] },
});

const wanted = (box: Box): number => Math.max(2, Math.floor(box.height / TICK_PITCH));

/** Prices, from `prepared.prices`. */
export function priceAxis(prepared: PreparedChart): YAXisComponentOption {
  const { least, most, log, isEmpty } = prepared.prices;
  const many = wanted(prepared.layout.price);
  const ticks = isEmpty ? [] : log ? logTicks(least, most, many) : linearTicks(least, most, many);
  const base = upright(prepared, PRICE, ticks);
  return {
    ...base,
    type: log ? 'log' : 'value',
    min: least,
    max: most,
    axisLabel: { ...base.axisLabel, formatter: (value: number) => axisPrice(Number(value.toPrecision(12))) },
  } as YAXisComponentOption;
}

/** Deviations in percent, from `prepared.deviations`. */
export function deviationAxis(prepared: PreparedChart): YAXisComponentOption {
  const { least, most } = prepared.deviations;
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
    axisLabel: { color: prepared.ink.ink, fontSize: prepared.layout.fontSize, interval: 0 },
  };
}
