'use client';

import './echarts';

/**
 * Draws nothing. Its place in a page names the chart library among the page's own scripts, so that the download begins with
 * the page and not when the first chart asks for it. Put it behind a Suspense boundary of its own: nothing waits for it.
 */
export function ChartLibrary() {
  return null;
}
