'use client';

import type { View } from '@/lib/permalink/view';
import { still } from '../later/Still';

const PinnedAnswer = still<{ readonly view: View }>(async () => (await import('./PinnedAnswer')).PinnedAnswer);

/** Whether the figures are those whose digest the address names. Nothing of an address that names none. */
export const PinnedNotice = ({ view }: { readonly view: View }) =>
  view.digest === undefined ? null : <PinnedAnswer view={view} />;
