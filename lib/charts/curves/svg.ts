import { MINUTE_MS } from '../../domain/minute';
import { RECONSTRUCTED } from '../../domain/events/reconstructed';
import { SIMULATED } from '../../words/names';
import { timeLabel } from '../look/axes';
import { PAGE_FONT as FONT, PAGE_INK as INK } from '../look/pageInk';
import { textWidth } from '../look/textWidth';
import { linearTicks } from '../look/ticks';

/** Money by the end of a step that begins at `minute`, in USD, null before the first fill with a figure, and whether the step has fills that add nothing. */
export interface CurveStep {
  /** Since 1970, UTC. */
  readonly minute: number;
  readonly was: number | null;
  readonly atReference: number | null;
  readonly difference: number | null;
  readonly hasWithin: boolean;
  readonly hasUnmeasured: boolean;
}

export interface CurvesChart {
  /** At least one, in the order of time; once one has money, so has each after it. */
  readonly steps: readonly CurveStep[];
  readonly stepMinutes: number;
  /** CSS pixels. */
  readonly width: number;
  readonly simulated: boolean;
  /** Of the worked example. */
  readonly reconstructed: boolean;
  /** Without the figures beside the axes. */
  readonly isHidden: boolean;
  readonly names: Readonly<Record<'was' | 'atReference' | 'difference' | 'within' | 'unmeasured', string>>;
}

const [TOP, PANE, LOWER, GAP, RUG, NAME, FOOT] = [28, 190, 110, 36, 10, 24, 28] as const;
const MARK_LETTERS = 16;
const [TICK_PITCH, TIME_PITCH, LETTERS] = [44, 96, 12] as const;
/** Minutes between two names of times. */
const SPACES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 7_200, 14_400, 43_200, 129_600, 525_600];

interface Pane {
  readonly top: number;
  readonly height: number;
  readonly least: number;
  readonly most: number;
}

/** Sold less bought in one pane, as it was and at the reference; the difference in the next; below them the fills that add nothing. SVG in the page's own colours. */
export function curvesSvg(chart: CurvesChart): string {
  const { steps, names } = chart;
  const upper = pane(
    TOP,
    PANE,
    steps.flatMap(({ was, atReference }) => [was, atReference]).filter((value) => value !== null),
  );
  const lower = pane(
    TOP + PANE + GAP,
    LOWER,
    steps.map(({ difference }) => difference).filter((value) => value !== null),
  );
  const panes = [upper, lower];
  const left = chart.isHidden
    ? 12
    : 12 + Math.ceil(Math.max(...panes.flatMap((one) => ticksOf(one).map((tick) => textWidth(figure(tick), LETTERS)))));
  const right = 16;
  const from = (steps[0] as CurveStep).minute;
  const to = Math.max(from + 10 * chart.stepMinutes, (steps.at(-1) as CurveStep).minute + chart.stepMinutes);
  const width = chart.width - left - right;
  const x = (minute: number): number => left + (width * (minute - from)) / (to - from);
  const rugs = (
    [
      ['hasWithin', names.within],
      ['hasUnmeasured', names.unmeasured],
    ] as const
  ).filter(([which]) => steps.some((step) => step[which]));
  const rugTop = (at: number): number => lower.top + LOWER + at * (NAME + RUG);
  const bottom = rugTop(rugs.length) + 4;
  const height = bottom + FOOT;
  const drawn = [
    ...panes.flatMap((one) => levels(one, left, width, chart.isHidden)),
    ...times(from, to, width).flatMap((minute) => [
      line(x(minute), TOP, x(minute), bottom, INK.rule),
      text(timeLabel(minute * MINUTE_MS), x(minute), bottom + 16, { anchor: 'middle' }),
    ]),
    ...marks(chart, left, width, upper),
    area(chart, lower, x, to),
    path(chart, upper, x, to, 'atReference', `stroke="${INK.quiet}" stroke-width="1.6" stroke-dasharray="5 3"`),
    path(chart, upper, x, to, 'was', `stroke="${INK.ink}" stroke-width="2"`),
    path(chart, lower, x, to, 'difference', `stroke="${INK.ink}" stroke-width="1.4"`),
    ...rugs.flatMap(([which, name], i) => [
      text(name, left, rugTop(i) + NAME - 5, { halo: true }),
      ...rug(chart, which, rugTop(i) + NAME, x),
    ]),
    ...legend(left, [
      ['line', names.was],
      ['dashes', names.atReference],
    ]),
    text(names.difference, left, lower.top - 8, { isStrong: true }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(chart.width)} ${String(height)}" width="${String(chart.width)}" height="${String(height)}" font-family="${FONT}" font-size="${String(LETTERS)}">${drawn.join('')}</svg>`;
}

/** From a little beyond the extremes, 0 among them. */
function pane(top: number, height: number, values: readonly number[]): Pane {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(high - low, 1) * 0.06;
  return { top, height, least: low - room, most: high + room };
}

const yIn = ({ top, height, least, most }: Pane, value: number): number =>
  top + (height * (most - value)) / (most - least);
const ticksOf = ({ least, most, height }: Pane): readonly number[] =>
  linearTicks(least, most, Math.max(2, Math.floor(height / TICK_PITCH)));
const figure = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 2, signDisplay: 'negative' }).replace('-', '−');
const place = (value: number): string => value.toFixed(1);

const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<path d="M${place(x1)} ${place(y1)}L${place(x2)} ${place(y2)}" stroke="${colour}" fill="none"/>`;

interface Letters {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isStrong?: boolean;
  /** On the colour of the page, for letters over marks. */
  readonly halo?: boolean;
}

const text = (words: string, x: number, y: number, { anchor = 'start', isStrong, halo }: Letters = {}): string =>
  `<text x="${place(x)}" y="${place(y)}" text-anchor="${anchor}" fill="${isStrong ? INK.ink : INK.quiet}"${isStrong ? ' font-weight="600"' : ''}${halo ? ` stroke="${INK.paper}" stroke-width="4" paint-order="stroke"` : ''}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

const levels = (one: Pane, left: number, width: number, isHidden: boolean): readonly string[] =>
  ticksOf(one).flatMap((tick) => [
    line(left, yIn(one, tick), left + width, yIn(one, tick), tick === 0 ? INK.frame : INK.rule),
    ...(isHidden ? [] : [text(figure(tick), left - 8, yIn(one, tick) + 4, { anchor: 'end' })]),
  ]);

/** Round times, UTC, as many as have room. */
function times(from: number, to: number, width: number): readonly number[] {
  const most = Math.max(2, Math.floor(width / TIME_PITCH));
  const space = SPACES.find((minutes) => (to - from) / minutes <= most) ?? 5_256_000;
  const first = Math.ceil(from / space);
  return Array.from({ length: Math.floor(to / space) - first + 1 }, (_, i) => (first + i) * space);
}

type Column = 'was' | 'atReference' | 'difference';

/** Steps: a sum holds until the next fill. It begins at 0, at the first that has one; undefined: none has. */
function stepped(
  { steps }: CurvesChart,
  one: Pane,
  x: (minute: number) => number,
  to: number,
  column: Column,
): string | undefined {
  const known = steps.flatMap((step) => (step[column] === null ? [] : [[x(step.minute), step[column]] as const]));
  const [first] = known;
  if (first === undefined) return undefined;
  const moves = known.map(([at, value]) => `H${place(at)}V${place(yIn(one, value))}`);
  return `M${place(first[0])} ${place(yIn(one, 0))}${moves.join('')}H${place(x(to))}`;
}

const path = (
  chart: CurvesChart,
  one: Pane,
  x: (minute: number) => number,
  to: number,
  column: Column,
  look: string,
): string => {
  const steps = stepped(chart, one, x, to, column);
  return steps === undefined ? '' : `<path d="${steps}" fill="none" ${look}/>`;
};

/** Above 0 the fills were worse than their reference: the warm side. Below it the cool one. */
function area(chart: CurvesChart, one: Pane, x: (minute: number) => number, to: number): string {
  const { steps } = chart;
  return steps
    .flatMap((step, i) => {
      if (step.difference === null || step.difference === 0) return [];
      const [start, end] = [x(step.minute), x(steps[i + 1]?.minute ?? to)];
      const [high, low] = [yIn(one, Math.max(0, step.difference)), yIn(one, Math.min(0, step.difference))];
      return [
        `<rect x="${place(start)}" y="${place(high)}" width="${place(end - start)}" height="${place(low - high)}" fill="${step.difference > 0 ? INK.below : INK.above}" fill-opacity="0.25"/>`,
      ];
    })
    .join('');
}

/** A mark for each step with such fills: filled, or open. */
const rug = (
  { steps, stepMinutes }: CurvesChart,
  which: 'hasWithin' | 'hasUnmeasured',
  y: number,
  x: (minute: number) => number,
): readonly string[] =>
  steps.flatMap((step) => {
    if (!step[which]) return [];
    const width = Math.max(2.5, x(step.minute + stepMinutes) - x(step.minute) - 0.5);
    const look = which === 'hasWithin' ? `fill="${INK.frame}"` : `fill="none" stroke="${INK.caution}"`;
    return [
      `<rect x="${place(x(step.minute))}" y="${place(y)}" width="${place(width)}" height="${String(RUG)}" ${look}/>`,
    ];
  });

function legend(left: number, entries: readonly (readonly ['line' | 'dashes', string])[]): readonly string[] {
  let x = left;
  return entries.flatMap(([kind, name]) => {
    const at = x;
    x += 26 + textWidth(name, LETTERS) + 20;
    const dashes = kind === 'dashes' ? ' stroke-dasharray="5 3"' : '';
    return [
      `<path d="M${place(at)} 12h20" stroke="${kind === 'line' ? INK.ink : INK.quiet}" stroke-width="2"${dashes} fill="none"/>`,
      text(name, at + 26, 16, { isStrong: kind === 'line' }),
    ];
  });
}

/** Inside the plot, where no crop of it loses them. */
const marks = (
  { simulated, reconstructed }: CurvesChart,
  left: number,
  width: number,
  { top, height }: Pane,
): readonly string[] => {
  const words = [...(reconstructed ? [RECONSTRUCTED] : []), ...(simulated ? [SIMULATED] : [])].join(' · ');
  if (words === '') return [];
  const columns = Math.max(1, Math.floor(width / Math.max(300, 1.3 * textWidth(words, MARK_LETTERS))));
  return Array.from(
    { length: columns },
    (_, i) =>
      `<text x="${place(left + (width * (i + 0.5)) / columns)}" y="${place(top + height / 2)}" text-anchor="middle" fill="${INK.quiet}" fill-opacity="0.35" font-size="${String(MARK_LETTERS)}" font-weight="600">${words}</text>`,
  );
};
