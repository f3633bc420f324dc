'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { viewPath, type View } from '@/lib/permalink/view';

/** Where an arrow key already has a meaning of its own: fields, lists, boxes that scroll, and the chart's own cursor. */
const OWN_ARROWS = 'input, select, textarea, [contenteditable], [role="region"], [role="group"], [role="application"]';

/** ← and → open the minute before and after. */
export function useStepKeys(before: View | undefined, after: View | undefined): void {
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN_ARROWS) !== null) return;
      const target = event.key === 'ArrowLeft' ? before : event.key === 'ArrowRight' ? after : undefined;
      if (target === undefined) return;
      event.preventDefault();
      router.push(viewPath(target), { scroll: false });
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [router, before, after]);
}
