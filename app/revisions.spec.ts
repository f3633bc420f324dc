import { expect, test } from '@playwright/test';
import { faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';

// What sources changed and where they differ, in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('the page of revisions', () => {
  test('fits a phone: neither the page nor a table scrolls sideways', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(address('/revisions'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await sidewaysOf(page)).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
