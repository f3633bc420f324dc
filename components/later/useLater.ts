'use client';

import { startTransition, useEffect, useState, type ComponentType } from 'react';
import { painted } from './painted';

/** A part of a page whose code comes when the page has been painted. */
export interface Later<Props> {
  readonly load: () => Promise<ComponentType<Props>>;
  /** Once its code is there. */
  come?: ComponentType<Props>;
}

export const later = <Props>(load: Later<Props>['load']): Later<Props> => ({ load });

/** Whether its code has come. Whoever waits for it is drawn anew in pieces, between which the page answers. */
export function useLater<Props>(one: Later<Props>): boolean {
  const [isThere, setThere] = useState(() => one.come !== undefined);
  useEffect(() => {
    let gone = false;
    void painted()
      .then(one.load)
      .then((come) => {
        one.come = come;
        if (gone) return;
        startTransition(() => {
          setThere(true);
        });
      });
    return () => {
      gone = true;
    };
  }, [one]);
  return isThere;
}
