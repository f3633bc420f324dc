/** Longer than this nothing waits for a calm moment. */
const AT_LATEST_MS = 500;

/** Comes in a moment in which the page has nothing else to do; where the browser knows of none, in a while. */
export const calm = (): Promise<void> =>
  new Promise((resolve) => {
    whenIdle(resolve, { latestMs: AT_LATEST_MS, unknownMs: AT_LATEST_MS });
  });

/**
 * Calls back in a moment in which the page has nothing else to do, after `latestMs` at the latest. Where the browser knows of no such moment, as Safari does
 * not, it waits `unknownMs`; 0 asked in a frame comes once that is painted. Gives the way to take it back.
 */
export function whenIdle(
  act: () => void,
  { latestMs, unknownMs }: { readonly latestMs: number; readonly unknownMs: number },
): () => void {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(act, { timeout: latestMs });
    return () => {
      cancelIdleCallback(asked);
    };
  }
  const asked = setTimeout(act, unknownMs);
  return () => {
    clearTimeout(asked);
  };
}
