import type { EChartsOption, GraphicComponentOption, XAXisComponentOption } from 'echarts';
import type { DeviationChart } from '../chart';
import { baseOption } from '../base';
import { priceAxis, timeAxes, timeLabel } from '../look/axes';
import { stamps, zoneWords } from '../look/decor';
import type { Box } from '../look/layout';
import { MINUTE_MS } from '../../domain/minute';
import { axisPrice } from '../../words/numbers';
import { zoneNames } from '../../words/zones';
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
    graphic: [...stamps(prepared, [layout.price]), zoneName(prepared)],
  };
}

/** Between the zone's name and the first time. */
const ZONE_GAP = 8;
const zoneWidth = ({ layout }: PreparedChart): number => textWidth(zoneNames.utc, layout.fontSize);
/** What of the first time may stand left of the pane, in the middle of whose edge it is. */
const timeOverhang = ({ layout, range }: PreparedChart): number =>
  textWidth(timeLabel(range.from * MINUTE_MS), layout.fontSize) / 2;

/** Left of the times. */
const zoneName = (prepared: PreparedChart): GraphicComponentOption =>
  zoneWords(
    prepared,
    prepared.layout.price.left - timeOverhang(prepared) - ZONE_GAP,
    prepared.layout.price.top + prepared.layout.price.height,
  );

/** The same with no other pane: its left edge leaves room for its own prices and the zone of its times, not for the names of rows. */
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
  const left = Math.max(widest + LABEL_GAP, zoneWidth(prepared) + ZONE_GAP + timeOverhang(prepared));
  return { ...prepared, layout: { ...layout, price: place(Math.ceil(left)) } };
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
