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

/** Presses what the page has for a key; whether there was anything. */
export function press(key: PressingKey): boolean {
  const control = toPress([...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${key}"]`)]);
  control?.click();
  return control !== undefined;
}
