import { gantt as words } from '../../words/events';
import { PAGE_INK as INK } from '../look/pageInk';
import { fitted, textWidth } from '../look/textWidth';
import type { GanttChart } from './chart';
import type { Place } from './freePlace';
import { piecesBeside, type Box } from './pieces';
import { BOLDER, laneMiddle, labelOf, type GanttLayout } from './layout';
import { deepestPlace } from './depths';
import { type Worded, type Still, text } from './still';

/** What stands above each pane, and where: where one is wider than the panes, all begin at the chart's edge. */
export function captionsOf(layout: GanttLayout): readonly Worded[] {
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

/** The hours a venue declared, through all panes, named above the venues; their edges end above words and go on below them. */
export function declaredBand(chart: GanttChart, layout: GanttLayout, captions: readonly Worded[]): Still[] {
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
