import type { SingleKey } from './keys';

/** The keys that press a control of the page: the one that says so in `aria-keyshortcuts`. */
export type PressingKey = Exclude<SingleKey, '/' | '?'>;

interface Control {
  readonly getAttribute: (name: string) => string | null;
  readonly matches: (selector: string) => boolean;
}

/** Of the controls of one key, the one to press: the first that can be, and is not the choice that holds. */
export const toPress = <T extends Control>(controls: readonly T[]): T | undefined =>
  controls.find((one) => !one.matches(':disabled') && one.getAttribute('aria-pressed') !== 'true');

const controlsOf = (key: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`),
];

const PRESSING: readonly string[] = ['l', 'z', 'e', 'c'] satisfies readonly PressingKey[];

/** Keys of a chart and of the pages with one, as the list of keys writes them: a line with any of them is about a chart. */
const OF_A_CHART: readonly string[] = ['←', '→', 'Shift ←', 'Shift →', '+', '-', '0', 'Enter', 'Esc'];

interface OnPage {
  /** Whether the page has a control that this key presses. */
  readonly has: (key: string) => boolean;
  readonly hasChart: () => boolean;
}

const HERE: OnPage = {
  has: (key) => controlsOf(key).length > 0,
  hasChart: () => document.querySelector('[role="application"]') !== null,
};

/** Whether any of these keys does something on this page: of those that press a control, where it has one; of those of a chart, likewise. */
export const areOffered = (keys: readonly string[], { has, hasChart }: OnPage = HERE): boolean =>
  keys.some((key) => OF_A_CHART.includes(key)) ? hasChart() : keys.some((key) => !PRESSING.includes(key) || has(key));

/** Presses what the page has for a key, and moves a list of choices on by one; whether there was anything. */
export function press(key: PressingKey): boolean {
  const control = toPress(controlsOf(key));
  if (control instanceof HTMLSelectElement) {
    control.selectedIndex = (control.selectedIndex + 1) % control.length;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else control?.click();
  return control !== undefined;
}
