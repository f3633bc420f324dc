import type { DataZoomComponentOption, EChartsOption } from 'echarts';
import { deviationAxis, priceAxis, stripAxis, timeAxes } from './look/axes';
import type { DeviationChart } from './chart';
import { msOf } from './buckets/columns';
import { decorOf } from './look/decor';
import { baseOption } from './base';
import { deviationSeries } from './panes/deviationPane';
import { markSeries } from './panes/marks';
import { priceSeries } from './panes/pricePane';
import { leastSight } from './pointing/sight';
import { prepareChart, type PreparedChart } from './prepared';
import { stripSeries } from './panes/stripPane';
import { endNameSeries } from './panes/endNames';
import { zonedTimes } from './panes/zonedTimes';
import { zonedText } from './pointing/zonedText';

/**
 * The chart of one asset in one window: prices, deviations, and the strip venue × minute, under one zoom. Each pane is drawn whole, in each
 * frame from what is in sight. The whole option follows from the argument; set it with `notMerge`, because series come and go with the venues.
 * Throws on a window or a minute that is none.
 */
export function deviationOption(chart: DeviationChart): EChartsOption {
  const prepared = prepareChart(chart);
  const { layout } = prepared;
  return {
    ...baseOption(prepared),
    // Axis labels never move a pane: the three panes share their left edge.
    grid: [layout.price, layout.deviation, layout.strip].map((box) => ({ ...box, outerBoundsMode: 'none' as const })),
    xAxis: timeAxes(prepared),
    yAxis: [priceAxis(prepared), deviationAxis(prepared), stripAxis(prepared)],
    ...(chart.still === true ? {} : { dataZoom: zooms(prepared) }),
    series: [
      ...zonedTimes(prepared),
      ...priceSeries(prepared),
      ...deviationSeries(prepared),
      ...stripSeries(prepared),
      ...markSeries(prepared),
      ...endNameSeries(prepared),
    ],
    graphic: decorOf(prepared),
  };
}

function zooms({ chart, layout, ink }: PreparedChart): DataZoomComponentOption[] {
  const shared = {
    xAxisIndex: [0, 1, 2],
    // Zooming never drops points: a line leaves the pane towards the next minute it really has.
    filterMode: 'none' as const,
    minValueSpan: leastSight(chart.answer.resolutionMinutes),
    ...(chart.zoom === undefined ? {} : { startValue: msOf(chart.zoom.from), endValue: msOf(chart.zoom.to) }),
  };
  const slider = layout.slider;
  return [
    // Hands are components/chart/useSight.ts, which moves what is painted and has it drawn when they rest.
    { ...shared, type: 'inside', disabled: true },
    ...(slider === undefined
      ? []
      : [
          {
            ...shared,
            type: 'slider' as const,
            left: slider.left,
            top: slider.top,
            width: slider.width,
            height: slider.height,
            showDataShadow: false,
            brushSelect: false,
            borderColor: ink.rule,
            fillerColor: ink.episode,
            handleStyle: { color: ink.paper, borderColor: ink.quiet },
            moveHandleStyle: { color: ink.frame },
            textStyle: { color: ink.quiet, fontSize: layout.fontSize },
            labelFormatter: (ms: number) => zonedText(ms, chart.zone),
          },
        ]),
  ];
}

export { BRUSH_FOOT, chartHeight, leastHeight } from './look/layout';
