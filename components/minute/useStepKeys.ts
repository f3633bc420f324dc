'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Minute } from '@/lib/domain/minute';
import { viewPath, type View } from '@/lib/permalink/view';
import { neighbour } from '../view';
import { useOpenPage } from '../frame/useOpenPage';

/** Where an arrow key already has a meaning of its own: fields, lists, boxes that scroll, and the chart's own cursor. */
const OWN_ARROWS = [
  'input',
  'select',
  'textarea',
  '[contenteditable]',
  '[role="region"]',
  '[role="group"]',
  '[role="application"]',
].join();

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented'>;

/** A minute back or forth; undefined for any other key, with a modifier, and where the key has been used already. */
export function stepOf(event: Pressed): -1 | 1 | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return undefined;
  return event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
}

/** ← and → open the minute before and after. Keys pressed faster than pages arrive add up instead of getting lost. */
export function useStepKeys(view: View, minute: Minute): void {
  const openPage = useOpenPage();
  const heading = useRef(minute);
  // With the page and not after it: a key pressed in between would be taken back.
  useLayoutEffect(() => {
    heading.current = minute;
  }, [minute]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS) !== null) return;
      const step = stepOf(event);
      const next = step === undefined ? undefined : neighbour(view, heading.current, step);
      if (next?.minute === undefined) return;
      event.preventDefault();
      heading.current = next.minute;
      openPage(viewPath(next), { scroll: false });
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [openPage, view]);
}
