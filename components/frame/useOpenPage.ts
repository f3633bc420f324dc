'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { inLanguage } from '@/lib/permalink/language';

/** Opens a page of ours, which stays in the language that its reader chose. `scroll: false`: where the reader is on the page stays too. */
export function useOpenPage(): (address: string, options?: { readonly scroll: false }) => void {
  const router = useRouter();
  return useCallback(
    (address, options) => {
      router.push(inLanguage(address), options);
    },
    [router],
  );
}
