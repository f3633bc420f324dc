'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { dropped, isKept, kept } from './heard';

/** The drawing library listens to mouse and touch, the crosshair to pointers. */
const HEARD = [
  'pointermove',
  'pointerdown',
  'pointerup',
  'mousemove',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchmove',
  'touchend',
  'wheel',
  'keydown',
] as const;
const GIVEN_UP = ['pointercancel', 'touchcancel', 'pointerleave'] as const;

/**
 * What is done to a chart that does not answer yet, done again, in its order, to the one that has come. A finger that scrolls the page, and keys and turns of
 * the wheel that are not the chart's, are left to the browser.
 */
export function useHeard(place: RefObject<HTMLElement | null>, isLive: boolean): void {
  const heard = useRef<readonly Event[]>([]);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || isLive) return;
    const hear = (event: Event): void => {
      if (!isKept(event, element.contains(document.activeElement))) return;
      // Nothing hears of it twice.
      event.stopPropagation();
      if (event.type === 'wheel' || event.type === 'keydown') event.preventDefault();
      if (event.type === 'touchstart') follow(event.target, element);
      heard.current = kept(heard.current, event);
    };
    const giveUp = ({ type }: Event): void => {
      heard.current = dropped(heard.current, type);
    };
    for (const kind of HEARD) element.addEventListener(kind, hear, { capture: true, passive: false });
    for (const kind of GIVEN_UP) element.addEventListener(kind, giveUp);
    return () => {
      for (const kind of HEARD) element.removeEventListener(kind, hear, { capture: true });
      for (const kind of GIVEN_UP) element.removeEventListener(kind, giveUp);
    };
  }, [place, isLive]);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null || !isLive) return;
    const again = heard.current;
    heard.current = [];
    void tellAll(element, again);
  }, [place, isLive]);
}

/** A turn of the wheel zooms in the next frame; what came after it is done to what it left. */
async function tellAll(place: HTMLElement, events: readonly Event[]): Promise<void> {
  for (const event of events) {
    tell(place, event);
    if (event.type === 'wheel') await new Promise(requestAnimationFrame);
  }
}

/** Keys are the place's own; all else is the canvas's. */
function tell(place: HTMLElement, event: Event): void {
  const target = event.type === 'keydown' ? place : place.querySelector('canvas');
  const { constructor } = event as { readonly constructor: unknown } & Event;
  target?.dispatchEvent(new (constructor as typeof Event)(event.type, event));
}

/** The touches of a finger go where it was put down: to the drawing, which no longer hears them, whether it leaves the page or stays for paper. */
function follow(from: EventTarget | null, place: HTMLElement): void {
  const pass = (event: Event): void => {
    tell(place, event);
    if (event.type !== 'touchmove') for (const kind of TOUCHES) from?.removeEventListener(kind, pass);
  };
  for (const kind of TOUCHES) from?.addEventListener(kind, pass);
}

const TOUCHES = ['touchmove', 'touchend', 'touchcancel'] as const;
