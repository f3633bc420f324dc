'use client';

import { useSyncExternalStore } from 'react';

/** Where the browser remembers that single keys are off. */
const NAME = 'plumbline:single-keys';
const OFF = 'off';
const CHANGED = 'plumbline:single-keys';

/** Whether single keys mean something; on where the browser remembers nothing, or may not. */
export function singleKeysAreOn(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
}

/** Switches them for this reader. Where the browser may not remember it, it is so until the page is left. */
export function switchSingleKeys(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(NAME);
    else window.localStorage.setItem(NAME, OFF);
  } catch {
    // Nothing to remember it in.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysAreOn, () => true);

function subscribe(told: () => void): () => void {
  for (const name of [CHANGED, 'storage']) window.addEventListener(name, told);
  return () => {
    for (const name of [CHANGED, 'storage']) window.removeEventListener(name, told);
  };
}
