import type { CustomSeriesOption, CustomSeriesRenderItem } from 'echarts';
import { MINUTE_MS } from '../../domain/minute';
import { edgesIn } from '../buckets/extremes';
import type { Box } from '../look/layout';
import { DEVIATION, PRICE, type PreparedChart } from '../prepared';
import { FLAT_PATH, type FlatPath } from './flatForm';

/** A pane as it stands on the screen at this moment: what is in sight, and where it lies. */
export interface PaneView {
  readonly pane: Box;
  /** Minutes in sight since the window's first, half-open. */
  readonly from: number;
  readonly to: number;
  /** Pixels a minute is wide. */
  readonly minuteWidth: number;
  /** The buckets in sight, in minutes since the window's first: no more than the pane has pixels, a minute each while there is room. */
  readonly edges: Uint32Array;
  /** The pixel a minute's open time stands at. */
  readonly x: (minutes: number) => number;
  /** The pixel of a value; of the strip, of a row. */
  readonly y: (value: number) => number;
}

type Params = Parameters<CustomSeriesRenderItem>[0];
type Api = Parameters<CustomSeriesRenderItem>[1];

/** One thing of a drawing: a flat path with its style, or any shape ECharts knows. */
export type Drawn =
  | {
      readonly type: typeof FLAT_PATH;
      readonly shape: FlatPath;
      readonly style: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'text' | 'circle' | 'rect' | 'line'; readonly [key: string]: unknown };

export const flatPath = (
  form: FlatPath['form'],
  numbers: readonly number[],
  style: Readonly<Record<string, unknown>>,
): Drawn[] => (numbers.length === 0 ? [] : [{ type: FLAT_PATH, shape: { form, numbers }, style }]);

/** A tenth of a pixel is finer than any eye, and keeps what is written as SVG short. */
export const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

/**
 * A series that draws a whole pane at once, anew in each frame from what is in sight: whatever the zoom, the extremes are exact at once.
 * `overflows`: what is drawn may stand beside the pane.
 */
export function wholePane(
  prepared: PreparedChart,
  {
    id,
    pane,
    z,
    overflows = false,
  }: { readonly id: string; readonly pane: number; readonly z: number; readonly overflows?: boolean },
  draw: (view: PaneView) => readonly Drawn[],
): CustomSeriesOption {
  return {
    type: 'custom',
    id,
    xAxisIndex: pane,
    yAxisIndex: pane,
    z,
    silent: true,
    animation: false,
    // Of a still chart all is in sight, and nothing leaves its pane.
    clip: !overflows && prepared.chart.still !== true,
    progressive: 0,
    // One datum stands for all of it: ECharts asks once a frame.
    data: [[prepared.range.from * MINUTE_MS, 0]],
    encode: { x: 0, y: 1 },
    renderItem: ((params: Params, api: Api) => {
      const children = draw(paneView(prepared, pane, params, api));
      // ECharts leaves standing what an empty group is drawn over, unless told not to merge the two.
      return { type: 'group', children, ...(children.length === 0 ? { $mergeChildren: false } : {}) };
    }) as unknown as CustomSeriesRenderItem,
  };
}

function paneView(prepared: PreparedChart, pane: number, params: Params, api: Api): PaneView {
  const { range } = prepared;
  const box = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
  const first = range.from * MINUTE_MS;
  const size = range.to - range.from;
  const [left = NaN] = api.coord([first, 0]);
  const [right = NaN] = api.coord([first + size * MINUTE_MS, 0]);
  const minuteWidth = (right - left) / size;
  const at = (pixel: number): number => (pixel - left) / minuteWidth + 0.5;
  const from = Math.max(0, Math.floor(at(box.x) + 1e-6));
  const to = Math.min(size, Math.ceil(at(box.x + box.width) - 1e-6));
  return {
    pane: { left: box.x, top: box.y, width: box.width, height: box.height },
    from,
    to,
    minuteWidth,
    edges: edgesInSight(prepared.units, from, to, box.width),
    x: (minutes) => tenth(left + minutes * minuteWidth),
    y: heightOf(prepared, pane, box),
  };
}

const edgesKnown = new WeakMap<Uint32Array, { readonly key: string; readonly edges: Uint32Array }>();

/** All that is drawn in one frame shares its buckets. */
function edgesInSight(units: Uint32Array, from: number, to: number, pixels: number): Uint32Array {
  const key = [from, to, pixels].join(' ');
  const known = edgesKnown.get(units);
  if (known?.key === key) return known.edges;
  const edges = edgesIn(units, from, to, pixels);
  edgesKnown.set(units, { key, edges });
  return edges;
}

function heightOf(
  { prices, deviations }: PreparedChart,
  pane: number,
  { y, height }: { readonly y: number; readonly height: number },
): (value: number) => number {
  if (pane !== PRICE && pane !== DEVIATION) return (row) => tenth(y + row);
  const { least, most, log } = pane === PRICE ? prices : { ...deviations, log: false };
  const of = log ? Math.log : (value: number): number => value;
  const [foot, span] = [of(least), of(most) - of(least)];
  return (value) => tenth(y + height * (1 - (of(value) - foot) / span));
}
