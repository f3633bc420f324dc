import type { PreparedChart } from '../prepared';
import type { Box } from './layout';

/** Of a handle, of its stems above and below it, and from the edge it stands on to its middle: as the live chart's brush has them, of its height. */
const HANDLE = { width: 8 / 40, stem: 7.5 / 40, inset: 1 } as const;
/** The live brush stands aside, for its left handle reaches over its edge. */
const ASIDE = 0.7;
/** Its frame runs through the middle of pixels. */
const HALF = 0.5;

/** The overview brush of a still chart that the live one takes over from, with all in sight: nothing of it answers. */
export const brushOf = ({ chart, layout, ink }: PreparedChart): BrushShape[] =>
  chart.still === true && layout.slider !== undefined ? brushShapes(layout.slider, ink, { from: 0, to: 1 }) : [];

/** A part of the brush, drawn as ECharts draws an element of its kind. */
export type BrushShape = { readonly silent: true; readonly z: number; readonly style: BrushStyle } & (
  | { readonly type: 'rect'; readonly shape: { x: number; y: number; width: number; height: number } }
  | { readonly type: 'line'; readonly shape: { x1: number; y1: number; x2: number; y2: number } }
);

interface BrushStyle {
  readonly fill: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
}

/** The brush with a part of the window in sight, as shares of it. */
export function brushShapes(
  slider: Box,
  ink: PreparedChart['ink'],
  { from, to }: { readonly from: number; readonly to: number },
): BrushShape[] {
  const box = { ...slider, left: slider.left + ASIDE };
  const { left, top, width, height } = box;
  const [begin, end] = [left + from * width, left + to * width];
  return [
    {
      type: 'rect',
      silent: true,
      z: 0,
      shape: { x: begin, y: top, width: end - begin, height },
      style: { fill: ink.episode },
    },
    {
      type: 'rect',
      silent: true,
      z: 0,
      shape: { x: left + HALF, y: top + HALF, width: width - 2 * HALF, height: height - 2 * HALF },
      style: { fill: 'none', stroke: ink.rule, lineWidth: 1 },
    },
    ...[begin + HANDLE.inset, end - HANDLE.inset].flatMap((x) => handle(box, x, ink)),
  ];
}

function handle({ top, height }: Box, x: number, ink: PreparedChart['ink']): BrushShape[] {
  const [wide, stem] = [HANDLE.width * height, HANDLE.stem * height];
  const foot = top + height;
  const line = (y1: number, y2: number): BrushShape => ({
    type: 'line',
    silent: true,
    z: 5,
    shape: { x1: x, y1, x2: x, y2 },
    style: { fill: 'none', stroke: ink.quiet, lineWidth: 1 },
  });
  return [
    line(top, top + stem),
    line(foot - stem, foot),
    {
      type: 'rect',
      silent: true,
      z: 5,
      shape: { x: x - wide / 2, y: top + stem, width: wide, height: height - 2 * stem },
      style: { fill: ink.paper, stroke: ink.quiet, lineWidth: 1 },
    },
  ];
}
