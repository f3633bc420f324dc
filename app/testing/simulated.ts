import { expect, type Page } from '@playwright/test';

/** The page says SIMULATED in its title, above the fold, and wherever it is scrolled to. */
export async function expectSimulated(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/SIMULATED/);
  await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeInViewport();
  await page.mouse.wheel(0, 2_000);
  await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeInViewport();
}
