import type { EChartsCoreOption } from 'echarts/core';
import { MINUTE_MS } from '../../domain/minute';
import { SIMULATED } from '../../words/names';
import { gantt as words } from '../../words/events';
import { formatLevel, signedPercent } from '../../words/numbers';
import { venueName } from '../../words/venues';
import { zoneNames } from '../../words/zones';
import { timeLabel } from '../look/axes';
import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import { fitted, textWidth } from '../look/textWidth';
import { linearTicks } from '../look/ticks';
import { stampsIn } from '../look/stampPlaces';
import { zoneEnd } from '../look/zoneEnd';
import { drawnOf, type GanttChart, type GanttEpisode } from './chart';
import { thinned } from './thinned';
import { freePlace, HALF_LINE, NEAREST, type Place, type Spot } from './freePlace';
import { piecesBeside, type Box } from './pieces';
import {
  BOLDER,
  edgesOf,
  laneMiddle,
  labelOf,
  layoutOf,
  MARK_WIDTH,
  type GanttLayout,
  type Pane,
  type Row,
} from './layout';

const BAR = 10;
const TIME_PITCH = 84;
const TICK_PITCH = 40;

type Still = Record<string, unknown>;

const sideOf = ({ peak }: GanttEpisode): string => (peak < 0 ? INK.below : INK.above);

/** The chart as ECharts draws it; everything in it stands still. */
export function ganttOption(chart: GanttChart): EChartsCoreOption {
  const layout = layoutOf(chart);
  const captions = captionsOf(layout);
  const panes = [layout.path, layout.depth, { top: layout.rowsTop, height: layout.bottom - layout.rowsTop }];
  const scales = [
    pathScale(chart, layout),
    depthScale(chart, layout),
    { least: 0, most: 1, ticks: [] as readonly number[] },
  ];
  const shown = panes.flatMap((pane, i) => (pane === undefined ? [] : [{ pane, scale: scales[i] as Scale, i }]));
  return {
    animation: false,
    useUTC: true,
    textStyle: { fontFamily: FONT },
    grid: shown.map(({ pane }) => ({ left: layout.left, top: pane.top, width: layout.width, height: pane.height })),
    xAxis: shown.map((_, at) => timeAxis(chart, layout, at, at === shown.length - 1)),
    yAxis: shown.map(({ scale }, at) => levelAxis(layout, scale, at)),
    series: shown.flatMap(({ i }, at) => (i === 0 ? pathSeries(chart, layout, at) : [anchor(chart, at)])),
    graphic: [
      ...declaredBand(chart, layout, captions),
      ...captions.map(({ x, y, words: caption }) => text(layout, x, y, caption, { fill: INK.quiet })),
      zoneName(layout),
      ...(layout.path === undefined ? [] : pathNames(chart, layout, layout.path)),
      ...depths(chart, layout),
      ...layout.rows.flatMap((row, i) => rowOf(row, layout, i)),
      ...(chart.simulated ? [...stampsBehind(chart, layout), ...simulatedMark(chart, layout)] : []),
    ],
  };
}

interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/** From a little beyond the extremes; 0 is always in sight. */
function scaleOf(values: readonly number[], pane: number): Scale {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(high - low, 0.01) * 0.08;
  const [least, most] = [low < 0 ? low - room : 0, high > 0 ? high + room : room];
  return { least, most, ticks: linearTicks(Math.max(-1, least), most, Math.max(2, Math.floor(pane / TICK_PITCH))) };
}

const pathScale = (chart: GanttChart, layout: GanttLayout): Scale =>
  scaleOf(
    chart.paths.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value))),
    layout.path?.height ?? TICK_PITCH,
  );
const depthScale = (chart: GanttChart, layout: GanttLayout): Scale =>
  scaleOf([...drawnOf(chart).map(({ peak }) => peak), ...chart.levels.map((level) => -level)], layout.depth.height);

const timeAxis = ({ from, to }: GanttChart, layout: GanttLayout, gridIndex: number, isLast: boolean): Still => ({
  type: 'time',
  gridIndex,
  min: from * MINUTE_MS,
  max: to * MINUTE_MS,
  splitNumber: Math.max(2, Math.floor(layout.width / TIME_PITCH)),
  axisLine: { show: isLast, lineStyle: { color: INK.frame } },
  axisTick: { show: isLast, lineStyle: { color: INK.frame } },
  splitLine: { show: true, lineStyle: { color: INK.rule } },
  axisLabel: {
    show: isLast,
    color: INK.quiet,
    fontSize: layout.fontSize,
    formatter: timeLabel,
    hideOverlap: true,
    showMaxLabel: false,
  },
});

const levelAxis = (layout: GanttLayout, { least, most, ticks }: Scale, gridIndex: number): Still => ({
  type: 'value',
  gridIndex,
  min: least,
  max: most,
  axisLine: { show: false },
  axisTick: { show: false, customValues: [...ticks] },
  splitLine: { show: ticks.length > 0, lineStyle: { color: INK.rule } },
  axisLabel: {
    show: ticks.length > 0,
    color: INK.quiet,
    fontSize: layout.fontSize,
    customValues: [...ticks],
    formatter: (value: number) => formatLevel(value),
  },
});

/** A grid without a series draws no axis. */
const anchor = ({ from }: GanttChart, at: number): Still => ({
  type: 'line',
  xAxisIndex: at,
  yAxisIndex: at,
  silent: true,
  showSymbol: false,
  lineStyle: { color: INK.rule },
  data: [[from * MINUTE_MS, null]],
});

const pathSeries = ({ paths, from }: GanttChart, { width }: GanttLayout, at: number): Still[] =>
  [...paths]
    .sort((a, b) => Number(a.isNamed) - Number(b.isNamed))
    .map(({ values, isNamed }) => ({
      type: 'line',
      xAxisIndex: at,
      yAxisIndex: at,
      silent: true,
      showSymbol: false,
      connectNulls: false,
      lineStyle: { color: isNamed ? INK.ink : INK.quiet, width: isNamed ? 1.5 : 1 },
      z: isNamed ? 3 : 2,
      data: thinned(values, width).map(([place, value]) => [
        (from + place) * MINUTE_MS,
        Number.isNaN(value) ? null : value,
      ]),
    }));

/** With a rim of what lies behind it, so that a line it must cross does not run through its signs. */
const text = (layout: GanttLayout, x: number, y: number, label: string, style: Still = {}): Still => ({
  type: 'text',
  x,
  y,
  silent: true,
  z: 10,
  style: {
    text: label,
    fill: INK.ink,
    fontFamily: FONT,
    fontSize: layout.fontSize,
    verticalAlign: 'middle',
    stroke: INK.paper,
    lineWidth: 3,
    ...style,
  },
});

type Worded = Place & { readonly words: string };

/** What stands above each pane, and where: where one is wider than the panes, all begin at the chart's edge. */
function captionsOf(layout: GanttLayout): readonly Worded[] {
  const all = [
    [layout.path?.top, words.path] as const,
    [layout.depth.top, words.depth] as const,
    [layout.rowsTop, words.rows] as const,
  ].flatMap(([top, caption]) => (top === undefined ? [] : [{ y: top - 12, words: caption }]));
  const isWide = all.every((one) => textWidth(one.words, layout.fontSize) <= layout.width);
  const x = isWide ? layout.left : 0;
  return all.map((one) => ({
    ...one,
    x,
    align: 'left',
    words: fitted(one.words, layout.fontSize, layout.left + layout.width - x),
  }));
}

/** Who declared the hours: beside them, or, where that is too narrow, up to the plot's end as far as the caption leaves room. */
function declaredName({ declared }: GanttChart, layout: GanttLayout, captions: readonly Worded[]): Worded | undefined {
  if (declared === undefined) return undefined;
  const name = words.declared(declared.venue);
  const [end, edge, y] = [layout.xOf(declared.to) + 4, layout.left + layout.width, layout.rowsTop - 12];
  const caption = captions.at(-1);
  const free = caption === undefined ? 0 : caption.x + textWidth(caption.words, layout.fontSize) + 12;
  const width = textWidth(name, layout.fontSize);
  if (end + width > edge && free + width <= edge) return { x: edge, y, align: 'right', words: name };
  return { x: end, y, align: 'left', words: fitted(name, layout.fontSize, edge - end) };
}

/** Words that an edge could run through, from the chart's left edge; `named`: the captions and the declared hours' own name. */
function wordsInTheWay(chart: GanttChart, layout: GanttLayout, named: readonly Worded[]): readonly Box[] {
  const box = (at: Place, words: string): Box => {
    const width = textWidth(words, layout.fontSize) * BOLDER;
    return {
      left: at.align === 'left' ? at.x : at.x - width,
      right: at.align === 'left' ? at.x + width : at.x,
      y: at.y,
    };
  };
  const deepest = deepestPlace(chart, layout);
  return [
    ...named.map((one) => box(one, one.words)),
    ...(deepest === undefined ? [] : [box(deepest, deepest.label)]),
    ...layout.rows.flatMap((row) =>
      row.bars.map(({ item, lane, label }) =>
        box({ ...label, x: layout.left + label.x, y: laneMiddle(row, lane) }, labelOf(item)),
      ),
    ),
  ];
}

/** Of the times, beside them: drawn by the server, the chart is the same for everybody. */
const zoneName = (layout: GanttLayout): Still =>
  text(layout, zoneEnd(layout.left), layout.bottom + 14, zoneNames.utc, { fill: INK.quiet, align: 'right' });

/** The hours a venue declared, through all panes, named above the venues; their edges end above words and go on below them. */
function declaredBand(chart: GanttChart, layout: GanttLayout, captions: readonly Worded[]): Still[] {
  const { declared } = chart;
  if (declared === undefined) return [];
  const [x, end] = [layout.xOf(declared.from), layout.xOf(declared.to)];
  const top = layout.path?.top ?? layout.depth.top;
  const name = declaredName(chart, layout, captions);
  const inTheWay = wordsInTheWay(chart, layout, name === undefined ? captions : [...captions, name]);
  const edge = (at: number): Still[] =>
    piecesBeside(at, { top, bottom: layout.bottom }, inTheWay).map((piece) => ({
      type: 'line',
      silent: true,
      z: 1,
      shape: { x1: at, y1: piece.top, x2: at, y2: piece.bottom },
      style: { stroke: INK.quiet, lineWidth: 1, lineDash: [4, 3] },
    }));
  return [
    {
      type: 'rect',
      silent: true,
      z: 0,
      shape: { x, y: top, width: end - x, height: layout.bottom - top },
      style: { fill: INK.frame, opacity: 0.22 },
    },
    ...edge(x),
    ...edge(end),
    ...(name === undefined ? [] : [text(layout, name.x, name.y, name.words, { fill: INK.quiet, align: name.align })]),
  ];
}

/** The lines in front, named at their lows where there is room, by a thin line where that is further off. */
function pathNames(chart: GanttChart, layout: GanttLayout, pane: Pane): Still[] {
  const { least, most } = pathScale(chart, layout);
  const yOf = (value: number): number => pane.top + (pane.height * (most - value)) / (most - least);
  const around = {
    lines: chart.paths.map(({ values }) =>
      values.map((value, place): Spot => [layout.xOf(chart.from + place), yOf(value)]),
    ),
    edges: edgesOf(chart, layout),
    left: layout.left - 5,
    right: layout.left + layout.width,
    top: pane.top,
    bottom: pane.top + pane.height,
  };
  return chart.paths
    .filter(({ isNamed }) => isNamed)
    .flatMap(({ name, values }) => {
      const low = Math.min(...values.filter((value) => !Number.isNaN(value)));
      const [x, y] = [layout.xOf(chart.from + values.indexOf(low)), yOf(low)];
      const label = words.label(name, signedPercent(low));
      const at = freePlace([x, y], textWidth(label, layout.fontSize) * BOLDER, around);
      const isNear = Math.abs(at.x - x) <= NEAREST && Math.abs(at.y - y) <= HALF_LINE;
      return [
        ...(isNear ? [] : [leader(x, y, at.x + (at.align === 'left' ? -2 : 2), at.y)]),
        text(layout, at.x, at.y, label, { align: at.align, fontWeight: 600 }),
      ];
    });
}

const leader = (x1: number, y1: number, x2: number, y2: number): Still => ({
  type: 'line',
  silent: true,
  z: 9,
  shape: { x1, y1, x2, y2 },
  style: { stroke: INK.quiet, lineWidth: 1 },
});

/** Each episode's peak at its minute, a stem from 0; the rulebook's levels as lines. */
function depths(chart: GanttChart, layout: GanttLayout): Still[] {
  const { depth: pane } = layout;
  const { least, most } = depthScale(chart, layout);
  const yOf = (value: number): number => pane.top + (pane.height * (most - value)) / (most - least);
  const line = (y: number, style: Still): Still => ({
    type: 'line',
    silent: true,
    z: 4,
    shape: { x1: layout.left, y1: y, x2: layout.left + layout.width, y2: y },
    style: { lineWidth: 1, ...style },
  });
  const drawn = drawnOf(chart);
  const levels = levelLines(chart.levels, { least, most });
  return [
    line(yOf(0), { stroke: INK.ink }),
    ...levels.map((value) => line(yOf(value), { stroke: INK.caution, lineDash: [6, 3] })),
    ...namedLines(levels, yOf).map((value) =>
      text(layout, layout.left + layout.width - 2, yOf(value) + (value < 0 ? 8 : -8), signedPercent(value), {
        fill: INK.caution,
        align: 'right',
      }),
    ),
    ...drawn.flatMap((episode) => {
      const x = layout.xOf(episode.peakMinute + 0.5);
      const [y, stroke] = [yOf(episode.peak), sideOf(episode)];
      return [
        {
          type: 'line',
          silent: true,
          z: 5,
          shape: { x1: x, y1: yOf(0), x2: x, y2: y },
          style: { stroke, lineWidth: 1.5, opacity: 0.7 },
        },
        {
          type: 'circle',
          silent: true,
          z: 6,
          shape: { cx: x, cy: y, r: 3.5 },
          style: { fill: episode.isBeyond === false ? INK.paper : stroke, stroke, lineWidth: 1.5 },
        },
      ];
    }),
    ...deepestLabel(chart, layout),
  ];
}

/** A level lies on both sides; the furthest first. */
const levelLines = (levels: readonly number[], { least, most }: Pick<Scale, 'least' | 'most'>): readonly number[] =>
  [...levels]
    .sort((a, b) => b - a)
    .flatMap((level) => [-level, level])
    .filter((value) => value >= least && value <= most);

const NAME_PITCH = 14;

/** Those whose names do not touch one named before. */
function namedLines(lines: readonly number[], yOf: (value: number) => number): readonly number[] {
  const named: number[] = [];
  for (const value of lines)
    if (named.every((other) => value < 0 !== other < 0 || Math.abs(yOf(value) - yOf(other)) >= NAME_PITCH))
      named.push(value);
  return named;
}

/** Where the deepest of all is named, beside its peak; undefined: there is none. */
function deepestPlace(chart: GanttChart, layout: GanttLayout): (Place & { readonly label: string }) | undefined {
  const [episode] = drawnOf(chart);
  if (episode === undefined) return undefined;
  const label = words.deepest(episode.name, venueName(episode.venue), signedPercent(episode.peak));
  const x = layout.xOf(episode.peakMinute + 0.5);
  const width = textWidth(label, layout.fontSize) * 1.06;
  const isRight = x - 8 - width < layout.left;
  const { depth: pane } = layout;
  const { least, most } = depthScale(chart, layout);
  const peak = pane.top + (pane.height * (most - episode.peak)) / (most - least);
  // At the right others of the same minutes end a little higher.
  const y = peak + (isRight && episode.peak < 0 ? 7 : 0);
  return { label, x: isRight ? x + 8 : x - 8, y, align: isRight ? 'left' : 'right' };
}

function deepestLabel(chart: GanttChart, layout: GanttLayout): Still[] {
  const [episode] = drawnOf(chart);
  const place = deepestPlace(chart, layout);
  if (episode === undefined || place === undefined) return [];
  return [text(layout, place.x, place.y, place.label, { align: place.align, fontWeight: 600, fill: sideOf(episode) })];
}

const behind = (i: number): string => (i % 2 === 0 ? INK.paper : INK.sunk);

/** One venue: its name, and a bar an episode with its asset and peak. */
const rowOf = (row: Row, layout: GanttLayout, i: number): Still[] => [
  ...(i % 2 === 0
    ? []
    : [
        {
          type: 'rect',
          silent: true,
          z: -1,
          shape: { x: 0, y: row.top, width: layout.left + layout.width, height: row.height },
          style: { fill: INK.sunk },
        },
      ]),
  text(layout, layout.left - 8, laneMiddle(row, 0), venueName(row.venue), {
    align: 'right',
    fontWeight: 600,
    stroke: behind(i),
  }),
  ...row.bars.flatMap(({ item, lane, bar, label }) => {
    const [y, side] = [laneMiddle(row, lane), sideOf(item)];
    return [
      {
        type: 'rect',
        silent: true,
        z: 5,
        shape: { x: layout.left + bar.x, y: y - BAR / 2, width: bar.width, height: BAR },
        style: { fill: item.isBeyond === false ? INK.paper : side, stroke: side, lineWidth: 1 },
      },
      text(layout, layout.left + label.x, y, labelOf(item), { align: label.align, stroke: behind(i) }),
    ];
  }),
];

/** Behind the data and the words of each pane: no crop of what happened loses all of them. */
function stampsBehind(chart: GanttChart, layout: GanttLayout): Still[] {
  const { left, width, path, depth, rowsTop, bottom } = layout;
  const rows = { top: rowsTop, height: bottom - rowsTop };
  const panes = [path, depth, rows].flatMap((pane) => (pane === undefined ? [] : [{ left, width, ...pane }]));
  return stampsIn(panes, { fill: INK.stamp, isCompact: chart.compact, fontFamily: FONT }).map((stamp) => ({
    ...stamp,
    z: 1,
  }));
}

/** In the right margin, from top to bottom, so that no crop of the plot's height loses it: hatched, and never over words. */
function simulatedMark({ width }: GanttChart, layout: GanttLayout): Still[] {
  const x = width - MARK_WIDTH;
  const stripes: Still[] = [];
  for (let y = 0; y < layout.height; y += 10)
    stripes.push({
      type: 'line',
      silent: true,
      z: 1,
      shape: { x1: x, y1: Math.min(layout.height, y + 10), x2: x + MARK_WIDTH, y2: y },
      style: { stroke: INK.caution, lineWidth: 1.5, opacity: 0.35 },
    });
  const words: Still[] = [];
  const step = textWidth(SIMULATED, 12) * 1.2 + 72;
  for (let y = step / 2; y < layout.height; y += step)
    words.push({
      type: 'text',
      x: x + MARK_WIDTH / 2,
      y,
      rotation: Math.PI / 2,
      silent: true,
      z: 11,
      style: {
        text: SIMULATED,
        fill: 'var(--stamp-ink)',
        backgroundColor: 'var(--stamp)',
        padding: [2, 6],
        fontFamily: FONT,
        fontSize: 12,
        fontWeight: 700,
        align: 'center',
        verticalAlign: 'middle',
      },
    });
  return [...stripes, ...words];
}
