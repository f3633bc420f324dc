import { expect, test } from '@playwright/test';

// The reader's own clock in a real browser, which stands in Kiritimati, 14 hours ahead of UTC.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('times on the reader’s clock', () => {
  test('are UTC until another is chosen, name it once a column, and leave addresses in UTC', async ({ page }) => {
    await page.goto(address('/scan'));
    const choice = page.getByRole('combobox', { name: 'Time zone' }).first();
    const head = page.getByRole('columnheader', { name: /^Worst minute/ });
    const atom = page.getByRole('row').filter({ hasText: 'ATOM' }).filter({ hasText: 'Binance' }).first();
    await expect(head).toHaveText('Worst minute, UTC');
    await expect(atom).toContainText('21:20 2025-10-10');
    for (const [zone, name, time] of [
      ['utc+9', 'UTC+9', '06:20 2025-10-11'],
      ['new-york', 'New York', '17:20 2025-10-10'],
      ['local', 'Local time', '11:20 2025-10-11'],
    ] as const) {
      await expect(async () => {
        await choice.selectOption(zone);
        await expect(head).toHaveText(`Worst minute, ${name}`, { timeout: 1_000 });
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
});
