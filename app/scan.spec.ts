import { expect, test } from '@playwright/test';
import { faultsOf } from './testing/accessible';

// The episodes of every asset, in a real browser; the figures expected are those published for 10 October 2025.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('the list of every asset', () => {
  test('has the deepest first, filters by what the form says, and opens the minute', async ({ page }) => {
    await page.goto(address('/scan'));
    const table = page.getByRole('region', { name: 'Table: Episodes of every asset' });
    const first = table.getByRole('row').nth(1);
    await expect(first).toContainText('ATOM');
    await expect(first).toContainText('Binance');
    await expect(first).toContainText('−99.94 %');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('combobox', { name: /^Side/ }).selectOption('above only');
    await page.getByRole('combobox', { name: /^Asset/ }).selectOption('ATOM');
    await page.getByRole('button', { name: 'Show' }).click();
    // What the form left empty is no part of the address that people share, and its times are whole UTC minutes.
    await expect(page).toHaveURL(/\/scan\?(?:\w+=[^&=]+&)*side=above(?:&\w+=[^&=]+)*$/);
    await expect(page).toHaveURL(/from=2025-10-\d\dT\d\d:\d\dZ&/);
    await expect(first).toContainText('+73.');
    await expect(table.getByText('Binance')).toHaveCount(0);
    await first.getByRole('link', { name: '21:21' }).click();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:21Z/);
  });

  test('names the moment as of which it shows the data, in the links it leads to as well', async ({ page }) => {
    await page.goto(address('/scan?asOf=2026-01-31T08:15Z'));
    await expect(page.getByRole('note', { name: 'As known at' })).toContainText('2026-01-31 08:15 UTC');
    await page.getByRole('link', { name: 'Show current data' }).click();
    await expect(page).toHaveURL(/\/scan$/);
  });

  test('compares wrapped assets with their underlying', async ({ page }) => {
    await page.goto(address('/scan?reference=wrapped'));
    const table = page.getByRole('region', { name: 'Table: Episodes of every asset' });
    await expect(table).toContainText('WBETH');
    await expect(table).toContainText('−82.34 %');
    await table.getByRole('link', { name: 'BNSOL' }).click();
    await expect(page).toHaveURL(/\/BNSOL\?.*reference=wrapped/);
  });

  test('says what of its address it cannot read, beside the form', async ({ page }) => {
    await page.goto(address('/scan?depth=deep'));
    await expect(page.locator('#scan-wrong')).toHaveText(/depth is "deep"; it takes a ratio from 0 to 10/);
  });

  test('on a phone its settings stand on the window’s foot', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address('/scan'));
    await page.getByRole('button', { name: 'Settings' }).click();
    const sheet = page.getByRole('group', { name: 'Settings' });
    await expect(sheet).toBeVisible();
    await expect
      .poll(async () => {
        const box = await sheet.boundingBox();
        return box === null ? NaN : box.y + box.height;
      })
      .toBe(844);
  });
});
