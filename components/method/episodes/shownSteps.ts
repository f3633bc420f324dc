import type { Walk, WalkStep } from '@/lib/api/method';

/** A step that is shown, or how many minutes are left out between two that are. */
export type ShownStep = WalkStep | { readonly leftOut: number };

/** A walk of no more minutes than these is shown whole. */
const WHOLE = 16;
/** Of a longer one: from before its beginning, to each side of its peak, and up to its end. */
const [HEAD, SIDE, TAIL] = [5, 1, 5] as const;

/** The minutes of a walk that explain it: beginning, peak and end; what lies between is counted. */
export function shownSteps({ episode, steps }: Walk): readonly ShownStep[] {
  if (steps.length <= WHOLE) return steps;
  const peak = steps.findIndex(({ minute }) => minute === episode.peakMinute);
  const isShown = (i: number): boolean => i < HEAD || i >= steps.length - TAIL || Math.abs(i - peak) <= SIDE;
  const shown: ShownStep[] = [];
  let leftOut = 0;
  steps.forEach((step, i) => {
    if (!isShown(i)) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0) shown.push({ leftOut });
    leftOut = 0;
    shown.push(step);
  });
  return shown;
}
