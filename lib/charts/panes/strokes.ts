import { eachSlot, slotEdges } from '../buckets/extremes';
import { piecesOf, type Piece } from '../buckets/units';
import type { PreparedChart, PreparedSeries } from '../prepared';
import type { Dash } from '../look/venueColour';
import { flatPath, type Drawn, type PaneView } from '../shapes/paneView';
import { lineOf, type Line } from './points';

/** The dashes in pixels of line and gap. */
export const DASHES: Readonly<Record<Dash, number[] | undefined>> = {
  solid: undefined,
  dashed: [5, 3],
  dotted: [1.5, 2.5],
  'dash-dot': [7, 3, 1.5, 3],
  'dash-dot-dot': [7, 3, 1.5, 3, 1.5, 3],
};

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: Dash;
  readonly opacity?: number;
}

const styleOf = ({ colour, width, dash = 'solid', opacity = 1 }: Stroke): Record<string, unknown> => ({
  fill: 'none',
  stroke: colour,
  lineWidth: width,
  opacity,
  lineJoin: 'round',
  lineCap: dash === 'solid' ? 'round' : 'butt',
  ...(DASHES[dash] === undefined ? {} : { lineDash: DASHES[dash] }),
});

/**
 * A line through single prices of a series, as far as it is in sight and one step further to both sides. Points that stand alone between two
 * holes are dots.
 */
export function closeLine(
  prepared: PreparedChart,
  view: PaneView,
  one: PreparedSeries,
  column: Float64Array,
  stroke: Stroke,
): Drawn[] {
  return drawnLine(view, prepared, lineOf(column, slotsInSight(prepared, view, one), one.timesMs), stroke);
}

/** A line through a column of units. */
export function unitLine(prepared: PreparedChart, view: PaneView, column: Float64Array, stroke: Stroke): Drawn[] {
  const { units, range } = prepared;
  const edges = slotEdges(Int32Array.from(units.subarray(0, -1)), view.edges);
  const times = Float64Array.from(units, (minutes) => (range.from + minutes) * 60_000);
  return drawnLine(view, prepared, lineOf(column, edges, times), stroke);
}

function drawnLine(view: PaneView, prepared: PreparedChart, { points, alone }: Line, stroke: Stroke): Drawn[] {
  const first = prepared.range.from * 60_000;
  const at = (ms: number): number => view.x((ms - first) / 60_000);
  const through: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const value = points[i + 1] as number;
    through.push(at(points[i] as number), value === value ? view.y(value) : NaN);
  }
  const dots: number[] = [];
  for (let i = 0; i < alone.length; i += 2) {
    const [x, y] = [at(alone[i] as number), view.y(alone[i + 1] as number)];
    dots.push(x - DOT / 2, y - DOT / 2, x + DOT / 2, y + DOT / 2);
  }
  return [
    ...flatPath('line', through, styleOf(stroke)),
    ...flatPath('boxes', dots, { fill: stroke.colour, opacity: stroke.opacity ?? 1 }),
  ];
}

/** The side of a dot, in pixels. */
const DOT = 3.5;

/** The slots of a series in sight, with one before and one behind: in buckets; of a long window, whose rows are extremes already, one by one. */
function slotsInSight({ chart, range }: PreparedChart, view: PaneView, { columns }: PreparedSeries): Uint32Array {
  const size = range.to - range.from;
  const around = Uint32Array.from([Math.max(0, view.from - 1), Math.min(size, view.to + 1)]);
  if (chart.answer.resolutionMinutes === 1) {
    const edges = [...view.edges];
    const [before, behind] = [around[0] as number, around[1] as number];
    if (before < (edges[0] as number)) edges.unshift(before);
    if (behind > (edges.at(-1) as number)) edges.push(behind);
    return slotEdges(columns.at, Uint32Array.from(edges));
  }
  const [from = 0, to = 0] = slotEdges(columns.at, around);
  const first = Math.max(0, from - 1);
  return eachSlot(Math.min(columns.at.length, to + 1) - first).map((slot) => slot + first);
}

/** Uprights from low to high: of each bucket in sight those minutes that hold its lowest low and its highest high. */
export function uprights(
  view: PaneView,
  low: Float64Array,
  high: Float64Array,
  slots: { readonly x: (slot: number) => number; readonly kept: readonly number[] },
): number[] {
  const out: number[] = [];
  for (const slot of slots.kept) {
    const [l, h] = [low[slot] as number, high[slot] as number];
    out.push(slots.x(slot), view.y(l === l ? l : h), view.y(h === h ? h : l));
  }
  return out;
}

/** Some units as an outline from low to high, in steps; a hole ends it. */
export function bandOf({ units }: PreparedChart, view: PaneView, low: Float64Array, high: Float64Array): number[] {
  return outline(piecesOf(low, high, units, view.edges), view);
}

/** Pieces as closed outlines: along the tops, and back along the feet. */
export function outline(pieces: readonly Piece[], { x, y }: PaneView): number[] {
  const out: number[] = [];
  for (let i = 0; i < pieces.length;) {
    let end = i + 1;
    while (end < pieces.length && pieces[end]?.from === pieces[end - 1]?.to) end += 1;
    const run = pieces.slice(i, end);
    for (const { from, to, high } of run) out.push(x(from - 0.5), y(high), x(to - 0.5), y(high));
    for (const { from, to, low } of run.reverse()) out.push(x(to - 0.5), y(low), x(from - 0.5), y(low));
    out.push(NaN, NaN);
    i = end;
  }
  return out;
}
