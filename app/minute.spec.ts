import { expect, test } from '@playwright/test';
import { chartAwake, pressUntil } from './testing/awake';

// The page of a minute in a real browser, over the rehearsal.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const MINUTE = '/ATOM/2025-10-10T21:20Z';
test.describe('the page of a minute', () => {
  test('gives the address that asks Binance itself, and the row to expect', async ({ page }) => {
    await page.goto(address(MINUTE));
    const ask = page.getByRole('region', { name: 'Ask the exchange yourself' });
    await expect(ask.getByText('SIMULATED: these candles are a rehearsal.')).toBeVisible();
    await expect(
      ask.getByRole('link', {
        name: 'https://api.binance.com/api/v3/klines?symbol=ATOMUSDT&interval=1m&startTime=1760131200000&endTime=1760131259999&limit=1',
      }),
    ).toBeVisible();
    await expect(ask.getByText('[1760131200000, "1.863", "2.283", "0.001", "1.997"')).toBeVisible();
    await expect(ask.getByRole('link', { name: 'ATOMUSDT-1m-2025-10-10.zip' })).toBeVisible();
    await ask.getByText('Kraken ATOM/USD').click();
    await expect(ask.getByText('Kraken serves this minute until 2025-10-11 09:20 UTC.')).toBeVisible();
  });

  for (const [reader, viewport, asksPicture] of [
    ['on a wide screen', { width: 1440, height: 900 }, true],
    ['on a phone, where the picture has no place', { width: 390, height: 844 }, false],
  ] as const) {
    test(`asks for what is out of sight when it comes into sight, ${reader}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const others = (): readonly string[] =>
        asked.filter((path) => path === '/api/v1/scan' || /^\/api\/v1\/minutes\/(?!ATOM\/)/.test(path));
      const pictures = (): readonly string[] => asked.filter((path) => /^\/api\/v1\/charts\/.*\.png$/.test(path));
      await page.goto(address(MINUTE));
      await chartAwake(page);
      if (asksPicture) await expect.poll(() => pictures().length).toBe(1);
      await page.waitForLoadState('networkidle');
      expect([others(), pictures().length]).toEqual([[], asksPicture ? 1 : 0]);
      const region = page.getByRole('region', { name: 'Other assets in the same minute' });
      await region.scrollIntoViewIfNeeded();
      await expect(region.getByRole('row').nth(1)).toBeVisible();
      expect(others()).toContain('/api/v1/scan');
      expect(pictures().length).toBe(asksPicture ? 1 : 0);
      await context.close();
    });
  }

  test('keeps the place of the other assets’ table while their answers are awaited', async ({ page }) => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/api\/v1\/minutes\/(?!ATOM\/)/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(address(MINUTE));
    await chartAwake(page);
    const region = page.getByRole('region', { name: 'Other assets in the same minute' });
    await region.scrollIntoViewIfNeeded();
    const heightOf = (selector: string): Promise<number> =>
      region.locator(selector).evaluate((element) => element.getBoundingClientRect().height);
    // Once it is known how many come, and not before, it has their rows.
    await expect.poll(() => heightOf('[role=status]')).toBeGreaterThan(100);
    const place = await heightOf('[role=status]');
    release();
    await expect(region.getByRole('table')).toBeVisible();
    expect(Math.abs((await heightOf('table')) - place)).toBeLessThan(1);
  });

  test('is cited in what a paper, a post or a page is written in, with its address', async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address(MINUTE));
    const sources = page.getByRole('region', { name: 'Where these numbers come from' });
    for (const [form, begins] of [
      ['text', 'SIMULATED. '],
      ['Markdown', 'SIMULATED. '],
      ['BibTeX', '@misc{plumbline-ATOM-20251010T2120Z,'],
      ['HTML', '<p>SIMULATED. '],
    ] as const) {
      await pressUntil(
        sources.getByRole('button', { name: form, exact: true }),
        sources.getByText(`Copied as ${form}`, { exact: true }),
      );
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text.slice(0, begins.length)).toBe(begins);
      expect(text).toMatch(/sha256:[0-9a-f]{64}/);
      expect(text).toContain('/ATOM/2025-10-10T21:20Z');
    }
    // Each of the same view in another form answers.
    for (const form of ['svg', 'csv', 'md']) {
      const href = await sources.getByRole('link', { name: form, exact: true }).getAttribute('href');
      expect((await page.request.get(address(href ?? ''))).status(), form).toBe(200);
    }
  });
});
