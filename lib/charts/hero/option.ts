import type { EChartsOption, XAXisComponentOption } from 'echarts';
import type { DeviationChart } from '../chart';
import { baseOption } from '../base';
import { priceAxis, timeAxes } from '../look/axes';
import { stamps } from '../look/decor';
import type { Box } from '../look/layout';
import { axisPrice } from '../../words/numbers';
import { textWidth } from '../look/textWidth';
import { endNameSeries } from '../panes/endNames';
import { markSeries } from '../panes/marks';
import { priceSeries } from '../panes/pricePane';
import { PRICE, prepareChart, type PreparedChart } from '../prepared';

/** Between a price and the pane. */
const LABEL_GAP = 12;
/** Above the pane half a line, under it the times. */
const ROOM = { top: 8, foot: 26 } as const;

/** The pane of prices alone, at the full height of its place: an event's picture before anything is asked. */
export function heroOption(chart: DeviationChart): EChartsOption {
  const prepared = alone(prepareChart(chart));
  const { layout } = prepared;
  return {
    ...baseOption(prepared),
    grid: [{ ...layout.price, outerBoundsMode: 'none' }],
    xAxis: [timeAxis(prepared)],
    yAxis: [priceAxis(prepared)],
    series: [...priceSeries(prepared), ...markSeries(prepared), ...endNameSeries(prepared)].filter(
      ({ xAxisIndex }) => xAxisIndex === PRICE,
    ),
    graphic: stamps(prepared, [layout.price]),
  };
}

/** The same with no other pane: its left edge leaves room for its own prices, not for the names of rows. */
function alone(prepared: PreparedChart): PreparedChart {
  const { layout } = prepared;
  const height = layout.height - ROOM.top - ROOM.foot;
  const place = (left: number): Box => ({
    left,
    top: ROOM.top,
    width: layout.price.left + layout.price.width - left,
    height,
  });
  const first = { ...prepared, layout: { ...layout, price: place(0) } };
  const ticks = priceAxis(first).axisLabel?.customValues ?? [];
  const widest = Math.max(0, ...ticks.map((tick) => textWidth(axisPrice(Number(tick)), layout.fontSize)));
  return { ...prepared, layout: { ...layout, price: place(Math.ceil(widest + LABEL_GAP)) } };
}

function timeAxis(prepared: PreparedChart): XAXisComponentOption {
  const [axis] = timeAxes(prepared);
  const { ink } = prepared;
  return {
    ...axis,
    axisTick: { show: true, lineStyle: { color: ink.frame } },
    axisLabel: { ...axis?.axisLabel, show: true },
  } as XAXisComponentOption;
}
