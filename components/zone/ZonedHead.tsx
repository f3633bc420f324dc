'use client';

import { zonedHead } from '@/lib/words/zones';
import { useZone } from './useZone';

/** The head of a column of times, which ends with UTC as it is written and with the reader's zone as it is shown. */
export const ZonedHead = ({ children }: { readonly children: string }) => <>{zonedHead(children, useZone())}</>;
