'use client';

import { createContext, use, type ReactNode } from 'react';
import type { AssetEntry } from '@/lib/domain/asset';

const Registered = createContext<AssetEntry | undefined>(undefined);

/** What the server's registry says of the page's asset: a user's additions are unknown to the browser's own copy. */
export const RegisteredAsset = ({ entry, children }: { readonly entry: AssetEntry; readonly children: ReactNode }) => (
  <Registered value={entry}>{children}</Registered>
);

/** The registry's entry of the page's asset. Throws outside `RegisteredAsset`. */
export function useRegisteredAsset(): AssetEntry {
  const entry = use(Registered);
  if (entry === undefined) throw new Error('no registered asset around this component');
  return entry;
}
