/** What of a pressed key says whether it means something to the app. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'isComposing'
>;

/** Ctrl K or ⌘ K, wherever the focus is. */
export const opensPalette = (event: Pressed): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  !event.altKey &&
  !event.shiftKey &&
  event.ctrlKey !== event.metaKey &&
  event.key.toLowerCase() === 'k';
