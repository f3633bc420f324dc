'use client';

import { Menu as MenuIcon } from 'lucide-react';
import { Link } from '@/components/frame/Link';
import { useRef } from 'react';
import { header, pageNames } from '@/lib/words/frame';
import { MENU_PAGES } from './pages';

/** The pages: in a row where there is room, on a phone behind a button. */
export function Menu() {
  const panel = useRef<HTMLElement>(null);
  const close = (): void => {
    if (panel.current?.matches(':popover-open') === true) panel.current.hidePopover();
  };
  return (
    <>
      <nav ref={panel} id="pages" popover="auto" aria-label={header.navigation} className="menu">
        {MENU_PAGES.map((page) => (
          <Link key={page} className="text-ink-2 hover:text-ink" href={`/${page}`} onClick={close}>
            {pageNames[page]}
          </Link>
        ))}
      </nav>
      <button type="button" popoverTarget="pages" className="button px-2 xl:hidden">
        <MenuIcon aria-hidden className="size-4" />
        {/* On the smallest screens, and on a phone while candles load, it has no room. */}
        <span className="max-[22rem]:sr-only group-has-data-loading/head:max-sm:sr-only">{header.menu}</span>
      </button>
    </>
  );
}
