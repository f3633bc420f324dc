'use client';

import { Search as SearchIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { palette } from '@/lib/words/en/palette';
import { opensPalette } from './keys';

/** The palette's code comes when it is first opened, not with the page. */
const Palette = dynamic(async () => (await import('./Palette')).Palette, { ssr: false });

/** The button in every page's head that opens the palette; Ctrl K, ⌘ K and / open it, too. */
export function Search() {
  const [open, setOpen] = useState(false);
  /** Once opened, it stays at hand. */
  const [asked, setAsked] = useState(false);
  const show = (): void => {
    setAsked(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!opensPalette(event)) return;
      event.preventDefault();
      setAsked(true);
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className="button px-2"
        aria-label={palette.open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={show}
      >
        <SearchIcon aria-hidden className="size-4" />
        <span className="hidden text-ink-3 lg:inline">{palette.placeholder}</span>
      </button>
      {asked && <Palette open={open} onOpenChange={setOpen} />}
    </>
  );
}
