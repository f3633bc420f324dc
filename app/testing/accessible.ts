import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

async function faultsOf(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/**
 * Breaks no rule of WCAG 2.2 AA that a machine can check: all of them in light, and in dark those that a colour can break; the
 * markup is the same.
 */
export async function expectAccessible(page: Page, address: string): Promise<void> {
  const root = page.locator('html');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(root).toHaveClass(/\blight\b/);
  expect(await faultsOf(new AxeBuilder({ page }).withTags(STANDARDS))).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveClass(/\bdark\b/);
  expect(await faultsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
}
