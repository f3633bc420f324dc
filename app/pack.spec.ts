import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible, faultsOf } from './testing/accessible';
import { widerBy } from './testing/sideways';
import { takenOver } from './testing/takenOver';

// Views put together as exhibits, in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const MINUTE = '/ATOM/2025-10-10T21:20Z?from=2025-10-10T20:50Z&to=2025-10-10T21:51Z';
const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

test.describe('the page of a pack', () => {
  test('takes pasted addresses, lists their findings, and holds the list in its address', async ({ page }) => {
    await page.goto(address('/pack'));
    await page.getByLabel('Addresses to add').fill(`${address(MINUTE)}\n${WINDOW}\n/ATOM`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const list = page.getByRole('list', { name: 'Exhibits' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(list.getByRole('listitem').nth(0)).toContainText('0.001');
    await expect(list.getByRole('listitem').nth(2)).toContainText('names no window');
    await page.getByRole('link', { name: 'Remove exhibit 3' }).click();
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await page.getByRole('link', { name: 'Move exhibit 2 up' }).click();
    await expect(list.getByRole('listitem').nth(1)).toContainText('2025-10-10 21:20 UTC');
    await page.reload();
    await expect(list.getByRole('listitem').nth(1)).toContainText('2025-10-10 21:20 UTC');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the exhibits' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/plumbline-exhibits\.zip$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('says that the file is being made, and can be told to stop; what fails is one line', async ({ page }) => {
    await page.goto(address(`/pack?view=${encodeURIComponent(MINUTE)}`));
    const asked: string[] = [];
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/v1/packs?*', async (route) => {
      asked.push(route.request().url());
      await held;
      await route.fulfill({ status: 503, json: { error: { code: 'unavailable', message: 'too much is being made' } } });
    });
    const button = page.getByRole('button', { name: 'Download the exhibits' });
    // Before the page answers for it the browser itself sends the form.
    await takenOver(button);
    await button.click();
    await expect(page.getByText('Making the file…')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Progress of the download' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('Making the file…')).toHaveCount(0);
    letGo();
    await button.click();
    await expect(page.getByText('too much is being made')).toBeVisible();
    expect(asked[0]).toContain('view=');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('begins with the minute from whose page it is opened', async ({ page }) => {
    await page.goto(address(MINUTE));
    await page.getByRole('link', { name: 'Exhibits for an arbitration' }).last().click();
    const list = page.getByRole('list', { name: 'Exhibits' });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(list.getByRole('listitem')).toContainText('2025-10-10 21:20 UTC');
    await expect(page.getByRole('button', { name: 'Download the exhibits' })).toBeVisible();
  });

  test('breaks no rule of accessibility, in light and in dark, and fits a phone', async ({ page }) => {
    const path = `/pack?view=${encodeURIComponent(MINUTE)}&view=%2FNOPE`;
    await expectAccessible(page, address(path));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
    // What presses stands below the finding: beside it, half the width would be left.
    const box = await page.getByRole('listitem').getByText('ATOM traded as low as').boundingBox();
    expect(box?.width).toBeGreaterThan(280);
    expect(await faultsOf(page)).toEqual([]);
  });
});
