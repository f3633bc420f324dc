import type { CustomSeriesOption } from 'echarts';
import { referenceOf, takesBloc } from '../../domain/reference';
import { candleBodies, hasCandles } from './candles';
import { extremesOf, slotEdges } from '../buckets/extremes';
import { PRICE, type PreparedChart, type PreparedSeries } from '../prepared';
import { flatPath, wholePane, type Drawn, type PaneView } from '../shapes/paneView';
import { bandOf, closeLine, unitLine, uprights } from './strokes';

/**
 * The market as a grey band, lowest low to highest high of the others; the focus's reference as a dark line in it, or the medians of
 * both blocs where they part; named venues as lines; and in front, in its colour, the venue in question.
 */
export function priceSeries(prepared: PreparedChart): CustomSeriesOption[] {
  const pane = (id: string, z: number, draw: (view: PaneView) => readonly Drawn[]): CustomSeriesOption =>
    wholePane(prepared, { id, pane: PRICE, z }, draw);
  return [
    pane('market', 2, (view) => marketBand(prepared, view)),
    ...prepared.lines.map((one) => pane(`line ${one.key}`, 3, (view) => namedLine(prepared, view, one))),
    pane('reference', 4, (view) => referenceLines(prepared, view)),
    ...(prepared.focus === undefined ? [] : [focusSeries(prepared, prepared.focus)]),
  ];
}

function marketBand(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { ink, others } = prepared;
  return flatPath('polygon', bandOf(prepared, view, others.low, others.high), {
    fill: ink.band,
    stroke: ink.bandEdge,
    lineWidth: 0.6,
  });
}

function namedLine(prepared: PreparedChart, view: PaneView, one: PreparedSeries): Drawn[] {
  return [
    ...flatPath('uprights', rangeOf(view, one), {
      fill: 'none',
      stroke: one.colour,
      lineWidth: 0.9,
      opacity: 0.5,
    }),
    ...closeLine(prepared, view, one, one.columns.close, { colour: one.colour, width: 1.3, dash: one.dash }),
  ];
}

function referenceLines(prepared: PreparedChart, view: PaneView): Drawn[] {
  const { focus, ink, blocs, chart } = prepared;
  const [usd, usdt] = blocs;
  const medians =
    usd === undefined || usdt === undefined
      ? []
      : [
          ...unitLine(prepared, view, usd.closes, { colour: ink.reference, width: 1.3 }),
          ...unitLine(prepared, view, usdt.closes, { colour: ink.reference, width: 1.3, dash: 'dashed' }),
        ];
  if (focus === undefined || (medians.length > 0 && takesBloc(referenceOf(chart.answer.reference)))) return medians;
  return [
    ...medians,
    ...closeLine(prepared, view, focus, focus.columns.referenceClose, { colour: ink.reference, width: 1.3 }),
  ];
}

/** Candles where a minute is wide enough, else strokes from low to high with a line through the closes. */
function focusSeries(prepared: PreparedChart, focus: PreparedSeries): CustomSeriesOption {
  return wholePane(prepared, { id: `range ${focus.key}`, pane: PRICE, z: 5 }, (view) => {
    const { colour, columns } = focus;
    const isWide = hasCandles(prepared, view);
    return [
      ...(isWide ? [] : closeLine(prepared, view, focus, columns.close, { colour, width: 1.2 })),
      ...flatPath('uprights', rangeOf(view, focus), { fill: 'none', stroke: colour, lineWidth: 1.3 }),
      ...(isWide ? candleBodies(prepared, view, focus) : []),
    ];
  });
}

/** Upright strokes from low to high, one for each minute that holds its bucket's lowest low or highest high. */
function rangeOf(view: PaneView, { columns }: PreparedSeries): number[] {
  const slots = slotEdges(columns.at, view.edges);
  const [lows, highs] = [extremesOf(columns.low, slots), extremesOf(columns.high, slots)];
  const kept: number[] = [];
  for (let b = 0; b < lows.count.length; b += 1) {
    const [lowest, highest] = [lows.minSlot[b] ?? -1, highs.maxSlot[b] ?? -1];
    if (lowest >= 0) kept.push(lowest);
    if (highest >= 0 && highest !== lowest) kept.push(highest);
  }
  return uprights(view, columns.low, columns.high, { x: (slot) => view.x(columns.at[slot] as number), kept });
}
