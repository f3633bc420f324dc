import type { PreparedChart } from '../prepared';
import type { Box } from './layout';

/** Of a handle, of its stems above and below it, and from the edge it stands on to its middle: as the live chart's brush has them, of its height. */
const HANDLE = { width: 8 / 40, stem: 7.5 / 40, inset: 1 } as const;
/** The live brush stands aside, for its left handle reaches over its edge. */
const ASIDE = 0.7;
/** Its frame runs through the middle of pixels. */
const HALF = 0.5;

/** The overview brush of a still chart that the live one takes over from, with all in sight: nothing of it answers. */
export function brushOf({ chart, layout, ink }: PreparedChart): Record<string, unknown>[] {
  const { slider } = layout;
  if (chart.still !== true || slider === undefined) return [];
  const box = { ...slider, left: slider.left + ASIDE };
  const { left, top, width, height } = box;
  const shape = { x: left, y: top, width, height };
  return [
    { type: 'rect', silent: true, z: 0, shape, style: { fill: ink.episode } },
    {
      type: 'rect',
      silent: true,
      z: 0,
      shape: { x: left + HALF, y: top + HALF, width: width - 2 * HALF, height: height - 2 * HALF },
      style: { fill: 'none', stroke: ink.rule, lineWidth: 1 },
    },
    ...[left + HANDLE.inset, left + width - HANDLE.inset].flatMap((x) => handle(box, x, ink)),
  ];
}

function handle({ top, height }: Box, x: number, ink: PreparedChart['ink']): Record<string, unknown>[] {
  const [wide, stem] = [HANDLE.width * height, HANDLE.stem * height];
  const foot = top + height;
  const line = (y1: number, y2: number): Record<string, unknown> => ({
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
