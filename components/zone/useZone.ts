'use client';

import { useSyncExternalStore } from 'react';
import { isZone, type Zone } from '@/lib/domain/zone';

/** Where the browser remembers the reader's zone. It is in no address: a link means the same to everybody. */
const NAME = 'plumbline:zone';
const CHANGED = 'plumbline:zone';
/** Where the browser may remember nothing, for as long as the page stays. */
let unremembered: Zone = 'utc';

function zoneNow(): Zone {
  try {
    const text = window.localStorage.getItem(NAME) ?? unremembered;
    return isZone(text) ? text : 'utc';
  } catch {
    return unremembered;
  }
}

export function chooseZone(zone: Zone): void {
  unremembered = zone;
  try {
    window.localStorage.setItem(NAME, zone);
  } catch {
    // Nothing to remember it in.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** The zone the reader chose; UTC in what the server sends, so that a page is the same for everybody until it is theirs. */
export const useZone = (): Zone => useSyncExternalStore(subscribe, zoneNow, () => 'utc');

function subscribe(told: () => void): () => void {
  for (const name of [CHANGED, 'storage']) window.addEventListener(name, told);
  return () => {
    for (const name of [CHANGED, 'storage']) window.removeEventListener(name, told);
  };
}
