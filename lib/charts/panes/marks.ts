import type { CustomSeriesOption, CustomSeriesRenderItem, LineSeriesOption, SeriesOption } from 'echarts';
import { byDepth, seriesKey, type ChartEpisode } from '../chart';
import { msOf } from '../buckets/columns';
import { peakLabel } from '../../words/en/chart';
import { formatUtc } from '../../words/en/numbers';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';
import { textWidth } from '../look/textWidth';

/** The episodes of the venue in front as shaded spans, its deepest peak by name, and the minute asked for. */
export const markSeries = (prepared: PreparedChart): SeriesOption[] => [
  ...episodeSpans(prepared),
  ...peakLabels(prepared),
  ...minuteLines(prepared),
];

/** The episodes of the venue in front. */
export const ofFocus = ({ chart, focus }: PreparedChart): readonly ChartEpisode[] =>
  focus === undefined ? [] : chart.answer.episodes.filter((episode) => seriesKey(episode) === focus.key);

const carrier = (id: string, pane: number): LineSeriesOption => ({
  type: 'line',
  id,
  xAxisIndex: pane,
  yAxisIndex: pane,
  data: [],
  animation: false,
  silent: true,
});

/** Minutes are drawn about their open time, so a half-open span runs from half a minute before its start to half before its end. */
const HALF = 30_000;

function episodeSpans(prepared: PreparedChart): SeriesOption[] {
  const spans = ofFocus(prepared).map(
    (episode) =>
      [{ xAxis: msOf(episode.start) - HALF }, { xAxis: msOf(episode.end) - HALF }] as [
        { xAxis: number },
        { xAxis: number },
      ],
  );
  if (spans.length === 0) return [];
  return [PRICE, DEVIATION].map((pane) => ({
    ...carrier(`episode-spans ${pane}`, pane),
    markArea: { silent: true, animation: false, itemStyle: { color: prepared.ink.episode }, data: spans },
  }));
}

function peakLabels(prepared: PreparedChart): SeriesOption[] {
  const deepest = [...ofFocus(prepared)].sort(byDepth)[0];
  if (deepest === undefined) return [];
  const clock = formatUtc(msOf(deepest.peakMinute)).slice(11);
  return [
    calledOut(prepared, PRICE, deepest, deepest.peakPrice, peakLabel.price(deepest.peakPrice, clock)),
    calledOut(prepared, DEVIATION, deepest, deepest.peak, peakLabel.ratio(deepest.peak, clock, deepest)),
  ];
}

/** Between a ring and its words; the words keep this far from the pane's edges too. */
const CLEAR = 9;
const RING = 4;

function calledOut(
  prepared: PreparedChart,
  pane: number,
  { peakMinute }: ChartEpisode,
  value: number,
  words: string,
): CustomSeriesOption {
  const { ink, focus, layout } = prepared;
  const fontSize = layout.fontSize + 1;
  const renderItem: CustomSeriesRenderItem = (params, api) => {
    const box = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
    const [x = NaN, y = NaN] = api.coord([api.value(0), api.value(1)]);
    if (x < box.x || x > box.x + box.width) return null;
    const onLeft = x + CLEAR + textWidth(words, fontSize) * 1.08 > box.x + box.width;
    const level = Math.min(Math.max(y, box.y + fontSize), box.y + box.height - fontSize);
    return {
      type: 'group',
      children: [
        {
          type: 'circle',
          shape: { cx: x, cy: y, r: RING },
          style: { fill: ink.paper, stroke: focus?.colour ?? ink.ink, lineWidth: 2 },
        },
        {
          type: 'text',
          style: {
            text: words,
            x: onLeft ? x - CLEAR : x + CLEAR,
            y: level,
            align: onLeft ? 'right' : 'left',
            verticalAlign: 'middle',
            fill: ink.ink,
            stroke: ink.paper,
            lineWidth: 4,
            fontSize,
            fontWeight: 600,
            ...fontOf(prepared),
          },
        },
      ],
    };
  };
  return {
    type: 'custom',
    id: `peak ${pane}`,
    xAxisIndex: pane,
    yAxisIndex: pane,
    data: [[msOf(peakMinute), value]],
    encode: { x: 0, y: 1 },
    z: 20,
    silent: true,
    animation: false,
    clip: false,
    renderItem,
  };
}

export const fontOf = ({ chart }: Pick<PreparedChart, 'chart'>): { fontFamily?: string } =>
  chart.fontFamily === undefined ? {} : { fontFamily: chart.fontFamily };

function minuteLines(prepared: PreparedChart): SeriesOption[] {
  const { chart, ink } = prepared;
  if (chart.minute === undefined) return [];
  const xAxis = msOf(chart.minute);
  return [PRICE, DEVIATION, STRIP].map((pane) => ({
    ...carrier(`minute ${pane}`, pane),
    // Behind the lines, because it must not cover the wick it points at; before the strip's cells.
    markLine: {
      z: pane === STRIP ? 6 : 1,
      silent: true,
      symbol: 'none',
      animation: false,
      label: { show: false },
      lineStyle: { color: ink.ink, width: 1, type: [2, 2] },
      data: [{ xAxis }],
    },
  }));
}
