import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './testing/accessible';
import { shiftsOn, watchShifts } from './testing/shifts';
import { expectSimulated } from './testing/simulated';

// The first page of the rehearsed event, in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const PHONE = { width: 390, height: 844 };

const drawings = (page: Page) => page.locator('figure svg:visible');

test('the first screen says what happened, and its chart is drawn without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address('/'));
  const finding = page.getByRole('heading', { level: 1 });
  await expect(finding).toHaveText(
    /^At 21:20\sUTC on 10 October 2025, ATOM traded at 0\.001\sUSD on Binance, 99\.9\d\s% below/,
  );
  await expect(drawings(page)).toHaveCount(1);
  await expect(drawings(page)).toContainText('Binance');
  await expect(drawings(page)).toContainText('SIMULATED');
  const box = await drawings(page).boundingBox();
  expect(box?.width).toBeGreaterThan(780);
  expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThan(900);
  for (const [asset, noun] of [
    ['ATOM', 'the other venues’ median'],
    ['WBETH', 'ETH times its usual ratio'],
    ['BNSOL', 'SOL times its usual ratio'],
  ] as const)
    await expect(
      page.getByRole('link', { name: new RegExp(`^${asset} on Binance: .*\\s% below ${noun}`) }),
    ).toBeVisible();
  await context.close();
});

test('every chart of the first screen names the zone of its times', async ({ page }) => {
  for (const size of [{ width: 1440, height: 900 }, PHONE]) {
    await page.setViewportSize(size);
    await page.goto(address('/'));
    await expect(drawings(page).locator('text', { hasText: /^UTC$/ })).toHaveCount(1);
    await expect(page.locator('li svg text', { hasText: /^20:00 UTC$/ })).toHaveCount(3);
    await expect(page.locator('li svg text', { hasText: /^00:00 UTC$/ })).toHaveCount(3);
  }
});

test('the same drawing stands in both themes, in the colours of each, and the page breaks no rule of accessibility a machine can check', async ({
  page,
}) => {
  const stroke = (): Promise<string> =>
    drawings(page)
      .first()
      .evaluate((svg) => [...svg.querySelectorAll('path')].map((path) => getComputedStyle(path).stroke).join(' '));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address('/'));
  await expect(page.locator('html')).toHaveClass(/\blight\b/);
  expect(await stroke()).toContain('rgb(204, 65, 0)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  expect(await stroke()).toContain('rgb(255, 122, 46)');
  await expectNoFaults(page);
  await expectSimulated(page);
});

test('a phone has a drawing of its own, and nothing runs out of the page', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(address('/'));
  await expect(drawings(page)).toHaveCount(1);
  expect((await drawings(page).boundingBox())?.width).toBeLessThanOrEqual(362);
  await expect(page.getByRole('table', { name: /each asset on each venue/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('the first screen leads on: to the deepest, the day, and a minute of one’s own', async ({ page }) => {
  await page.goto(address('/'));
  const on = page.getByRole('navigation', { name: 'Where to go next' });
  // By the name of what it leads to, which has as many rows as there are.
  const heading = (await page.locator('#deepest').textContent()) ?? '';
  await on.getByRole('link', { name: heading, exact: true }).click();
  await expect(page).toHaveURL(/#deepest$/);
  await on.getByLabel('Asset').fill('wbeth');
  await on.getByLabel('Minute, UTC').fill('2025-10-10 21:43');
  await on.getByRole('button', { name: 'Open' }).click();
  await expect(page).toHaveURL(/\/WBETH\/2025-10-10T21(:|%3A)43Z/);
  await page.goto(address('/'));
  await on.getByRole('link', { name: 'The day' }).click();
  await expect(page).toHaveURL(/\/events\/2025-10-10$/);
});

test('the list of the deepest is filtered and put in another order, a drawing a row; a cell of the grid of assets and venues opens its minute', async ({
  page,
}) => {
  await page.goto(address('/'));
  const list = page.getByRole('region', { name: /^Deepest deviations/ }).getByRole('table');
  await expect(list.locator('tbody svg path').first()).toBeAttached();
  const names = list.getByRole('rowheader');
  await page.getByLabel('Asset or venue').fill('wbeth');
  await expect(page.getByText(/^\d+ of \d+ episodes$/)).toBeVisible();
  await expect(names.filter({ hasNotText: 'WBETH' })).toHaveCount(0);
  await expect(names).not.toHaveCount(0);
  await page.getByLabel('Asset or venue').fill('');
  await page.getByLabel('Order').selectOption('Earliest first');
  await expect(names.filter({ hasNotText: 'WBETH' })).not.toHaveCount(0);
  const isInOrder = async (): Promise<boolean> => {
    const times = await list.getByRole('link', { name: /^\d\d:\d\d/ }).allInnerTexts();
    const days = times.map((text) => text.split(' ').reverse().join(' '));
    return days.length > 1 && days.join() === days.toSorted().join();
  };
  await expect.poll(isInOrder).toBe(true);
  const grid = page.getByRole('table', { name: 'Deepest deviation of each asset on each venue' });
  await grid.getByRole('link', { name: /^ATOM on Binance: −99\.9\d %, 2025-10-10 21:20 UTC$/ }).click();
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)20Z/);
});

test('an address without data says so, and names the assets there are, which move nothing', async ({ page }) => {
  await watchShifts(page);
  expect((await page.goto(address('/NOPE')))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'No data at this address' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'ATOM', exact: true })).toBeVisible();
  expect(await shiftsOn(page)).toEqual({ shift: 0, shifted: [] });
  await page.getByRole('link', { name: 'ATOM', exact: true }).click();
  await expect(page).toHaveURL(/\/ATOM/);
  await expect(page).toHaveTitle(/ATOM/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Binance');
});
