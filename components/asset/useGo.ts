import { useCallback, useLayoutEffect, useRef } from 'react';
import { inLanguage } from '@/lib/permalink/language';
import { viewPath, type View } from '@/lib/permalink/view';

/**
 * Goes to a view: its address is a new one, and Back returns to the one before. The open tab stays open. Nothing is loaded but what the view
 * itself asks for. `shown`: the query of the view that is shown.
 *
 * Views are shown later than they are asked for. When the first of two is, Next writes its address over the second's (HistoryUpdater in its
 * app-router.js, 16.4), which comes back once that is shown too: who copied the address meanwhile would hand on another view. It is put right
 * at once.
 */
export function useGo(shown: string): (view: View) => void {
  const asked = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const isOvertaken = asked.current.slice(0, -1).includes(window.location.href);
    const latest = asked.current.at(-1);
    if (!isOvertaken || latest === undefined) asked.current = [];
    // Next's own `replaceState` would ask for what is on its way already.
    else History.prototype.replaceState.call(window.history, window.history.state, '', latest);
  }, [shown]);
  useLayoutEffect(() => {
    const forget = (): void => {
      asked.current = [];
    };
    window.addEventListener('popstate', forget);
    return () => {
      window.removeEventListener('popstate', forget);
    };
  }, []);
  return useCallback((view) => {
    window.history.pushState(null, '', `${inLanguage(viewPath(view))}${window.location.hash}`);
    asked.current = [...asked.current, window.location.href];
  }, []);
}
