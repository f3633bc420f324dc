import { SCORECARD_LEVELS } from '../../domain/method';
import type { Missing } from '../../domain/missing';
import type { Theme } from '../look/theme';

/** The steps of the strip's colours, as ratios: under the first the venue is with the market. */
export const STEPS = SCORECARD_LEVELS;
/** Of both sides, and the one between them. */
export const COLOURS = 2 * STEPS.length + 1;

/** The ways to be missing, in the order of the legend. */
export const REASONS: readonly Missing[] = [
  'no-trade',
  'moved',
  'not-fetched',
  'set-aside',
  'too-few-peers',
  'no-rate',
  'left-out',
];

/** What a cell of the strip says: a step (−6 … 6, negative below the market), or why there is none. */
export type Cell = { readonly step: number } | { readonly why: Missing };

/** How many steps a ratio passes; a ratio that equals a step has passed it. */
function passed(ratio: number): number {
  let count = 0;
  for (const step of STEPS) if (ratio >= step) count += 1;
  return count;
}

/**
 * The step of a minute by the method's two sides, `d_low` below and `d_high` above; the side that strayed further counts,
 * below where both did alike. NaN on a side: nothing was measured there. Undefined where both are NaN.
 */
export function stepOf(dLow: number, dHigh: number): number | undefined {
  if (Number.isNaN(dLow) && Number.isNaN(dHigh)) return undefined;
  const below = dLow < 0 ? -dLow : 0;
  const above = dHigh > 0 ? dHigh : 0;
  const steps = passed(Math.max(below, above));
  return below >= above && steps > 0 ? -steps : steps;
}

/**
 * From 50 % below through 0 to 50 % above: red to blue, which the colour-blind tell apart, and lightness by depth. The ends keep their hue, as near white a
 * side would not be seen.
 */
const RAMPS: Readonly<Record<Theme, readonly string[]>> = {
  light: [
    '#5c0a1c',
    '#a01826',
    '#cf4b3d',
    '#ea8363',
    '#f6b596',
    '#fbdcc9',
    '#f1f1ee',
    '#d6e6f2',
    '#a9cde6',
    '#6fabd3',
    '#3a86bd',
    '#17609d',
    '#082f5c',
  ],
  dark: [
    '#ffb59a',
    '#fb7f5c',
    '#d9553b',
    '#a7412e',
    '#77321f',
    '#4d2a22',
    '#22282c',
    '#21384a',
    '#24527a',
    '#2871a6',
    '#3b90cf',
    '#60b3ef',
    '#a6daff',
  ],
};

export const stepColour = (step: number, theme: Theme): string => RAMPS[theme][step + STEPS.length] ?? 'none';

/** Distance between hatch lines in pixels; under 4 they close up on a small screen. */
const PITCH = 5;

/** A straight line, `[x1, y1, x2, y2]`. */
export type Segment = readonly [number, number, number, number];

/**
 * The lines that mark a missing cell in its rectangle; each reason has its own: no trade a flat line, not fetched
 * diagonals, too few peers upright ticks, no rate crossed diagonals, left out two flat lines, moved a zigzag, set aside small
 * crosses. Lines keep to one grid across cells.
 */
export function hatch(why: Missing, x: number, y: number, width: number, height: number): readonly Segment[] {
  const flat = (share: number): Segment => [x, y + height * share, x + width, y + height * share];
  switch (why) {
    case 'no-trade':
      return [flat(1 / 2)];
    case 'not-fetched':
      return diagonals(x, y, width, height, 1);
    case 'too-few-peers':
      return uprights(x, y, width, height);
    case 'no-rate':
      return [...diagonals(x, y, width, height, 1), ...diagonals(x, y, width, height, -1)];
    case 'left-out':
      return [flat(1 / 3), flat(2 / 3)];
    case 'moved':
      return zigzag(x, y, width, height);
    case 'set-aside':
      return crosses(x, y, width, height);
  }
}

const WITHOUT_PRICE: readonly Missing[] = ['no-trade', 'not-fetched', 'set-aside'];

/** "No trade", "not fetched" and "set aside" have no price at all: bare ground. The others have a price but no measure: grey ground. */
export const hasPrice = (why: Missing): boolean => !WITHOUT_PRICE.includes(why);

function uprights(x: number, y: number, width: number, height: number): Segment[] {
  const out: Segment[] = [];
  for (let at = Math.ceil(x / PITCH) * PITCH; at < x + width; at += PITCH)
    out.push([at, y + height * 0.3, at, y + height * 0.7]);
  return out;
}

/** One line up and down by turns, from 70 % of the height to 30 %. */
function zigzag(x: number, y: number, width: number, height: number): Segment[] {
  const level = (at: number): number => y + height * ((at / PITCH) % 2 === 0 ? 0.7 : 0.3);
  const out: Segment[] = [];
  for (let at = Math.floor(x / PITCH) * PITCH; at < x + width; at += PITCH) {
    const [left, right] = [Math.max(at, x), Math.min(at + PITCH, x + width)];
    const [from, to] = [level(at), level(at + PITCH)];
    const height = (along: number): number => from + ((along - at) / PITCH) * (to - from);
    out.push([left, height(left), right, height(right)]);
  }
  return out;
}

/** Half the size of a cross of `set aside`, in pixels. */
const ARM = 2;

/** A small upright cross every two steps of the grid; at least one. */
function crosses(x: number, y: number, width: number, height: number): Segment[] {
  const step = 2 * PITCH;
  const middle = y + height / 2;
  const at = (along: number): Segment[] => [
    [Math.max(along - ARM, x), middle, Math.min(along + ARM, x + width), middle],
    [along, middle - ARM, along, middle + ARM],
  ];
  const out: Segment[] = [];
  for (let along = Math.ceil(x / step) * step; along < x + width; along += step) out.push(...at(along));
  return out.length === 0 ? at(x + width / 2) : out;
}

function diagonals(x: number, y: number, width: number, height: number, slope: 1 | -1): Segment[] {
  const out: Segment[] = [];
  for (let at = Math.floor((x - height) / PITCH) * PITCH; at < x + width; at += PITCH) {
    const [left, right] = [Math.max(at, x), Math.min(at + height, x + width)];
    if (left >= right) continue;
    const level = (along: number): number => (slope === 1 ? y + height - (along - at) : y + (along - at));
    out.push([left, level(left), right, level(right)]);
  }
  return out;
}
