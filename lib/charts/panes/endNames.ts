import type { CustomSeriesOption } from 'echarts';
import { referenceOf, takesBloc } from '../../domain/reference';
import { chartNames } from '../../words/chart';
import { referenceCaption } from '../../words/reference';
import { labelOf } from '../chart';
import { END_GAP } from '../look/layout';
import { LEGEND_FONT } from '../look/legend';
import { fitted } from '../look/textWidth';
import { PRICE, type PreparedChart, type PreparedSeries } from '../prepared';
import { wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { fontOf } from './marks';

/** A line's name and the height it ends at. */
interface End {
  readonly label: string;
  readonly colour: string;
  readonly y: number;
  readonly strong: boolean;
}

/** Names at the right end of the price pane's lines; a narrow chart has a legend instead. */
export const endNameSeries = (prepared: PreparedChart): CustomSeriesOption[] =>
  prepared.chart.compact === true || prepared.focus === undefined
    ? []
    : [
        wholePane(prepared, { id: 'end-names', pane: PRICE, z: 10, overflows: true }, (view) =>
          apart(endsOf(prepared, view), view).map((end) => nameOf(prepared, view, end)),
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
    if (blocs.length === 0 || !takesBloc(referenceOf(answer.reference)))
      add(
        referenceCaption(referenceOf(answer.reference), answer.bloc),
        ink.ink,
        lastIn(view, focus, focus.columns.referenceClose),
      );
  }
  for (const { quote, closes } of blocs) add(chartNames.bloc(quote), ink.ink, lastUnit(prepared, view, closes));
  for (const one of lines) add(labelOf(chart, one.series), one.colour, lastIn(view, one, one.columns.close));
  return ends;
}

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

function nameOf(prepared: PreparedChart, { pane }: PaneView, { label, colour, y, strong }: End): Drawn {
  const x = pane.left + pane.width + END_GAP;
  return {
    type: 'text',
    style: {
      text: fitted(label, LEGEND_FONT * (strong ? 1.06 : 1), prepared.layout.width - x - 6),
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
}
