'use client';

import { use, type ReactNode } from 'react';
import { readAs, translation } from '@/lib/client/language';
import type { Speech } from '@/lib/words/spoken';

interface Props {
  /** Of the page's reader. It is handed on, and not read off the document: a page of what is not found comes without one, and is made in the browser. */
  readonly speech: Speech;
  readonly isRehearsal: boolean;
  readonly children: ReactNode;
}

/** What is inside waits, as the server sent it, until the words of its language are there. */
export function Spoken({ speech, isRehearsal, children }: Props) {
  readAs(speech, isRehearsal);
  const waiting = translation();
  if (waiting !== undefined) use(waiting);
  return children;
}
