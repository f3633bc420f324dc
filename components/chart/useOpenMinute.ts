'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Minute } from '@/lib/domain/minute';
import { viewPath, type View } from '@/lib/permalink/view';
import { withMinute } from '../view';
import { inLanguage } from '@/lib/permalink/language';

/** Opens a minute's page within the view it was chosen in. */
export function useOpenMinute(view: View): (minute: Minute) => void {
  const router = useRouter();
  return useCallback(
    (minute) => {
      router.push(inLanguage(viewPath(withMinute(view, minute))));
    },
    [router, view],
  );
}
