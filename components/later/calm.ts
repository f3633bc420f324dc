/** Longer than this nothing waits for a calm moment. */
const AT_LATEST_MS = 500;

/** Comes in a moment in which the page has nothing else to do; where the browser knows of none, in a while. */
export const calm = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: AT_LATEST_MS },
      );
    else setTimeout(resolve, AT_LATEST_MS);
  });
