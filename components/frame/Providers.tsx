'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from 'next-themes';
import { useState, type ReactNode } from 'react';
import { newQueryClient } from '@/lib/client/queryClient';
import { usePageLinks } from './usePageLinks';

interface Props {
  /** Whatever its reader prefers or chose; undefined: that. */
  readonly theme: 'light' | 'dark' | undefined;
  readonly children: ReactNode;
}

export function Providers({ theme, children }: Props) {
  const [client] = useState(newQueryClient);
  usePageLinks();
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      // Pages have a script of their own for it, whose text does not change with each build (lib/server/guard/themeScript).
      scriptProps={{ type: 'application/json' }}
      {...(theme === undefined ? {} : { forcedTheme: theme })}
    >
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ThemeProvider>
  );
}
