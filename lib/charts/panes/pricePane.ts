import type { SeriesOption } from 'echarts';
import { dotSeries, lineSeries } from './lines';
import { lineOf, strokesOf } from './points';
import { backToFront, PRICE, type PreparedSeries, type PreparedChart } from '../prepared';

/** Behind the focus, the other venues step back, but stay readable. */
const BEHIND = 0.6;

/** Per venue a line through the closes and upright strokes from low to high, so that a wick is seen; and the reference. */
export function priceSeries(prepared: PreparedChart): SeriesOption[] {
  return [...backToFront(prepared).flatMap(venueSeries), ...referenceSeries(prepared)];
}

function venueSeries(one: PreparedSeries): SeriesOption[] {
  const { columns, colour, dash, isFocus, key, edges, timesMs } = one;
  const z = isFocus ? 4 : 2;
  const opacity = isFocus ? 1 : BEHIND;
  const close = lineOf(columns.close, one.closeEdges, timesMs);
  const stroke = { pane: PRICE, colour, z };
  return [
    lineSeries(strokesOf(columns.low, columns.high, edges, timesMs), {
      ...stroke,
      id: `range ${key}`,
      width: isFocus ? 1.6 : 0.9,
      opacity: isFocus ? 0.9 : 0.45,
      dash: 'solid',
    }),
    lineSeries(close.points, { ...stroke, id: `close ${key}`, width: isFocus ? 1.9 : 1.2, opacity, dash }),
    ...dotSeries(close, { ...stroke, id: `lone-close ${key}`, width: isFocus ? 2.5 : 2, opacity, dash }),
  ];
}

/** The reference of the venue in front: dashed, and in the colour of no venue. */
function referenceSeries({ focus, ink }: PreparedChart): SeriesOption[] {
  if (focus === undefined) return [];
  const line = lineOf(focus.columns.referenceClose, focus.closeEdges, focus.timesMs);
  const stroke = { pane: PRICE, colour: ink.reference, width: 1.4, opacity: 0.9, dash: 'dashed', z: 3 } as const;
  return [
    lineSeries(line.points, { ...stroke, id: 'reference' }),
    ...dotSeries(line, { ...stroke, id: 'lone-reference' }),
  ];
}
