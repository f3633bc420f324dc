import type { Page } from '@playwright/test';

declare global {
  interface Window {
    shifts: Shifts;
  }
}

/** What has moved on a page: the sum of its layout shifts, and the classes of what did. */
export interface Shifts {
  shift: number;
  shifted: string[];
}

/** From the next page on, whatever moves is noted. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shifts = { shift: 0, shifted: [] };
    window.shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        shifts.shift += value;
        shifts.shifted.push(...sources.map(({ node }) => (node instanceof Element ? node.className : 'text')));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const shiftsOn = (page: Page): Promise<Shifts> => page.evaluate(() => window.shifts);

/** Where pages are looked at that must not move. */
export const SCREENS = [
  ['on a desk', { width: 1280, height: 800 }],
  ['on a telephone', { width: 390, height: 844 }],
] as const;
