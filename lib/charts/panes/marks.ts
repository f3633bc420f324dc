import type { CustomSeriesOption } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { referenceOf } from '../../domain/reference';
import { chartNames, peakLabel } from '../../words/chart';
import { isWithin } from '../../domain/episode';
import { byDepth, labelOf, seriesKey, type ChartEpisode } from '../chart';
import { msOf } from '../buckets/columns';
import { textWidth } from '../look/textWidth';
import { DEVIATION, PRICE, STRIP, type PreparedChart } from '../prepared';
import { flatPath, wholePane, type Drawn, type PaneView } from '../shapes/paneView';

/** The episodes of the venue in question as spans and brackets with their names, and the minute asked for. */
export const markSeries = (prepared: PreparedChart): CustomSeriesOption[] => [
  ...[PRICE, DEVIATION].map((pane) =>
    wholePane(prepared, { id: `episode-spans ${String(pane)}`, pane, z: 1 }, (view) => spans(prepared, view)),
  ),
  wholePane(prepared, { id: 'brackets', pane: DEVIATION, z: 7 }, (view) => brackets(prepared, view)),
  wholePane(prepared, { id: 'peak', pane: PRICE, z: 20, overflows: true }, (view) => pricePeak(prepared, view)),
  wholePane(prepared, { id: 'peaks', pane: DEVIATION, z: 20, overflows: true }, (view) => peaks(prepared, view)),
  ...[PRICE, DEVIATION, STRIP].map((pane) =>
    // Behind the lines, because it must not cover the wick it points at; before the strip's cells.
    wholePane(prepared, { id: `minute ${String(pane)}`, pane, z: pane === STRIP ? 6 : 1 }, (view) =>
      minuteLine(prepared, view),
    ),
  ),
];

/** The episodes of the venue in question, the deepest first. */
export const ofFocus = ({ chart, focus }: PreparedChart): readonly ChartEpisode[] =>
  focus === undefined ? [] : chart.answer.episodes.filter((one) => seriesKey(one) === focus.key).sort(byDepth);

export const fontOf = ({ chart }: Pick<PreparedChart, 'chart'>): { fontFamily?: string } =>
  chart.fontFamily === undefined ? {} : { fontFamily: chart.fontFamily };

/** Minutes since the window's first. */
const after = ({ range }: PreparedChart, iso: string): number => msOf(iso) / MINUTE_MS - range.from;

/** The pixels of an episode, cut to the pane; undefined where none of it is in sight. */
function spanOf(
  prepared: PreparedChart,
  view: PaneView,
  { start, end }: ChartEpisode,
): readonly [number, number] | undefined {
  const [from, to] = [view.x(after(prepared, start) - 0.5), view.x(after(prepared, end) - 0.5)];
  const { left, width } = view.pane;
  if (to <= left || from >= left + width) return undefined;
  return [Math.max(left, from), Math.min(left + width, to)];
}

function spans(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { top, height } = view.pane;
  const boxes = ofFocus(prepared).flatMap((episode) => {
    const span = spanOf(prepared, view, episode);
    return span === undefined ? [] : [span[0], top, span[1], top + height];
  });
  return flatPath('boxes', boxes, { fill: prepared.ink.episode });
}

/** A bracket stands so far from the 0 line, with arms so long, and is at least so wide. */
const BRACKET = { away: 9, arm: 5, least: 3 } as const;

/** Across the 0 line from each episode, dashed where it lies within what the rates leave unknown. */
function brackets(prepared: PreparedChart, view: PaneView): Drawn[] {
  const of = (within: boolean): number[] =>
    ofFocus(prepared)
      .filter((episode) => isWithin(episode) === within)
      .flatMap((episode) => bracket(prepared, view, episode));
  const style = { fill: 'none', stroke: prepared.ink.ink, lineWidth: 1 };
  return [...flatPath('line', of(false), style), ...flatPath('line', of(true), { ...style, lineDash: [2, 2] })];
}

function bracket(prepared: PreparedChart, view: PaneView, episode: ChartEpisode): number[] {
  const span = spanOf(prepared, view, episode);
  if (span === undefined) return [];
  const spare = Math.max(0, BRACKET.least - (span[1] - span[0])) / 2;
  const [left, right] = [span[0] - spare, span[1] + spare];
  const direction = episode.side === 'below' ? -1 : 1;
  const foot = view.y(0) + direction * (BRACKET.away - BRACKET.arm);
  const bar = view.y(0) + direction * BRACKET.away;
  return [left, foot, left, bar, right, bar, right, foot, NaN, NaN];
}

/** Between a ring and its words; the words keep this far from the pane's edges too. */
const CLEAR = 9;
const RING = 4;
/** Lines of words need this much height. */
const LINE = 15;
/** Bold letters are so much wider than those that are measured. */
const BOLDER = 1.08;

interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly align: 'left' | 'right';
}

/** The middle of words that stand under a ring or over it is so far from the ring's. */
const OVER = 14;

/** Words beside a place: on its right where they fit, else on its left; where neither side has room, under it or over it and at the pane's right edge. Never beyond the pane. */
function labelAt(prepared: PreparedChart, { pane }: PaneView, x: number, y: number, text: string): Label {
  const size = prepared.layout.fontSize + 1;
  const wide = textWidth(text, size) * BOLDER;
  const end = pane.left + pane.width;
  const fits = x + CLEAR + wide <= end;
  const onLeft = !fits && x - CLEAR - wide >= pane.left;
  const [first, last] = [pane.top + size, pane.top + pane.height - size];
  const off = y + OVER <= last ? y + OVER : y - OVER;
  const level = Math.min(Math.max(fits || onLeft ? y : off, first), last);
  const at = onLeft ? x - CLEAR : fits ? x + CLEAR : Math.max(pane.left, end - wide);
  return {
    text,
    x: at,
    y: level,
    left: onLeft ? at - wide : at,
    right: onLeft ? at : at + wide,
    align: onLeft ? 'right' : 'left',
  };
}

function words(prepared: PreparedChart, { text, x, y, align }: Label, fill: string): Drawn {
  return {
    type: 'text',
    style: {
      text,
      x,
      y,
      align,
      verticalAlign: 'middle',
      fill,
      stroke: prepared.ink.paper,
      lineWidth: 4,
      fontSize: prepared.layout.fontSize + 1,
      fontWeight: 600,
      ...fontOf(prepared),
    },
  };
}

const ring = ({ ink, focus }: PreparedChart, x: number, y: number): Drawn => ({
  type: 'circle',
  shape: { cx: x, cy: y, r: RING },
  style: { fill: ink.paper, stroke: focus?.colour ?? ink.ink, lineWidth: 2 },
});

const isInSight = ({ pane }: PaneView, x: number): boolean => x >= pane.left && x <= pane.left + pane.width;

/** At the deepest peak its price, and at the reference of that minute what it was compared with. */
function pricePeak(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { chart, focus, ink } = prepared;
  const [deepest] = ofFocus(prepared);
  if (deepest === undefined || focus === undefined) return [];
  const x = view.x(after(prepared, deepest.peakMinute));
  if (!isInSight(view, x)) return [];
  const reference = deepest.peakPrice / (1 + deepest.peak);
  const y = view.y(deepest.peakPrice);
  const own = labelAt(
    prepared,
    view,
    x,
    y,
    peakLabel.price(labelOf({ answer: chart.answer }, focus.series), deepest.peakPrice),
  );
  const compared = peakLabel.reference(chartNames.reference(referenceOf(chart.answer.reference)), reference);
  const other = labelAt(prepared, view, x, view.y(reference), compared);
  const apart =
    Math.abs(other.y - own.y) >= LINE ? other : { ...other, y: own.y + (view.y(reference) <= y ? -LINE : LINE) };
  const fits = apart.y >= view.pane.top + LINE / 2 && apart.y <= view.pane.top + view.pane.height - LINE / 2;
  return [
    ring(prepared, x, y),
    words(prepared, own, focus.colour),
    ...(fits && Number.isFinite(reference) ? [words(prepared, apart, ink.ink)] : []),
  ];
}

/** So many episodes are named at most; more names than that are a list, which stands below the chart. */
const MOST_NAMED = 4;

/** The names of the deepest episodes at their peaks, as many as stand clear of each other. */
function peaks(prepared: PreparedChart, view: PaneView): Drawn[] {
  const placed: Label[] = [];
  const out: Drawn[] = [];
  const most = prepared.chart.compact === true ? 1 : MOST_NAMED;
  for (const episode of ofFocus(prepared)) {
    if (placed.length >= most) break;
    const x = view.x(after(prepared, episode.peakMinute));
    if (!isInSight(view, x)) continue;
    const minutes = (msOf(episode.end) - msOf(episode.start)) / MINUTE_MS;
    const label = labelAt(prepared, view, x, view.y(episode.peak), peakLabel.ratio(episode.peak, minutes, episode));
    const isClear = placed.every(
      (other) => label.right < other.left || other.right < label.left || Math.abs(label.y - other.y) >= LINE,
    );
    if (!isClear) continue;
    placed.push(label);
    if (placed.length === 1) out.push(ring(prepared, x, view.y(episode.peak)));
    out.push(words(prepared, label, prepared.ink.ink));
  }
  return out;
}

function minuteLine(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { chart, ink } = prepared;
  if (chart.minute === undefined) return [];
  const x = view.x(after(prepared, chart.minute));
  if (!isInSight(view, x)) return [];
  const { top, height } = view.pane;
  return flatPath('segments', [x, top, x, top + height], {
    fill: 'none',
    stroke: ink.ink,
    lineWidth: 1,
    lineDash: [2, 2],
  });
}
