import type { CustomSeriesOption } from 'echarts';
import { referenceOf, takesBloc } from '../../domain/reference';
import { chartNames } from '../../words/chart';
import { referenceCaption } from '../../words/reference';
import { labelOf } from '../chart';
import { END_GAP } from '../look/layout';
import { LEGEND_FONT } from '../look/legend';
import { fitted, wholeOr } from '../look/textWidth';
import { PRICE, type PreparedChart, type PreparedSeries } from '../prepared';
import { wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { fontOf } from './marks';

/** A line's name and the height it ends at. */
interface End {
  readonly label: string;
  readonly colour: string;
  readonly y: number;
  readonly strong: boolean;
  /** How its line is drawn, shown before its name where another is of the same colour. */
  readonly dash?: 'solid' | 'dashed';
}

/** Names at the right end of the price pane's lines; a narrow chart has a legend instead. */
export const endNameSeries = (prepared: PreparedChart): CustomSeriesOption[] =>
  prepared.chart.compact === true || prepared.focus === undefined
    ? []
    : [
        wholePane(prepared, { id: 'end-names', pane: PRICE, z: 10, overflows: true }, (view) =>
          apart(endsOf(prepared, view), view).flatMap((end) => nameOf(prepared, view, end)),
        ),
      ];

function endsOf(prepared: PreparedChart, view: PaneView): End[] {
  const { chart, focus, ink, lines, blocs } = prepared;
  const { answer } = chart;
  const ends: End[] = [];
  const add = (label: string, colour: string, value: number, strong = false): void => {
    if (value === value) ends.push({ label, colour, y: view.y(value), strong });
  };
  if (focus !== undefined) {
    add(labelOf(chart, focus.series), focus.colour, lastIn(view, focus, focus.columns.close), true);
    const reference = referenceOf(answer.reference);
    if (blocs.length === 0 || !takesBloc(reference)) {
      const [whole, brief] = [referenceCaption(reference, answer.bloc), chartNames.reference(reference)];
      const name = wholeOr(whole, brief, LEGEND_FONT, roomFor(prepared, view));
      add(name, ink.ink, lastIn(view, focus, focus.columns.referenceClose));
    }
  }
  blocs.forEach(({ quote, closes }, place) => {
    const value = lastUnit(prepared, view, closes);
    if (value === value)
      ends.push({
        label: chartNames.bloc(quote),
        colour: ink.ink,
        y: view.y(value),
        strong: false,
        dash: place === 0 ? 'solid' : 'dashed',
      });
  });
  for (const one of lines) add(labelOf(chart, one.series), one.colour, lastIn(view, one, one.columns.close));
  return ends;
}

/** Pixels for a name that stands where no line is drawn before it. */
const roomFor = ({ layout }: PreparedChart, { pane }: PaneView): number =>
  layout.width - (pane.left + pane.width + END_GAP) - MARGIN;
/** Between a name and the chart's edge. */
const MARGIN = 6;

/** The last value in sight; NaN where there is none. */
function lastIn({ from, to }: PaneView, { columns: { at } }: PreparedSeries, column: Float64Array): number {
  for (let slot = at.length - 1; slot >= 0; slot -= 1) {
    const minute = at[slot] as number;
    if (minute < from) return NaN;
    if (minute < to && !Number.isNaN(column[slot])) return column[slot] as number;
  }
  return NaN;
}

function lastUnit({ units }: PreparedChart, { from, to }: PaneView, column: Float64Array): number {
  for (let unit = column.length - 1; unit >= 0; unit -= 1) {
    const minute = units[unit] as number;
    if (minute < from) return NaN;
    if (minute < to && !Number.isNaN(column[unit])) return column[unit] as number;
  }
  return NaN;
}

/** A piece of a line before its name, in pixels, and its dashes, as those of the line. */
const SAMPLE = 21;
const SAMPLE_GAP = 5;
const SAMPLE_DASH = [5, 3] as const;
/** From one name to the next. */
const LINE = 15;

/** In order of height, moved down, and back up from the pane's foot, until none covers another. */
function apart(ends: readonly End[], { pane }: PaneView): readonly End[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  let last = pane.top - LINE / 2;
  const down = sorted.map((end) => {
    last = Math.max(end.y, last + LINE);
    return { ...end, y: last };
  });
  let next = pane.top + pane.height + LINE / 2;
  return down.reverse().map((end) => {
    next = Math.min(end.y, next - LINE);
    return { ...end, y: next };
  });
}

function nameOf(prepared: PreparedChart, { pane }: PaneView, { label, colour, y, strong, dash }: End): Drawn[] {
  const start = pane.left + pane.width + END_GAP;
  const x = dash === undefined ? start : start + SAMPLE + SAMPLE_GAP;
  const sample: Drawn[] =
    dash === undefined
      ? []
      : [
          {
            type: 'line',
            shape: { x1: start, y1: y, x2: start + SAMPLE, y2: y },
            style: {
              stroke: prepared.ink.reference,
              lineWidth: 1.5,
              ...(dash === 'solid' ? {} : { lineDash: [...SAMPLE_DASH] }),
            },
          },
        ];
  const name: Drawn = {
    type: 'text',
    style: {
      text: fitted(label, LEGEND_FONT * (strong ? 1.06 : 1), prepared.layout.width - x - MARGIN),
      x,
      y,
      align: 'left',
      verticalAlign: 'middle',
      fill: colour,
      fontSize: LEGEND_FONT,
      fontWeight: strong ? 600 : 400,
      ...fontOf(prepared),
    },
  };
  return [...sample, name];
}
