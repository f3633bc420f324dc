import type { CustomSeriesOption } from 'echarts';
import { formatLevel } from '../../words/numbers';
import { slotEdges } from '../buckets/extremes';
import { piecesOf } from '../buckets/units';
import { DEVIATION, type PreparedChart, type PreparedSeries } from '../prepared';
import { flatPath, wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { fontOf } from './marks';
import { bandOf, closeLine, outline } from './strokes';

/**
 * The venue in question against its reference: lows below it as a warm area, highs above it as a cool one; the others as a grey band behind;
 * what the rates leave unknown hatched around 0; thresholds as hairlines.
 */
export function deviationSeries(prepared: PreparedChart): CustomSeriesOption[] {
  const pane = (id: string, z: number, draw: (view: PaneView) => readonly Drawn[]): CustomSeriesOption =>
    wholePane(prepared, { id, pane: DEVIATION, z }, draw);
  const { focus, others, ink, own } = prepared;
  return [
    pane('others', 2, (view) =>
      flatPath('polygon', bandOf(prepared, view, others.dLow, others.dHigh), {
        fill: ink.band,
        stroke: ink.bandEdge,
        lineWidth: 0.6,
        opacity: 0.8,
      }),
    ),
    pane('levels', 3, (view) => levels(prepared, view)),
    ...(focus === undefined ? [] : [pane('uncertainty', 3, (view) => uncertainty(prepared, view, focus))]),
    ...prepared.lines.map((one) =>
      pane(`dline ${one.key}`, 4, (view) => [
        ...closeLine(prepared, view, one, one.columns.dLow, { colour: one.colour, width: 1.2, dash: one.dash }),
        ...closeLine(prepared, view, one, one.columns.dHigh, { colour: one.colour, width: 0.8, dash: one.dash }),
      ]),
    ),
    pane('below', 5, (view) => side(prepared, view, own.dLow, Math.min, ink.below)),
    pane('above', 5, (view) => side(prepared, view, own.dHigh, Math.max, ink.above)),
  ];
}

/** The area between 0 and a column, as far as it lies on its side of 0. */
function side(
  { units }: PreparedChart,
  view: PaneView,
  column: Float64Array,
  clip: (...values: number[]) => number,
  colour: string,
): Drawn[] {
  const pieces = piecesOf(column, column, units, view.edges).map(({ from, to, low, high }) => {
    const furthest = clip(low, high, 0);
    return { from, to, low: Math.min(0, furthest), high: Math.max(0, furthest) };
  });
  const strayed = pieces.filter(({ low, high }) => low < 0 || high > 0);
  return flatPath('polygon', outline(strayed, view), { fill: colour, stroke: colour, lineWidth: 1, lineJoin: 'miter' });
}

/** Between two hatch lines, in pixels. */
const HATCH = 4;

/** As far to either side of 0 as the rates leave unknown, in slanting lines; none where that is less than a pixel. */
function uncertainty({ ink }: PreparedChart, view: PaneView, { columns }: PreparedSeries): Drawn[] {
  const out: number[] = [];
  const edges = slotEdges(columns.at, view.edges);
  const [highest, lowest] = [view.pane.top, view.pane.top + view.pane.height];
  let until = -Infinity;
  for (let b = 0; b + 1 < edges.length; b += 1) {
    let widest = NaN;
    for (let slot = edges[b] as number; slot < (edges[b + 1] as number); slot += 1) {
      const value = columns.uncertainty[slot] as number;
      if (!(value <= widest)) widest = value === value ? value : widest;
    }
    const [left, right] = [view.x((view.edges[b] as number) - 0.5), view.x((view.edges[b + 1] as number) - 0.5)];
    // What is unknown may reach beyond what is in sight.
    const [top, foot] = [Math.max(view.y(widest), highest), Math.min(view.y(-widest), lowest)];
    if (!(foot - top >= 2)) continue;
    for (let x = Math.max(until, Math.ceil(left / HATCH) * HATCH); x < right; x += HATCH) {
      out.push(x, foot, Math.min(x + HATCH, view.pane.left + view.pane.width), top);
      until = x + HATCH;
    }
  }
  return flatPath('segments', out, { fill: 'none', stroke: ink.hatch, lineWidth: 0.8, opacity: 0.8 });
}

/** The 0 line and ± the entry level, with its figure. */
function levels(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { ink, layout, chart } = prepared;
  const { enter } = chart.answer;
  const { left, width } = view.pane;
  const line = (level: number): number[] => [left, view.y(level), left + width, view.y(level)];
  const figure = (level: number): Drawn => ({
    type: 'text',
    style: {
      text: `${level > 0 ? '+' : ''}${formatLevel(level)}`,
      x: left + width - 3,
      y: view.y(level) + (level > 0 ? -3 : 3),
      align: 'right',
      verticalAlign: level > 0 ? 'bottom' : 'top',
      fill: ink.quiet,
      stroke: ink.paper,
      lineWidth: 3,
      fontSize: layout.fontSize,
      ...fontOf(prepared),
    },
  });
  return [
    ...flatPath('segments', line(0), { fill: 'none', stroke: ink.frame, lineWidth: 1 }),
    ...flatPath('segments', [...line(enter), ...line(-enter)], {
      fill: 'none',
      stroke: ink.quiet,
      lineWidth: 0.8,
      lineDash: [4, 3],
    }),
    figure(enter),
    figure(-enter),
  ];
}
