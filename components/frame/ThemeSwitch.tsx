'use client';

import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { header } from '@/lib/words/frame';

/** Both icons are rendered and the style sheet chooses, so that server and browser agree before the theme is known. */
export function ThemeSwitch() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      className="button px-2"
      aria-label={header.theme}
      onClick={() => {
        setTheme(resolvedTheme === 'dark' ? 'light' : 'dark');
      }}
    >
      <Moon aria-hidden className="size-4 dark:hidden" />
      <Sun aria-hidden className="hidden size-4 dark:block" />
    </button>
  );
}
