import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoFaults } from './testing/accessible';
import { sidewaysOf, widerBy } from './testing/sideways';
import { takenOver } from './testing/takenOver';

// Events in a real browser; the figures expected are those published for 10 October 2025.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const EVENT = '/events/2025-10-10';

test.describe('an event', () => {
  test('says its finding, draws every episode before any script, and opens the minute', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(address(EVENT));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^ATOM on Binance: 99\.94\s% below .* at 21:20\sUTC/,
    );
    const chart = page.getByRole('img', { name: /^Episodes by venue and depth over time/ });
    await expect(chart).toHaveCount(1);
    await expect(chart.locator('text', { hasText: /^ATOM −99\.94 %$/ })).toBeVisible();
    await expect(chart.locator('text', { hasText: /^SIMULATED$/ }).first()).toBeVisible();
    const table = page.getByRole('region', { name: 'Table: Episodes by depth' });
    const first = table.getByRole('row').nth(1);
    await expect(first).toContainText('ATOM');
    await expect(first).toContainText('outside');
    await first.getByRole('link', { name: /^21:20/ }).click();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:20Z/);
    await context.close();
  });

  test('holds published figures against what is stored, and what was declared against what is measured', async ({
    page,
  }) => {
    await page.goto(address(EVENT));
    const figures = page.getByRole('region', { name: 'Table: Published figures and their publishers' });
    const atom = figures.getByRole('row').filter({ hasText: 'Binance ATOM/USDT, 21:20 UTC' });
    await expect(atom).toContainText(/O\s1\.863 H\s2\.283 L\s0\.001 C\s1\.997/);
    await expect(atom).toContainText('SIMULATED: matches');
    await expect(figures.getByRole('row').filter({ hasText: 'IOTX' })).toContainText('not stored here');
    const declared = page.getByRole('region', { name: 'Declared by Binance: 21:36 to 22:16 UTC' });
    await expect(declared).toContainText('ATOM on Binance at 21:20, lies 16 minutes before them');
  });

  test('is held against a rulebook that the address names; one that is pressed shows it at once, however long its page takes', async ({
    page,
  }) => {
    let send: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route(/yardstick=luld-10&_rsc/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address(EVENT));
    const link = page.getByRole('link', { name: 'Limit up-limit down: 10 %' });
    // Before the page answers for it the browser itself opens what is pressed, and shows it.
    await takenOver(link);
    await link.click();
    await expect(link).toHaveCSS('cursor', 'progress');
    send?.();
    await expect(page).toHaveURL(/\?yardstick=luld-10$/);
    await expect(link).toHaveAttribute('aria-current', 'true');
    await expect(link).not.toHaveCSS('cursor', 'progress');
    await expect(page.getByText('A yardstick of another market is no rule of this one.')).toBeVisible();
    await expect(page.getByText(/episodes go beyond it/)).toBeVisible();
  });

  test('at 320 px no table of the event scrolls sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 844 });
    for (const language of ['en', 'ko', 'zh-Hant']) {
      await page.goto(address(`${EVENT}?lang=${language}`));
      expect(await sidewaysOf(page), language).toEqual([]);
    }
  });

  for (const path of ['/events', EVENT, `${EVENT}?yardstick=clearly-erroneous`, '/events/2023-03-11'])
    test(`is accessible and fits, on a desk and on a phone: ${path}`, async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await expectAccessible(page, address(path));
      expect(await widerBy(page)).toBe(0);
      await page.setViewportSize({ width: 390, height: 900 });
      await expect.poll(() => widerBy(page)).toBe(0);
      await expectNoFaults(page);
    });
});

test.describe('events', () => {
  test('are listed, each leading to its page; one without data teaches the command', async ({ page }) => {
    await page.goto(address('/events'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Six events; data for one of them is stored here');
    await page.getByRole('link', { name: 'BTC on Bithumb, 6 February 2026' }).click();
    await expect(page).toHaveURL(/\/events\/2026-02-06$/);
    await expect(page.getByText('ingest BTC --from 2026-02-06T10:00Z --to 2026-02-06T11:00Z')).toBeVisible();
    await expect(page.getByText('81,110,000')).toBeVisible();
  });

  test('of no such date are not found, and the API names those there are', async ({ page }) => {
    expect((await page.goto(address('/events/2025-10-11')))?.status()).toBe(404);
    const reply = await page.request.get(address('/api/v1/events/2025-10-11'));
    expect(reply.status()).toBe(404);
    expect(await reply.text()).toContain('the events are 2020-03-12');
    expect((await page.request.get(address('/api/v1/events/2025-10-10?yardstick=luld'))).status()).toBe(400);
  });
});
