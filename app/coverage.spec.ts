import { expect, test } from '@playwright/test';
import { formatInstant, instant } from '../lib/domain/instant';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';
import { takenOver } from './testing/takenOver';

// The stored data of the rehearsed event, in a real browser: four hours of 10 October 2025, every minute of them answered.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test('the calendar of all assets leads to one asset, its day and its chart', async ({ page }) => {
  await page.goto(address('/coverage'));
  const grid = page.getByRole('grid');
  for (const asset of ['ATOM', 'WBETH', 'BNSOL', 'USDe', 'DOGE', 'XRP', 'SOL', 'ETH', 'BTC'])
    await expect(grid.getByRole('link', { name: asset, exact: true })).toBeVisible();
  await grid.getByRole('link', { name: 'ATOM', exact: true }).click();
  await expect(page).toHaveURL(/\/coverage\?asset=ATOM$/);
  const day = page.getByRole('grid').getByRole('link', {
    name: /^Binance ATOM\/USDT, simulated REST klines, 2025-10-10: 240 of 1,440 min answered: \d+ traded, \d+ no trade/,
  });
  // Hovered before the page answers for it, it shows no words.
  await takenOver(day);
  await day.hover();
  await expect(page.getByRole('tooltip', { includeHidden: true })).toContainText('240 of 1,440 min answered');
  await day.click();
  await expect(page).toHaveURL(/\/ATOM\?v=3&m=2&from=2025-10-10T00(:|%3A)00Z&to=2025-10-11T00(:|%3A)00Z/);
});

test('a calendar of nine days fits a desk: it ends where its page does', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address('/coverage'));
  const grid = page.getByRole('grid');
  // The rehearsal has fewer days: the table is laid out as for nine.
  const beyond = await grid.evaluate((table) => {
    const days = table.querySelectorAll('tbody tr:first-child td').length;
    for (const row of table.querySelectorAll('tbody tr'))
      for (let more = days; more < 9; more += 1) row.append((row.lastElementChild as Element).cloneNode(true));
    table.style.setProperty('--days', '9');
    const place = table.parentElement as Element;
    return place.scrollWidth - place.clientWidth;
  });
  expect(beyond).toBe(0);
});

test('what scrolls on a dark page has a dark bar, in Firefox too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address('/scan'));
  const bar = await page.locator('.side-sheet').evaluate((sheet) => getComputedStyle(sheet).scrollbarColor);
  expect(bar).toBe('rgb(148, 157, 164) rgb(14, 17, 19)');
});

test('an asset’s calendar is one stop of the tab key, arrow keys move in it; below it are shares, times and the replies its candles were read from', async ({
  page,
}) => {
  await page.goto(address('/coverage?asset=ATOM'));
  const cells = page.getByRole('grid').locator('[data-cell]');
  await expect(cells.first()).toBeVisible();
  await expect(page.getByRole('grid').locator('a[tabindex="0"]')).toHaveCount(1);
  await takenOver(page.getByRole('grid'));
  await page.getByRole('grid').locator('a[tabindex="0"]').focus();
  const first = await page.locator(':focus').getAttribute('aria-label');
  await page.keyboard.press('ArrowDown');
  const second = await page.locator(':focus').getAttribute('aria-label');
  expect(second).toMatch(/2025-10-10: /);
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(first);
  const row = page
    .getByRole('region', { name: /Coverage in figures/ })
    .getByRole('row')
    .filter({ hasText: 'Coinbase' });
  for (const figure of ['2025-10-10 20:00', '2025-10-11 00:00', '100 %'])
    await expect(row.first()).toContainText(figure);
  const requested = page.getByText('Requested, UTC', { exact: true }).filter({ visible: true });
  await expect(requested).toHaveCount(0);
  await row.first().getByRole('button').click();
  await expect(requested).toHaveCount(1);
  const replies = page.getByRole('table', { name: 'Replies' }).getByRole('row').filter({ hasText: 'Coinbase' });
  const asked = replies.first().locator('xpath=following-sibling::tr[1]');
  await expect(asked).toContainText(/api\.exchange\.coinbase\.com\/products\/ATOM-USD\/candles/);
  await expect(asked).toContainText(/[0-9a-f]{64}/);
});

test('revisions as of a moment name it, keep it from field to field, and lead back to the present', async ({
  page,
}) => {
  // To the millisecond: everything was stored by then, if only seconds ago, and a moment that has not come is refused.
  const asOf = formatInstant(instant(Date.now()));
  await page.goto(address(`/revisions?asset=ATOM&asOf=${asOf}`));
  const known = page.getByRole('note', { name: 'As known at' });
  await expect(known).toContainText(asOf.replace('T', ' ').replace('Z', ' UTC'));
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL((url) => url.searchParams.has('from') && url.searchParams.get('asOf') === asOf);
  await page.getByRole('link', { name: 'Show current data' }).click();
  await expect(page).toHaveURL(/\/revisions\?asset=ATOM&from=[^&]+&to=[^&]+$/);
  await expect(page.getByRole('note', { name: 'As known at' })).toHaveCount(0);
});

test('revisions explain what would be listed where nothing is; a window typed stands in the address, and one too long is refused beside its fields', async ({
  page,
}) => {
  await page.goto(address('/revisions?asset=ATOM'));
  await expect(page.getByText(/No revisions\. If a venue later gives a different answer/)).toBeVisible();
  await expect(page.getByText(/No quarantined rows/)).toBeVisible();
  await expect(page.getByRole('note')).toContainText('Revisions and quarantined rows cover all time');
  await page.getByLabel('From, UTC').fill('2025-10-10 21:00');
  await page.getByLabel('To, UTC').fill('2025-10-10 22:00');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('note')).toContainText(/cover 2025-10-10\s21:00 to 2025-10-10\s22:00\sUTC/);
  await page.getByLabel('To, UTC').fill('2025-12-10 22:00');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('#window-wrong')).toContainText('longer than 31 days');
  await expect(page.getByLabel('To, UTC')).toHaveValue('2025-12-10 22:00');
});

test('every page leads to the coverage and revisions of its data', async ({ page }) => {
  await page.goto(address('/ATOM'));
  await page.getByRole('tab', { name: 'Sources' }).click();
  await page.getByRole('link', { name: 'revisions and source differences' }).click();
  await expect(page).toHaveURL(/\/revisions\?asset=ATOM$/);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Coverage' }).click();
  await expect(page).toHaveURL(/\/coverage$/);
});

test('what cannot be used of an address is said, and an asset without data is a 404', async ({ page, request }) => {
  await page.goto(address('/coverage?asset=ATOM&colour=red'));
  await expect(page.getByText(/"colour" is not a parameter of this page/)).toBeVisible();
  for (const path of ['/coverage?asset=NOPE', '/revisions?asset=NOPE'])
    expect((await request.get(address(path))).status()).toBe(404);
});

for (const path of ['/coverage', '/coverage?asset=ATOM', '/revisions?asset=ATOM'])
  test(`${path} is accessible in light and in dark, says SIMULATED in its title and above the fold, and fits a phone`, async ({
    page,
  }) => {
    await expectAccessible(page, address(path));
    await expect(page).toHaveTitle(/SIMULATED/);
    await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });
