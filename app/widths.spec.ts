import { expect, test, type Page } from '@playwright/test';
import { cutWords } from './testing/cutWords';
import { EVERY_WIDTH } from './testing/everyWidth';
import { expectRestWithinPolicy, openWithPolicy, watched } from './testing/policy';
import { sidewaysOf, widerBy } from './testing/sideways';

// No page runs out of its window, on a desk no table out of its page, and no word of a drawing over its edge, from a small phone to a desk, in languages whose words are long and whose words are broken anywhere.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const WIDTHS = [320, 360, 390, 640, 768, 1024, 1280, 1440];

/** From here on a table has room for the columns it shows. */
const DESK = 1280;

/** Beside English, which every page is measured in, each has one of these, by turns. */
const OTHERS = [
  ['ko', 'Korean'],
  ['zh-Hant', 'Traditional Chinese'],
  ['zh-Hans', 'Simplified Chinese'],
] as const;

async function expectEveryWidth(page: Page, language: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => widerBy(page), `${language} at ${String(width)} px`).toBe(0);
    await expect.poll(() => cutWords(page), `${language} at ${String(width)} px`).toEqual([]);
    if (width >= DESK) await expect.poll(() => sidewaysOf(page), `${language} at ${String(width)} px`).toEqual([]);
  }
}

for (const [i, path] of EVERY_WIDTH.entries()) {
  const [language, name] = OTHERS[i % OTHERS.length] ?? OTHERS[0];
  test(`${path} keeps to its policy, and fits every width in English and in ${name}`, async ({ page }) => {
    const seen = await watched(page);
    // English is what the browser asks for: the address as it stands. Opened on a desk, and then on a phone.
    await openWithPolicy(page, path);
    await expectEveryWidth(page, 'en');
    await expectRestWithinPolicy(page, seen);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`));
    await expectEveryWidth(page, language);
    expect(seen).toEqual({ forbidden: [], elsewhere: [] });
  });
}

test('before scripts come the drawing of a chart is whole, to its foot, on every telephone', async ({ browser }) => {
  const still = await browser.newContext({ javaScriptEnabled: false });
  const page = await still.newPage();
  await page.goto(address('/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'));
  const drawn = page.locator('.drawn-narrow');
  for (const width of [320, 360, 390, 412, 430, 480, 600]) {
    await page.setViewportSize({ width, height: 900 });
    const [place, drawing] = await Promise.all([drawn.boundingBox(), drawn.locator('svg').boundingBox()]);
    if (place === null || drawing === null) throw new Error(`at ${String(width)} px nothing is drawn`);
    expect(drawing.y + drawing.height, `at ${String(width)} px`).toBeLessThanOrEqual(place.y + place.height + 0.5);
  }
  await still.close();
});

test('while candles load, the page’s head has room for all that is in it', async ({ page }) => {
  const venue = { venue: 'okx', state: 'working', doneMinutes: 300, totalMinutes: 1_200, candles: 290, note: '' };
  const answer = { method: 2, simulated: true, running: true, elapsedSeconds: 75, venues: [venue] };
  await page.route('**/api/v1/progress', (route) => route.fulfill({ json: answer }));
  await page.goto(address('/verify'));
  const head = page.getByRole('banner');
  await expect(head.getByRole('button', { name: /25/ })).toBeVisible();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const controls = head.locator('a:visible, button:visible, select:visible');
    await expect(controls.nth(3)).toBeVisible();
    const outside = (): Promise<readonly (string | null)[]> =>
      controls.evaluateAll(
        (all, right) =>
          all
            .filter((one) => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > right)
            .map((one) => one.textContent),
        width,
      );
    await expect.poll(outside, `at ${String(width)} px`).toEqual([]);
  }
});
