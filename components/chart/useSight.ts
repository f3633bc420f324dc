'use client';

import type { EChartsType } from 'echarts/core';
import { useEffect, type RefObject } from 'react';
import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import { instantAt, parted, type Grip } from '@/lib/charts/pointing/movedPicture';
import { panned, widthOf, zoomedAt } from '@/lib/charts/pointing/sight';
import { followed } from './followed';
import { CLICK_SLOP } from './gestures';
import { heldBrush } from './heldBrush';
import type { SightControl } from './movingSight';
import type { Crosshair } from './useCrosshair';
import { wheelFactor, zoomsByWheel } from './wheel';

/** A wheel that has just zoomed and is still turning does not go on to scroll the page, in milliseconds. */
const STILL_TURNING = 300;

/** What Safari on a Mac says of two fingers on the pad, where other browsers turn the wheel with Ctrl; left to itself it enlarges the page. */
interface Pinched extends Event {
  /** Of the distance between the fingers, since they were put down. */
  readonly scale: number;
  readonly clientX: number;
}
const PINCHES = ['gesturestart', 'gesturechange', 'gestureend'] as const;

/** What is in sight, moved by the wheel, by dragging panes or brush, by two fingers and by a double click; the keys' part is `useCursor`. */
export function useSight(
  chart: EChartsType | undefined,
  box: RefObject<HTMLDivElement | null>,
  drawing: DeviationChart | undefined,
  { control, crosshair }: { readonly control: SightControl; readonly crosshair: Crosshair },
): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || chart === undefined) return;
    let zoomedLast = -Infinity;
    let frame: number | undefined;
    const wheel = (event: WheelEvent): void => {
      // Before ECharts hears of it, which over its panes would neither zoom nor let the page scroll.
      event.stopPropagation();
      if (!zoomsByWheel(event, holdsFocus(element))) return;
      const factor = wheelFactor(event);
      // Nothing wider is there: the page scrolls on.
      if (factor > 1 && control.isWhole() && event.timeStamp - zoomedLast > STILL_TURNING && !event.ctrlKey) return;
      event.preventDefault();
      if (!control.isWhole() || factor < 1) zoomedLast = event.timeStamp;
      zoom(event.clientX, factor);
    };
    const zoom = (clientX: number, factor: number): void => {
      const at = control.at(clientX - element.getBoundingClientRect().left);
      control.move((sight, whole, least) => zoomedAt(sight, whole, least, at, factor));
      // However many events a frame brings, the table is made once.
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        crosshair.show(at);
      });
    };
    /** A pointer that has moved on shows where it is now. */
    const movedOn = (): void => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    };
    let apart = 1;
    const pinch = (event: Event): void => {
      // Of fingers on the screen pointers tell the same.
      if (navigator.maxTouchPoints > 0) return;
      event.preventDefault();
      const { scale, clientX } = event as Pinched;
      if (event.type === 'gesturechange' && scale > 0) zoom(clientX, apart / scale);
      apart = event.type === 'gesturechange' ? scale : 1;
    };
    const twice = (): void => {
      crosshair.hide();
      control.reset();
    };
    element.addEventListener('wheel', wheel, { passive: false, capture: true });
    element.addEventListener('pointermove', movedOn);
    element.addEventListener('dblclick', twice);
    for (const kind of PINCHES) element.addEventListener(kind, pinch);
    return () => {
      element.removeEventListener('wheel', wheel, { capture: true });
      for (const kind of PINCHES) element.removeEventListener(kind, pinch);
      element.removeEventListener('pointermove', movedOn);
      element.removeEventListener('dblclick', twice);
      movedOn();
    };
  }, [chart, box, control, crosshair]);
  useEffect(() => {
    const element = box.current;
    if (element === null || drawing === undefined || chart === undefined) return;
    const stops = [held, heldBrush].map((follow) => follow(element, drawing, control, crosshair));
    return () => {
      for (const stop of stops) stop();
    };
  }, [chart, box, drawing, control, crosshair]);
}

/** The focus is on the element around the box. */
const holdsFocus = (box: HTMLElement): boolean => box.parentElement?.contains(document.activeElement) === true;

/** Follows the mouse's button or fingers put down on a pane. Gives the way to stop. */
function held(box: HTMLElement, drawing: DeviationChart, control: SightControl, crosshair: Crosshair): () => void {
  const { price, deviation, strip } = layoutOf(drawing);
  const fingers = new Map<number, number>();
  let grip: Grip | undefined;
  /** A finger that only taps wanders a little; a mouse means each pixel. */
  let slop = 0;
  const isOnAPane = (x: number, y: number): boolean =>
    [price, deviation, strip].some(
      ({ left, top, width, height }) => x >= left && x <= left + width && y >= top && y <= top + height,
    );
  const across = (): { middle: number; apart: number } => {
    const [first = NaN, second = first] = fingers.values();
    return { middle: (first + second) / 2, apart: Math.abs(second - first) };
  };
  /** From here on, wherever the sight has got to. */
  const grasp = (): void => {
    const sight = control.now();
    grip = fingers.size === 0 || sight === undefined ? undefined : { sight, ...across() };
  };
  const down = (event: PointerEvent): void => {
    // What is pressed is what is drawn.
    control.rest();
    const { left, top } = box.getBoundingClientRect();
    if (event.button !== 0 || fingers.size === 2) return;
    if (fingers.size === 0 && !isOnAPane(event.clientX - left, event.clientY - top)) return;
    fingers.set(event.pointerId, event.clientX - left);
    slop = event.pointerType === 'touch' && fingers.size === 1 ? CLICK_SLOP : 0;
    grasp();
  };
  const move = (event: PointerEvent): void => {
    if (grip === undefined || !fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event.clientX - box.getBoundingClientRect().left);
    const { sight, middle } = grip;
    const held = across();
    if (Math.abs(held.middle - middle) < slop) return;
    slop = 0;
    crosshair.hide();
    const factor = parted(grip, held.apart);
    const instant = instantAt(sight, price, middle);
    control.move((_, whole, least) => {
      const zoomed = factor === 1 ? sight : zoomedAt(sight, whole, least, instant, factor);
      return panned(zoomed, whole, ((middle - held.middle) / price.width) * widthOf(zoomed));
    });
  };
  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size === 0) control.rest();
    grasp();
  };
  return followed(box, { down, move, up });
}
