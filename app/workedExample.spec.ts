import { expect, test } from '@playwright/test';
import { auditTables } from '../lib/words/en/auditPage';
import { logStrip } from '../lib/words/en/orderLogPage';
import { workedExample } from '../lib/words/en/workedExample';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';

// The published account as a worked example, opened from its event in a real browser over simulated candles. That it is not there where nobody
// asked for it, audit.spec.ts asks.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('the worked example', () => {
  test('opens from the page of the event with one press, is compared with the stored candles, and says that it is reconstructed', async ({
    page,
  }) => {
    await page.goto(address('/events/2025-10-10'));
    const section = page.getByRole('region', { name: workedExample.title });
    await expect(section).toContainText('443,835 USDT (DOGE)');
    await expect(section).toContainText('148,000 USDT (XRP)');
    await section.getByRole('link', { name: workedExample.openFills }).click();
    await expect(page).toHaveURL(/\/audit\?example=2025-10-10$/);
    const notice = page.getByRole('complementary', { name: workedExample.label });
    await expect(notice).toContainText('No exchange exported these files.');
    await expect(page.getByText('reconstructed-example-fills.csv').first()).toBeVisible();
    await expect(page.getByRole('button', { name: auditTables.saveCsv })).toBeVisible();
    const fills = page.getByRole('row').filter({ hasText: /(DOGE|XRP)\/USDT/ });
    await expect(fills.first()).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Simulated prices' })).toBeVisible();
    expect(await widerBy(page)).toBe(0);
  });

  test('opens its order log likewise: 240 orders refused, 12 taken, at 21:12 to 23:02', async ({ page }) => {
    await page.goto(address('/events/2025-10-10'));
    await page.getByRole('link', { name: workedExample.openLog }).click();
    await expect(page).toHaveURL(/\/orderlog\?example=2025-10-10$/);
    await expect(page.getByRole('complementary', { name: workedExample.label })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).toContainText('240 of 252 attempts');
    // Under a chart nothing would say what it is.
    await expect(main.getByRole('button', { name: logStrip.show })).toHaveCount(0);
    for (const code of ['binance -2010', 'binance -2022', 'binance -4118', 'binance -1008', 'http 503'])
      await expect(main.getByRole('rowheader', { name: code })).toBeVisible();
    expect(await widerBy(page)).toBe(0);
  });

  test('is labelled on a phone, and breaks no rule of WCAG that a machine can check', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, address('/audit?example=2025-10-10'));
    await expect(page.getByRole('complementary', { name: workedExample.label })).toBeVisible();
    expect(await widerBy(page)).toBe(0);
  });
});
