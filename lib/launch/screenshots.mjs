import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';
import { PAGES } from './photographed.mjs';
import { root } from './steps.mjs';
import { appNotRunning, pageNotAnswered, pageNotAtRest, screenshotTaken } from './words.mjs';

// npm run screenshots: every page of the app that runs at PLUMBLINE_ADDRESS (default: port 3000 of this machine), wide and on a phone,
// light and dark, into the folder screenshots, which is under no version control.
const address = process.env.PLUMBLINE_ADDRESS ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
const folder = join(root, 'screenshots');

const SIZES = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
/** How long a page may take to come to rest, in milliseconds; then it is taken as it is, and said so. */
const REST_MS = 15_000;

await fetch(address).catch(() => {
  throw new Error(appNotRunning(address));
});
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      for (const [name, path] of Object.entries(PAGES)) {
        const page = await context.newPage();
        const response = await page.goto(`${address}${path}`, { timeout: 120_000 });
        if (response?.ok() !== true) throw new Error(pageNotAnswered(path, response?.status()));
        await page.waitForLoadState('networkidle', { timeout: REST_MS }).catch(() => {
          process.stderr.write(`${pageNotAtRest(path, REST_MS / 1000)}\n`);
        });
        const file = `${name}-${size}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, file) });
        await page.close();
        process.stdout.write(`${screenshotTaken(file, path)}\n`);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
