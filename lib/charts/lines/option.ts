import type { EChartsOption, XAXisComponentOption } from 'echarts';
import { baseOption } from '../base';
import type { DeviationChart } from '../chart';
import { deviationAxis, priceAxis, timeAxes } from '../look/axes';
import { linesDecorOf } from '../look/decor';
import { linesLayoutOf } from '../look/layout';
import { deviationSeries } from '../panes/deviationPane';
import { endNameSeries } from '../panes/endNames';
import { markSeries } from '../panes/marks';
import { priceSeries } from '../panes/pricePane';
import { DEVIATION, PRICE, prepareChart } from '../prepared';

/**
 * The panes of prices and of deviations without the strip, at the full height of the place: where a picture has no room for a row a venue, or has
 * a table of them; where the place is too low for two, the prices alone. The chart has a height, and is still.
 */
export function linesOption(chart: DeviationChart & { readonly height: number }): EChartsOption {
  const prepared = { ...prepareChart(chart), layout: linesLayoutOf(chart) };
  const { layout, ink } = prepared;
  const panes = layout.deviation.height === 0 ? [PRICE] : [PRICE, DEVIATION];
  const lowest = panes.at(-1);
  return {
    ...baseOption(prepared),
    grid: panes.map((pane) => ({
      ...(pane === PRICE ? layout.price : layout.deviation),
      outerBoundsMode: 'none' as const,
    })),
    xAxis: timeAxes(prepared).flatMap((axis) => {
      if (!panes.some((pane) => pane === axis.gridIndex)) return [];
      if (axis.gridIndex !== lowest) return [axis];
      const axisTick = { show: true, lineStyle: { color: ink.frame } };
      return [{ ...axis, axisTick, axisLabel: { ...axis.axisLabel, show: true } } as XAXisComponentOption];
    }),
    yAxis: panes.map((pane) => (pane === PRICE ? priceAxis(prepared) : deviationAxis(prepared))),
    series: [
      ...priceSeries(prepared),
      ...deviationSeries(prepared),
      ...markSeries(prepared),
      ...endNameSeries(prepared),
    ].filter(({ xAxisIndex }) => panes.some((pane) => pane === xAxisIndex)),
    graphic: linesDecorOf(prepared),
  };
}
