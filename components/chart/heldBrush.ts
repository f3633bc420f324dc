import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import { brushed, brushPartAt, type BrushPart } from '@/lib/charts/pointing/brushGrip';
import { instantAt, pixelAt } from '@/lib/charts/pointing/movedPicture';
import { middleOf, panned, wholeSight, widthOf, type Sight } from '@/lib/charts/pointing/sight';
import { windowOf } from '@/lib/charts/buckets/columns';
import { followed } from './followed';
import type { SightControl } from './movingSight';
import type { Crosshair } from './useCrosshair';

/** So near a handle means it, in pixels: a mouse is finer than a finger. */
const REACH = { mouse: 5, touch: 16 } as const;

/** A brush in a hand. */
interface Hold {
  readonly pointer: number;
  readonly x: number;
  readonly part: Exclude<BrushPart, 'beside'>;
  readonly sight: Sight;
}

/**
 * Follows the mouse's button or a finger put down on the overview brush: its ends, what is between them, or the window beside it, which it is brought
 * to first. ECharts, whose brush draws the chart at each step, hears of none of it. Gives the way to stop.
 */
export function heldBrush(
  box: HTMLElement,
  drawing: DeviationChart,
  control: SightControl,
  crosshair: Crosshair,
): () => void {
  const { slider } = layoutOf(drawing);
  if (slider === undefined) return () => undefined;
  const all = wholeSight(windowOf(drawing.answer));
  let hold: Hold | undefined;
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } => {
    const { left, top } = box.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const isOnIt = ({ x, y }: { x: number; y: number }, reach: number): boolean =>
    x >= slider.left - reach &&
    x <= slider.left + slider.width + reach &&
    y >= slider.top &&
    y <= slider.top + slider.height;
  const down = (event: PointerEvent): void => {
    const reach = event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
    const at = placeOf(event);
    if (event.button !== 0 || hold !== undefined || !isOnIt(at, reach)) return;
    crosshair.hide();
    control.rest();
    const sight = control.now();
    if (sight === undefined) return;
    const ends = { from: pixelAt(all, slider, sight.from), to: pixelAt(all, slider, sight.to) };
    const part = brushPartAt(ends, at.x, reach);
    if (part === 'beside') {
      const by = instantAt(all, slider, at.x) - middleOf(sight);
      control.move((seen, whole) => panned(seen, whole, by), 'brush');
    }
    hold = {
      pointer: event.pointerId,
      x: at.x,
      part: part === 'beside' ? 'between' : part,
      sight: control.now() ?? sight,
    };
  };
  const move = (event: PointerEvent): void => {
    if (hold?.pointer !== event.pointerId) return;
    const { part, sight, x } = hold;
    const by = ((placeOf(event).x - x) / slider.width) * widthOf(all);
    control.move((_, whole, least) => brushed(part, sight, by, { whole, least }), 'brush');
  };
  const up = (event: PointerEvent): void => {
    if (hold?.pointer !== event.pointerId) return;
    hold = undefined;
    control.rest();
  };
  const spare = (event: MouseEvent | TouchEvent): void => {
    const isTouch = 'touches' in event;
    const place = isTouch ? event.touches[0] : event;
    if (place !== undefined && isOnIt(placeOf(place), isTouch ? REACH.touch : REACH.mouse)) event.stopPropagation();
  };
  // What ECharts would show of a mouse that is elsewhere by now.
  const spareMove = (event: MouseEvent): void => {
    if (hold !== undefined) event.stopPropagation();
  };
  const stop = followed(box, { down, move, up });
  box.addEventListener('mousedown', spare, { capture: true });
  box.addEventListener('touchstart', spare, { capture: true, passive: true });
  box.addEventListener('mousemove', spareMove, { capture: true });
  return () => {
    stop();
    box.removeEventListener('mousedown', spare, { capture: true });
    box.removeEventListener('touchstart', spare, { capture: true });
    box.removeEventListener('mousemove', spareMove, { capture: true });
  };
}
