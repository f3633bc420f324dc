import { expect, test } from '@playwright/test';
import { widerBy } from './testing/sideways';

// No page runs out of its window, from a small phone to a desk, in languages whose words are long and whose words are broken anywhere.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const WIDTHS = [360, 390, 640, 768, 1024, 1280, 1440];
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const PAGES = [
  '/',
  `/ATOM?${WINDOW}`,
  `/ATOM/2025-10-10T21:20Z?${WINDOW}`,
  '/scan',
  '/events',
  '/events/2025-10-10',
  '/lows',
  '/venues',
  '/league',
  `/venues/binance?${WINDOW}`,
  '/compare',
  '/contagion?asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T22:00Z',
  '/coverage',
  '/revisions',
  '/pack?view=/ATOM/2025-10-10T21:20Z&view=/NOPE',
  '/verify',
  '/audit',
  '/orderlog',
  `/collateral?asset=WBETH&venue=binance&${WINDOW}&minPeers=2`,
];

for (const path of PAGES)
  test(`${path} fits every width, in English, Korean and Chinese`, async ({ page }) => {
    for (const language of ['en', 'ko', 'zh-Hant']) {
      await page.goto(address(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => widerBy(page), `${language} at ${String(width)} px`).toBe(0);
      }
    }
  });
