'use client';

import { use, type ReactNode } from 'react';
import { translation } from '@/lib/client/language';

/** What is inside waits, as the server sent it, until the words of its language are there. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  const waiting = translation();
  if (waiting !== undefined) use(waiting);
  return children;
}
