'use client';

import { useSyncExternalStore } from 'react';
import { keptText, onKept } from '@/lib/client/orderLog/keptText';

const nothing = (): undefined => undefined;

/** What this tab keeps of the reader's own log; undefined: nothing, as in what the server sends. */
export const useKeptLog = (): string | undefined => useSyncExternalStore(onKept, keptText, nothing);
