import { expect, test } from '@playwright/test';
import { chartAwake } from './testing/awake';

// The reader's own clock in a real browser, which stands in Kiritimati, 14 hours ahead of UTC.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('times on the reader’s clock', () => {
  test('are UTC until another is chosen, name it once a column, and leave addresses in UTC', async ({ page }) => {
    await page.goto(address('/scan'));
    const choice = page.getByRole('combobox', { name: 'Time zone' }).first();
    const head = page.getByRole('columnheader', { name: /^Peak minute/ });
    const atom = page.getByRole('row').filter({ hasText: 'ATOM' }).filter({ hasText: 'Binance' }).first();
    await expect(head).toHaveText('Peak minute, UTC');
    await expect(atom).toContainText('21:20 2025-10-10');
    for (const [zone, name, time] of [
      ['utc+9', 'UTC+9', '06:20 2025-10-11'],
      ['new-york', 'New York', '17:20 2025-10-10'],
      ['local', 'Local time', '11:20 2025-10-11'],
    ] as const) {
      await expect(async () => {
        await choice.selectOption(zone);
        await expect(head).toHaveText(`Peak minute, ${name}`, { timeout: 1_000 });
      }).toPass();
      await expect(atom).toContainText(time);
    }
    await expect(atom.getByRole('link', { name: /11:20/ })).toHaveAttribute('href', /\/ATOM\/2025-10-10T21:20Z/);
  });

  test('stay chosen, move on with “z”, and stand beside a minute’s UTC without moving the page', async ({ page }) => {
    await page.goto(address('/ATOM/2025-10-10T21:20Z'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const choice = page.getByRole('combobox', { name: 'Time zone' }).first();
    await expect(async () => {
      await choice.selectOption('utc+8');
      await expect(page.getByText('(05:20 UTC+8, 2025-10-11)')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.reload();
    await expect(page.getByText('(05:20 UTC+8, 2025-10-11)')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('z');
    await expect(page.getByText('(06:20 UTC+9, 2025-10-11)')).toBeVisible();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:20Z/);
  });

  // What a page of the server has in UTC is the reader's once it is in their browser.
  for (const [path, head, shown] of [
    ['/events', 'Window, UTC+9', '2025-10-11 05:00 to 09:00'],
    ['/events/2025-10-10', 'Peak minute, UTC+9', '06:20 2025-10-11'],
    ['/lows?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z', 'Minute, UTC+9', '06:20 2025-10-11'],
    ['/coverage?asset=ATOM', 'Last, UTC+9', '2025-10-11 09:00'],
    [
      '/compare?markets=binance:ATOM/USDT,okx:ATOM/USDT&from=2025-10-10T21:00Z&to=2025-10-10T21:40Z',
      'Below at, UTC+9',
      '2025-10-11 06:20',
    ],
  ] as const) {
    test(`are those of ${path.replace(/\?.*/, '')} too`, async ({ page }) => {
      await page.addInitScript(() => {
        window.localStorage.setItem('plumbline:zone', 'utc+9');
      });
      await page.goto(address(path));
      await expect(page.getByRole('columnheader', { name: head }).first()).toBeVisible();
      await expect(page.getByRole('cell', { name: shown }).first()).toBeVisible();
      await expect(page.getByRole('columnheader', { name: /, UTC$/ })).toHaveCount(0);
    });
  }

  test('are those of the chart: its window, its crosshair and what is said of it, while the address stays in UTC', async ({
    page,
  }) => {
    await page.goto(address('/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'));
    const chart = await chartAwake(page);
    await page.getByRole('combobox', { name: 'Time zone' }).first().selectOption('new-york');
    await expect(page.getByText('2025-10-10 16:00 to 2025-10-10 20:00 EDT, 4 h')).toBeVisible();
    await chart.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('2025-10-10 17:20 EDT; Enter opens this minute')).toBeAttached();
    await expect(chart.getByText('SIMULATED · 2025-10-10 17:20 EDT')).toBeVisible();
    await page.keyboard.press('+');
    await expect(page.getByText('Zoomed to 2025-10-10 16:27 to 2025-10-10 19:07 EDT')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)20Z/);
    await expect(page.getByText('(17:20 EDT, 2025-10-10)')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Next minute, 17:21 EDT' })).toBeVisible();
  });
});
