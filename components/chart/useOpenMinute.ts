'use client';

import { useCallback } from 'react';
import type { Minute } from '@/lib/domain/minute';
import { viewPath, type View } from '@/lib/permalink/view';
import { withMinute } from '../view';
import { useOpenPage } from '../frame/useOpenPage';

/** Opens a minute's page within the view it was chosen in. */
export function useOpenMinute(view: View): (minute: Minute) => void {
  const openPage = useOpenPage();
  return useCallback(
    (minute) => {
      openPage(viewPath(withMinute(view, minute)));
    },
    [openPage, view],
  );
}
