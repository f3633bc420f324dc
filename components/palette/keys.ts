/** What of a pressed key says whether it means something to the app. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'isComposing'
>;

/** Ctrl K or ⌘ K, wherever the focus is. */
export const opensPalette = (event: Pressed): boolean =>
  isFree(event) &&
  !event.altKey &&
  !event.shiftKey &&
  event.ctrlKey !== event.metaKey &&
  event.key.toLowerCase() === 'k';

/** Keys that are a single character: they can be switched off (WCAG 2.1.4). */
export const SINGLE_KEYS = ['l', 'z', 'e', 'c', '/', '?'] as const;
export type SingleKey = (typeof SINGLE_KEYS)[number];

/**
 * A single key that was pressed for itself: with no modifier, though "/" and "?" may need Shift; undefined for any other, and while a
 * word is being composed.
 */
export function singleKeyOf(event: Pressed): SingleKey | undefined {
  if (!isFree(event) || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  return SINGLE_KEYS.find((key) => key === event.key && (!event.shiftKey || key === '/' || key === '?'));
}

/** Shift with an arrow: the episode before (−1) or after (1); undefined for any other key. */
export function episodeStepOf(event: Pressed): -1 | 1 | undefined {
  if (!isFree(event) || !event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  return event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
}

/** What a key does to a text that is being typed: the text it makes of one; undefined: it types nothing. */
export function typedOn(event: Pressed): ((text: string) => string) | undefined {
  if (!isFree(event) || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  if (event.key === 'Backspace') return (text) => text.slice(0, -1);
  return event.key.length === 1 ? (text) => text + event.key : undefined;
}

const isFree = (event: Pressed): boolean => !event.defaultPrevented && !event.isComposing;

/** Where keys are typed, choose or move something of their own. */
const FIELDS = ['input', 'select', 'textarea', '[contenteditable]', '[role="dialog"]', '[role="application"]'].join();

/** Whether what has the focus is part of what was opened over the page. */
export const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/** Whether a key that is pressed here belongs to what has the focus. */
export const isTaken = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(FIELDS) !== null;
