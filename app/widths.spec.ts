import { expect, test } from '@playwright/test';
import { EVERY_WIDTH } from './testing/everyWidth';
import { expectWithinPolicy, watched } from './testing/policy';
import { widerBy } from './testing/sideways';

// No page runs out of its window, from a small phone to a desk, in languages whose words are long and whose words are broken anywhere.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const WIDTHS = [320, 360, 390, 640, 768, 1024, 1280, 1440];

for (const path of EVERY_WIDTH)
  test(`${path} keeps to its policy, and fits every width in English, Korean and Chinese`, async ({ page }) => {
    const seen = await watched(page);
    for (const language of ['en', 'ko', 'zh-Hant']) {
      // English is what the browser asks for: the address as it stands.
      if (language === 'en') await expectWithinPolicy(page, seen, path);
      else await page.goto(address(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => widerBy(page), `${language} at ${String(width)} px`).toBe(0);
      }
    }
    expect(seen).toEqual({ forbidden: [], elsewhere: [] });
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
    const boxes = await head
      .locator('a:visible, button:visible, select:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => ({ left, right })));
    expect(boxes.length).toBeGreaterThan(3);
    expect(
      boxes.filter(({ left, right }) => left < 0 || right > width),
      `at ${String(width)} px`,
    ).toEqual([]);
  }
});
