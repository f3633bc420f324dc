'use client';

import { startTransition, useEffect, useState, type RefObject } from 'react';

/** What somebody does who is about to use a page. */
const SIGNS = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin', 'resize'] as const;
/** Whoever has only looked for so long is not held up by the drawing any more. */
const LOOKED_MS = 5_000;
/** Scaled by less or more than this, the letters of a drawing are not those of the page any more. */
const SCALES = { least: 0.85, most: 1.25 } as const;

export interface Waking {
  /** The live chart is wanted in place of the page's drawing; once it is, it stays so. */
  readonly isAwake: boolean;
  /** What is shown is still what was drawn. */
  readonly isAsDrawn: boolean;
}

/**
 * When the live chart takes over: as soon as somebody gives a sign, where it is `wanted` anyway, when what is shown is no longer what was drawn, or when there
 * is no drawing that fits the place; else after a while.
 */
export function useAwake(
  place: RefObject<HTMLElement | null>,
  {
    comesDrawn,
    wanted,
    shows,
  }: { readonly comesDrawn: boolean; readonly wanted: boolean; readonly shows: readonly unknown[] },
): Waking {
  const [isAwake, setAwake] = useState(!comesDrawn);
  const [first] = useState(shows);
  const isAsDrawn = shows.every((one, at) => one === first[at]);
  if (!isAwake && (wanted || !isAsDrawn)) setAwake(true);
  useEffect(() => {
    if (isAwake) return;
    const wake = (): void => {
      startTransition(() => {
        setAwake(true);
      });
    };
    if (!fits(place.current)) {
      wake();
      return;
    }
    const timer = setTimeout(wake, LOOKED_MS);
    for (const sign of SIGNS) window.addEventListener(sign, wake, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, wake, { capture: true });
    };
  }, [isAwake, place]);
  return { isAwake, isAsDrawn };
}

/** A page opened from another has the place of a drawing, and no drawing in it. */
function fits(place: HTMLElement | null): boolean {
  const seen = [...(place?.querySelectorAll('svg') ?? [])].find(({ clientWidth }) => clientWidth > 0);
  if (seen === undefined) return false;
  const scale = seen.clientWidth / seen.viewBox.baseVal.width;
  return scale >= SCALES.least && scale <= SCALES.most;
}
