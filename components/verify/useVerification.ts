'use client';

import { useEffect, useRef, useState } from 'react';
import type { Verification } from '@/lib/api/verification';
import { verifyFile } from '@/lib/client/verify/verifyFile';

/** What is known of the file that was chosen last. */
export type Verifying =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly file: string }
  /** `share`: of the comparison, 0 to 1; undefined: it has not begun to be told. */
  | { readonly kind: 'comparing'; readonly file: string; readonly share: number | undefined }
  | { readonly kind: 'failed'; readonly file: string; readonly failure: unknown }
  | { readonly kind: 'verdict'; readonly file: string; readonly found: Verification };

/** Verifies one file at a time: another one ends the work on the one before. */
export function useVerification(simulated: boolean): readonly [state: Verifying, verify: (file: File) => void] {
  const [state, setState] = useState<Verifying>({ kind: 'nothing' });
  const running = useRef<AbortController>(undefined);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  const verify = (chosen: File): void => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const { signal } = own;
    const file = chosen.name;
    const tell = (next: Verifying): void => {
      if (!signal.aborted) setState(next);
    };
    tell({ kind: 'reading', file });
    verifyFile(chosen, {
      simulated,
      signal,
      onRead: () => {
        tell({ kind: 'comparing', file, share: undefined });
      },
      onShare: (share) => {
        tell({ kind: 'comparing', file, share });
      },
    }).then(
      (found) => {
        tell({ kind: 'verdict', file, found });
      },
      (failure: unknown) => {
        tell({ kind: 'failed', file, failure });
      },
    );
  };
  return [state, verify];
}
