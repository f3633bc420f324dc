import { sightKeyOf, zoomsByWheel } from './wheel';

/** Keys that move the crosshair, open its minute or leave the chart. */
const KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', 'Escape']);

/** Whether an event is one that the chart, which does not answer yet, would have taken. */
export function isKept(event: Event, hasFocus: boolean): boolean {
  if (event.type === 'wheel') return isZoom(event as WheelEvent, hasFocus);
  if (event.type === 'keydown') return isKey(event as KeyboardEvent);
  return true;
}

/** Nothing wider than the whole window is there: without Ctrl a turn towards it scrolls the page. */
const isZoom = (turned: WheelEvent, hasFocus: boolean): boolean =>
  zoomsByWheel(turned, hasFocus) && (turned.deltaY < 0 || turned.ctrlKey || turned.metaKey);

const isKey = (pressed: KeyboardEvent): boolean =>
  !(pressed.altKey || pressed.ctrlKey || pressed.metaKey) &&
  (KEYS.has(pressed.key) || sightKeyOf(pressed) !== undefined);

type Kind = Pick<Event, 'type'>;

const isMove = ({ type }: Kind): boolean => type.endsWith('move');

/** One more. Of moves in a row the last of each kind says all. */
export function kept<E extends Kind>(heard: readonly E[], event: E): readonly E[] {
  if (!isMove(event)) return [...heard, event];
  const since = heard.findLastIndex((one) => !isMove(one));
  return [...heard.filter(({ type }, at) => at < since || type !== event.type), event];
}

const GIVES_UP: Readonly<Record<string, string>> = { pointercancel: 'pointerdown', touchcancel: 'touchstart' };

/**
 * What is left when the browser takes a finger's movement for itself, or the pointer has left: without the whole of that finger, or without the last moves.
 */
export function dropped<E extends Kind>(heard: readonly E[], by: string): readonly E[] {
  const began = GIVES_UP[by];
  if (began === undefined) return heard.slice(0, heard.findLastIndex((one) => !isMove(one)) + 1);
  const at = heard.findLastIndex(({ type }) => type === began);
  const family = began.slice(0, 5);
  return heard.filter(({ type }, index) => at < 0 || index < at || !type.startsWith(family));
}
