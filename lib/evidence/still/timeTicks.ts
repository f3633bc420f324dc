import * as echarts from 'echarts/core';

/** A tick of a time axis: milliseconds since 1970, and how whole a time it is (0: the finest shown). */
export interface TimeTick {
  readonly value: number;
  readonly level: number;
}

interface Scale {
  getTicks(): readonly { readonly value: number; readonly time?: { readonly level: number } }[];
}

interface Helper {
  createScale(extent: readonly [number, number], model: unknown): Scale;
}

/** All that the scale asks of the chart it belongs to: times are UTC, and no words. */
const UTC_CHART = { getLocaleModel: () => new echarts.Model({}), get: (name: string) => name === 'useUTC' };

/** The ticks of ECharts' own time axis, both ends of the axis included. */
export function timeTicks(min: number, max: number, splitNumber: number): readonly TimeTick[] {
  const model = new echarts.Model({ type: 'time', min, max, splitNumber }, undefined, UTC_CHART as never);
  const scale = (echarts.helper as unknown as Helper).createScale([min, max], model);
  return scale.getTicks().map(({ value, time: { level } = { level: 0 } }) => ({ value, level }));
}

/** The width that ECharts counts with where there is no browser to ask. */
export const measuredWidth = (text: string, fontSize: number): number =>
  echarts.format.getTextRect(text, [`${fontSize}px`, 'sans-serif'].join(' ')).width;
