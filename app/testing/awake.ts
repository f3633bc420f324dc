import { expect, type Locator, type Page } from '@playwright/test';

/** Presses until the page, whose scripts may still be on their way, shows what a press leads to. */
export async function pressUntil(button: Locator, shown: Locator): Promise<void> {
  let isPressed = false;
  await expect(async () => {
    // What came late may lie over the button.
    if (!isPressed || !(await shown.isVisible())) await button.click({ timeout: 5_000 });
    isPressed = true;
    await expect(shown).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** The chart, once what answers has taken over from the drawing that the page brought: a hand that moves is what it waits for. */
export async function chartAwake(page: Page): Promise<Locator> {
  const chart = page.getByRole('application');
  let at = 1;
  await expect(async () => {
    at = 3 - at;
    await page.mouse.move(at, at);
    await expect(chart.locator('canvas').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(chart.locator('svg').filter({ visible: true })).toHaveCount(0);
  return chart;
}
