/** What of a turned wheel, or of two fingers on a pad, says how far to zoom. */
export type Turned = Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey'>;

/** Doublings a pixel. A notch of a common wheel turns by 100 or 120 pixels. */
const PER_PIXEL = 0.004;
/** Pixels to a line and to a page, where a browser counts in these. */
const UNIT = [1, 25, 400] as const;
/** Two fingers that part on a pad come as Ctrl with small steps. */
const PINCHED = 4;
/** However hard a wheel is flung, one event zooms by no more doublings than this. */
const MOST = 0.5;

/** Under 1: closer. */
export function wheelFactor({ deltaY, deltaMode, ctrlKey }: Turned): number {
  const doublings = deltaY * (UNIT[deltaMode] ?? 1) * PER_PIXEL * (ctrlKey ? PINCHED : 1);
  return 2 ** Math.min(MOST, Math.max(-MOST, doublings));
}

/** With Ctrl or ⌘ the wheel always zooms; alone only where the chart has the focus, for a page must scroll. */
export const zoomsByWheel = ({ ctrlKey, metaKey, deltaY }: Turned, hasFocus: boolean): boolean =>
  deltaY !== 0 && (ctrlKey || metaKey || hasFocus);

/** What a key does to what is in sight; undefined: nothing, or with a modifier that is the browser's. */
export type SightKey = 'closer' | 'wider' | 'whole';

/** Closer or wider by a half with each press. */
export const KEY_FACTOR = { closer: 2 / 3, wider: 3 / 2 } as const;

export function sightKeyOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): SightKey | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case '+':
    case '=':
      return 'closer';
    case '-':
    case '−':
    case '_':
      return 'wider';
    case '0':
      return 'whole';
    default:
      return undefined;
  }
}
