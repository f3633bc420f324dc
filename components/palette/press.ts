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

/** Whether any of these keys does something on this page: of those that press a control, where it has one. */
export const areOffered = (
  keys: readonly string[],
  has: (key: string) => boolean = (key) => controlsOf(key).length > 0,
): boolean => keys.some((key) => !PRESSING.includes(key) || has(key));

/** Presses what the page has for a key, and moves a list of choices on by one; whether there was anything. */
export function press(key: PressingKey): boolean {
  const control = toPress(controlsOf(key));
  if (control instanceof HTMLSelectElement) {
    control.selectedIndex = (control.selectedIndex + 1) % control.length;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else control?.click();
  return control !== undefined;
}
