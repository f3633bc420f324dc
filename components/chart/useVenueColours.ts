'use client';

import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { venueColour } from '@/lib/charts/look/venueColour';

const never = (): (() => void) => () => undefined;

/** A venue's colour under the present theme, the same everywhere. Before the theme is known (on the server): the light one. */
export function useVenueColours(): (venue: string) => string {
  const { resolvedTheme } = useTheme();
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const theme = hydrated && resolvedTheme === 'dark' ? 'dark' : 'light';
  return (venue) => venueColour(venue, theme);
}
