import type { Walk, WalkStep } from '@/lib/api/method';
import { formatLevel, formatRatio } from '@/lib/words/en/numbers';
import { missingWords } from '@/lib/words/en/missing';

const MINUS = '\u2212';
const places = (value: number, most: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: most }).format(value).replace('-', MINUS);

/** Enough places to tell a hundredth of a basis point. */
const RATIO_PLACES = 6;

/** A plain ratio: "−0.999366". One that is not 0 is never written as 0, nor a fall short of everything as −1. */
export function ratioFigure(ratio: number): string {
  const text = places(ratio, RATIO_PLACES);
  const isFalse = (ratio !== 0 && !/[1-9]/.test(text)) || (ratio > -1 && text === `${MINUS}1`);
  return isFalse ? String(ratio).replace('-', MINUS) : text;
}

const sixPlaces = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: RATIO_PLACES,
  maximumFractionDigits: RATIO_PLACES,
});
const sixDigits = new Intl.NumberFormat('en-US', { minimumSignificantDigits: 6, maximumSignificantDigits: 6 });

/** A rate of exchange, or the ratio of a wrapped asset: "1.001204", of small units as many digits: "0.000703512"; exactly 1 is "1". */
export const rateFigure = (rate: number): string =>
  rate === 1 ? '1' : (rate >= 0.1 ? sixPlaces : sixDigits).format(rate);

/** The ratio and what it is as percent: "−0.999366 = −99.94 %". */
export const ratioAndPercent = (ratio: number): string =>
  `${ratioFigure(ratio)} = ${formatRatio(ratio).replace(' ', '\u00A0')}`;

/** A step that is told, or how many minutes are left out between two that are. */
export type Told = WalkStep | { readonly leftOut: number };

/** A walk of no more minutes than these is told whole. */
const WHOLE = 16;
/** Of a longer one: from before its beginning, to each side of its peak, and up to its end. */
const [HEAD, SIDE, TAIL] = [5, 1, 5] as const;

/** The minutes of a walk that explain it: beginning, peak and end; what lies between is counted. */
export function toldSteps({ episode, steps }: Walk): readonly Told[] {
  if (steps.length <= WHOLE) return steps;
  const peak = steps.findIndex(({ minute }) => minute === episode.peakMinute);
  const isTold = (i: number): boolean => i < HEAD || i >= steps.length - TAIL || Math.abs(i - peak) <= SIDE;
  const told: Told[] = [];
  let leftOut = 0;
  steps.forEach((step, i) => {
    if (!isTold(i)) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0) told.push({ leftOut });
    leftOut = 0;
    told.push(step);
  });
  return told;
}

/** Measured minutes in a row nearer than half the level that end an episode. */
const CALM = ['the first', 'the second', 'the third'] as const;

/** What a minute does to its episode, in words. */
export function stepWords(
  { state, calm, missing, minute }: WalkStep,
  { enter, peakMinute }: { readonly enter: number; readonly peakMinute: string },
): string {
  const [level, half] = [formatLevel(enter), formatLevel(enter / 2)];
  const peak = minute === peakMinute ? '; the peak' : '';
  switch (state) {
    case 'before':
      return 'before it';
    case 'enters':
      return `enters: at or beyond ${level}${peak}`;
    case 'beyond':
      return `at or beyond ${level}${peak}`;
    case 'holds':
      return `between ${half} and ${level}: goes on${peak}`;
    case 'calm':
      return `nearer than ${half}, ${CALM[calm - 1] ?? 'more'} in a row${calm >= CALM.length ? ': it is over' : ''}`;
    case 'unknown':
      return `unknown: ${missing === null ? 'not measured' : missingWords(missing)}`;
  }
}
