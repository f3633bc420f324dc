'use client';

import { Search as SearchIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ComponentProps } from 'react';
import { palette } from '@/lib/words/palette';
import { later, useLater } from '../later/useLater';
import type { KeyList as OpenedKeyList } from './KeyList';
import { isInDialog, isTaken, opensPalette, singleKeyOf, typedOn } from './keys';
import type { Palette as OpenedPalette } from './Palette';
import { press } from './press';
import { singleKeysAreOn } from './singleKeys';

/** Their code comes when they are first opened, not with the page. */
const palettePart = later(async () => (await import('./Palette')).Palette);
const keysPart = later(async () => (await import('./KeyList')).KeyList);

function Palette(props: ComponentProps<typeof OpenedPalette>) {
  return useLater(palettePart) && palettePart.come !== undefined ? <palettePart.come {...props} /> : null;
}

function KeyList(props: ComponentProps<typeof OpenedKeyList>) {
  return useLater(keysPart) && keysPart.come !== undefined ? <keysPart.come {...props} /> : null;
}

type Shown = 'palette' | 'keys';

/** The button in every page's head that opens the palette, and the keys that work on every page. */
export function Search() {
  const [shown, setShown] = useState<Shown>();
  /** What was opened once stays at hand. */
  const [asked, setAsked] = useState<readonly Shown[]>([]);
  const [typed, setTyped] = useState('');
  const show = (one: Shown): void => {
    setTyped('');
    setAsked((before) => [...before, one]);
    setShown(one);
  };
  /** Whether the key meant anything. */
  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (opensPalette(event)) {
      show('palette');
      return true;
    }
    if (shown !== 'palette' || isInDialog(event.target)) return pressedSingly(event, show);
    // It was asked for, and its field does not have the focus yet: on a slow network its code is still to come.
    if (event.key === 'Escape') {
      setShown(undefined);
      return true;
    }
    const on = typedOn(event);
    if (on !== undefined) setTyped(on);
    // Enter would press the button once more.
    return on !== undefined || event.key === 'Enter';
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (onKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', heard);
    return () => {
      window.removeEventListener('keydown', heard);
    };
  }, []);
  const opened = (one: Shown) => ({
    open: shown === one,
    onOpenChange: (open: boolean) => {
      setShown(open ? one : undefined);
    },
  });
  return (
    <>
      <button
        type="button"
        className="button px-2"
        aria-label={palette.open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          show('palette');
        }}
      >
        <SearchIcon aria-hidden className="size-4" />
        <span className="hidden text-ink-3 lg:inline">{palette.placeholder}</span>
      </button>
      {asked.includes('palette') && (
        <Palette
          {...opened('palette')}
          typed={typed}
          onType={setTyped}
          onKeys={() => {
            show('keys');
          }}
        />
      )}
      {asked.includes('keys') && <KeyList {...opened('keys')} />}
    </>
  );
}

/** Does what a single key means; whether it meant anything. */
function pressedSingly(event: KeyboardEvent, show: (one: Shown) => void): boolean {
  const key = singleKeyOf(event);
  if (key === undefined || isTaken(event.target) || !singleKeysAreOn()) return false;
  if (key !== '/' && key !== '?') return press(key);
  show(key === '/' ? 'palette' : 'keys');
  return true;
}
