import type { EChartsCoreOption } from 'echarts/core';
import { MINUTE_MS } from '../../domain/minute';
import { spreadChartWords as words } from '../../words/compare';
import { formatLevel } from '../../words/numbers';
import { zoneNames } from '../../words/zones';
import { timeLabel } from '../look/axes';
import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import { stampsIn } from '../look/stampPlaces';
import { fitted, textWidth } from '../look/textWidth';
import { linearTicks } from '../look/ticks';
import { ZONE_ROOM, zoneEnd } from '../look/zoneEnd';
import { linePoints, lonePoints, type LinePoint } from './points';

/** One pair, a slot a minute: a ÷ b − 1; NaN is the hole. */
export interface SpreadLine {
  /** What stands at its end. */
  readonly name: string;
  readonly close: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface SpreadChart {
  /** Minutes since 1970; slot 0 is `from`. */
  readonly from: number;
  readonly to: number;
  /** The first is drawn strong, with its lows and highs; of the others the closes. */
  readonly lines: readonly SpreadLine[];
  readonly width: number;
  /** Default: what its width asks for. */
  readonly height?: number;
  readonly simulated: boolean;
}

const DASHES = ['solid', 'dashed', 'dotted', [6, 2, 1, 2], [2, 4]] as const;
const [LEFT, TOP, FOOT, TICK_PITCH, TIME_PITCH] = [ZONE_ROOM, 28, 28, 44, 90];
/** Room for names at the end of the lines, where the chart is wide enough for them: what the widest needs, within bounds. */
const NAMES = { from: 640, least: 64, most: 168 } as const;
/** Semibold runs wider than the regular face that is measured. */
const BOLDER = 1.08;

export const spreadHeight = ({ width, height }: Pick<SpreadChart, 'width' | 'height'>): number =>
  height ?? (width < NAMES.from ? 280 : 380);

type Still = Record<string, unknown>;

/** The chart as ECharts draws it; everything in it stands still. */
export function spreadOption(chart: SpreadChart): EChartsCoreOption {
  const isNamed = chart.width >= NAMES.from;
  const right = isNamed ? roomForNames(chart) : 24;
  const box = {
    left: LEFT,
    top: TOP,
    width: chart.width - LEFT - right,
    height: spreadHeight(chart) - TOP - FOOT,
  };
  const { least, most, ticks } = scaleOf(chart, box.height);
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: FONT },
    grid: { ...box, outerBoundsMode: 'none' },
    xAxis: {
      type: 'time',
      min: chart.from * MINUTE_MS,
      max: chart.to * MINUTE_MS,
      splitNumber: Math.max(2, Math.floor(box.width / TIME_PITCH)),
      axisLine: { lineStyle: { color: INK.frame } },
      splitLine: { show: true, lineStyle: { color: INK.rule } },
      axisLabel: {
        color: INK.quiet,
        fontSize: 12,
        hideOverlap: true,
        alignMaxLabel: isNamed ? 'center' : 'right',
        formatter: (ms: number) => timeLabel(ms),
      },
    },
    yAxis: {
      type: 'value',
      min: least,
      max: most,
      axisLine: { show: false },
      axisTick: { show: false, customValues: [...ticks] },
      splitLine: { lineStyle: { color: INK.rule } },
      axisLabel: {
        color: INK.quiet,
        fontSize: 12,
        customValues: [...ticks],
        formatter: (level: number) => formatLevel(level),
      },
    },
    series: [zero(chart), ...chart.lines.flatMap((line, place) => seriesOf(chart, line, place, box.width))],
    graphic: [
      {
        type: 'text',
        silent: true,
        style: { text: words.axis, x: 0, y: 6, fill: INK.quiet, fontSize: 12, fontFamily: FONT },
      },
      zoneName(box),
      ...(isNamed
        ? namesOf(chart, { ...box, right }, (value) => box.top + (box.height * (most - value)) / (most - least))
        : []),
      ...(chart.simulated
        ? stampsIn([box], { fill: INK.stamp, isCompact: !isNamed, fontFamily: FONT }).map((stamp) => ({
            ...stamp,
            z: 0,
          }))
        : []),
    ],
  };
}

/** Of the times, beside them: drawn by the server, the chart is the same for everybody. */
const zoneName = ({ left, top, height }: Box): Still => ({
  type: 'text',
  silent: true,
  style: {
    text: zoneNames.utc,
    x: zoneEnd(left),
    y: top + height + 14,
    align: 'right',
    verticalAlign: 'middle',
    fill: INK.quiet,
    fontSize: 12,
    fontFamily: FONT,
  },
});

/** From a little beyond the extremes, 0 among them: an axis never cuts a wick. */
function scaleOf({ lines }: SpreadChart, height: number): { least: number; most: number; ticks: readonly number[] } {
  let [low, high] = [0, 0];
  lines.forEach(({ close, low: lows, high: highs }, place) => {
    for (const column of place === 0 ? [close, lows, highs] : [close])
      for (const value of column) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
  });
  const room = Math.max(high - low, 0.0005) * 0.06;
  const [least, most] = [low - room, high + room];
  return { least, most, ticks: linearTicks(least, most, Math.max(2, Math.floor(height / TICK_PITCH))) };
}

const zero = ({ from, to }: SpreadChart): Still => ({
  type: 'line',
  silent: true,
  showSymbol: false,
  z: 1,
  lineStyle: { color: INK.frame, width: 1 },
  data: [
    [from * MINUTE_MS, 0],
    [to * MINUTE_MS, 0],
  ],
});

function seriesOf(chart: SpreadChart, line: SpreadLine, place: number, width: number): Still[] {
  const drawn = (values: Float64Array, colour: string, thick: number, dash: unknown, z: number): Still[] => {
    const points = linePoints(values, width);
    const dataOf = (of: readonly LinePoint[]): unknown[] =>
      of.map(([slot, value]) => [(chart.from + slot) * MINUTE_MS, Number.isNaN(value) ? null : value]);
    const shared = { type: 'line', silent: true, z, connectNulls: false };
    return [
      { ...shared, showSymbol: false, lineStyle: { color: colour, width: thick, type: dash }, data: dataOf(points) },
      {
        ...shared,
        showSymbol: true,
        symbol: 'circle',
        symbolSize: thick + 1.5,
        lineStyle: { width: 0 },
        itemStyle: { color: colour },
        data: dataOf(lonePoints(points)),
      },
    ];
  };
  if (place > 0) return drawn(line.close, INK.quiet, 1.2, DASHES[place] ?? 'solid', 4);
  return [
    ...drawn(line.low, INK.below, 1, 'solid', 2),
    ...drawn(line.high, INK.above, 1, 'solid', 3),
    ...drawn(line.close, INK.ink, 1.8, 'solid', 5),
  ];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const roomForNames = ({ lines }: SpreadChart): number =>
  Math.min(NAMES.most, Math.max(NAMES.least, ...lines.map(({ name }) => Math.ceil(textWidth(name, 12) * BOLDER) + 12)));

/** Names at the right end of the lines, kept apart. */
function namesOf(chart: SpreadChart, box: Box & { readonly right: number }, y: (value: number) => number): Still[] {
  const ends = chart.lines
    .flatMap((line, place) => {
      const last = line.close.findLast((value) => !Number.isNaN(value));
      return last === undefined ? [] : [{ name: line.name, y: y(last), isFirst: place === 0 }];
    })
    .sort((a, b) => a.y - b.y);
  let free = -Infinity;
  return ends.map(({ name, y: at, isFirst }) => {
    const place = Math.max(at, free + 16);
    free = place;
    return {
      type: 'text',
      silent: true,
      style: {
        text: fitted(name, 12, (box.right - 12) / BOLDER + 1),
        x: box.left + box.width + 8,
        y: place,
        fill: isFirst ? INK.ink : INK.quiet,
        fontSize: 12,
        fontWeight: isFirst ? 600 : 400,
        fontFamily: FONT,
        verticalAlign: 'middle',
      },
    };
  });
}
