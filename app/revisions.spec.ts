import { expect, test } from '@playwright/test';
import { expectAccessible, faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';

// What sources changed and where they differ, in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('the page of revisions', () => {
  test('is accessible in light and in dark, says SIMULATED in its title and above the fold, and fits a phone: neither the page nor a table scrolls sideways', async ({
    page,
  }) => {
    await expectAccessible(page, address('/revisions'));
    await expect(page).toHaveTitle(/SIMULATED/);
    await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('html')).toHaveClass(/\blight\b/);
    expect(await faultsOf(page)).toEqual([]);
  });
});
