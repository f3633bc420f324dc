import type { Page } from '@playwright/test';

/** What of a page scrolls sideways: its tables by name, and the page itself. */
export const sidewaysOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.scroller')]
      .filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => one.getAttribute('aria-label') ?? 'the page'),
  );

/** By how many pixels a page is wider than its window. */
export const widerBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
