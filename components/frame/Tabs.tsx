'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';

export interface Tab {
  /** Names it in the address, behind `#`. */
  readonly id: string;
  readonly title: string;
  readonly content: ReactNode;
}

/** One of several things at a time; which, stands in the address behind `#`, so that a link opens it. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly [Tab, ...Tab[]] }) {
  const hash = useHash();
  const open = tabs.find(({ id }) => id === hash) ?? tabs[0];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The browser looked for it before it was there. A reader who comes back, or has scrolled already, stays where they are.
    const isNamed = [...(list.current?.querySelectorAll<HTMLElement>('[data-tab]') ?? [])].some(
      ({ dataset }) => window.location.hash === `#${dataset['tab'] ?? ''}`,
    );
    if (isNamed && window.scrollY === 0) list.current?.scrollIntoView();
  }, []);
  return (
    <Base.Root
      value={open.id}
      onValueChange={(id: string) => {
        // With the state it has already, the router would not learn of it and later write the address without it.
        window.history.replaceState(null, '', `#${id}`);
        window.dispatchEvent(new Event(CHANGED));
      }}
    >
      <Base.List ref={list} aria-label={label} className="mb-6 flex flex-wrap gap-x-6 border-b border-rule">
        {tabs.map(({ id, title }) => (
          <Base.Tab
            key={id}
            value={id}
            data-tab={id}
            className="-mb-px chosen-line border-b-2 border-transparent py-2 text-ink-2 hover:text-ink data-active:border-ink data-active:font-semibold data-active:text-ink"
          >
            {title}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ id, content }) => (
        <Base.Panel key={id} value={id} className="space-y-12">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

/** A state that the page itself replaces is told by no event of the browser's. */
const CHANGED = 'plumbline:hash';

function useHash(): string {
  return useSyncExternalStore(
    (told) => {
      for (const name of [CHANGED, 'hashchange', 'popstate']) window.addEventListener(name, told);
      return () => {
        for (const name of [CHANGED, 'hashchange', 'popstate']) window.removeEventListener(name, told);
      };
    },
    () => window.location.hash.slice(1),
    () => '',
  );
}
