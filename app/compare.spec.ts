import { expect, test } from '@playwright/test';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';

// A comparison of markets in a real browser, over the rehearsal.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const TWO = '/compare?markets=binance:ATOM/USDT,okx:ATOM/USDT&from=2025-10-10T21:00Z&to=2025-10-10T21:40Z';

test.describe('a comparison of two markets', () => {
  test('begins with the market of the deepest episode against the closest of another venue, said in words', async ({
    page,
  }) => {
    await page.goto(address('/compare'));
    const link = page.getByRole('link', { name: /^Binance ATOM\/USDT against \S+ ATOM\/USDT$/ });
    await expect(link).toBeVisible();
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Binance ATOM\/USDT traded as low as 99\.9\d\s% below /,
    );
  });

  test('says its finding in the prices published, and is drawn before any script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(address(TWO));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Binance ATOM\/USDT traded as low as 99\.94\s% below OKX ATOM\/USDT’s low, on 2025-10-10 at 21:20\sUTC: 0\.001 against /,
    );
    const chart = page.getByRole('img', { name: /^Spread over time\. Binance/ });
    await expect(chart).toHaveCount(1);
    await expect(chart.locator('text', { hasText: /^SIMULATED$/ }).first()).toBeVisible();
    await expect(page.getByText(/^Both are quoted in USDT: prices as published, nothing converted/)).toBeVisible();
    await context.close();
  });

  test('converts where quotes differ, and says by which rate', async ({ page }) => {
    await page.goto(address(TWO.replace('okx:ATOM/USDT', 'coinbase:ATOM/USD')));
    await expect(page.getByText(/^Quotes differ, so every price is converted to USD/)).toBeVisible();
    const rows = page.getByRole('table', { name: 'Markets compared' }).getByRole('row');
    await expect(rows.filter({ hasText: 'Binance ATOM/USDT' })).toContainText(/1\.00\d+ ± /);
  });

  test('says of its furthest figures that they are of closes: the finding tells of lows, which were further', async ({
    page,
  }) => {
    await page.goto(address(TWO));
    const table = page.getByRole('table', { name: 'Spreads by market' });
    await expect(table.getByRole('columnheader', { name: /^Close\s+furthest below$/ })).toBeVisible();
    await expect(table.getByRole('columnheader', { name: /^Close\s+furthest above$/ })).toBeVisible();
  });

  test('a market that is not stored is named with the command as a command, not between backticks', async ({
    page,
  }) => {
    await page.goto(address(TWO.replace('okx:ATOM/USDT', 'okx:NOPE/USDT')));
    const alert = page.getByRole('alert').filter({ hasText: 'NOPE' });
    await expect(alert.locator('code')).toHaveText(/^plumbline ingest/);
    await expect(alert).not.toContainText('`');
    // The field that holds it is marked, and no other.
    await expect(page.getByRole('textbox', { name: 'From, UTC' })).toHaveAttribute('aria-invalid', 'false');
    await expect(page.getByRole('combobox', { name: /^Markets/ })).toHaveAttribute('aria-invalid', 'true');
    await page.goto(address(TWO.replace('to=2025-10-10T21:40Z', 'to=tomorrow')));
    await expect(page.locator('[aria-invalid=true]')).toHaveAttribute('name', 'to');
  });

  test('its chart fills its place on every desk', async ({ page }) => {
    for (const width of [768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(TWO));
      const chart = page.getByRole('img', { name: /^Spread over time/ }).filter({ visible: true });
      const [place, drawing] = [await chart.boundingBox(), await chart.locator('svg').boundingBox()];
      expect(drawing?.width, String(width)).toBeCloseTo(place?.width ?? NaN, 0);
    }
  });

  test('its tables fit a phone of 360 px, and in Chinese one of 390', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 844 });
    await page.goto(address(TWO));
    expect(await widerBy(page)).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address(`${TWO}&lang=zh-Hans`));
    expect(await widerBy(page)).toBe(0);
  });

  test('breaks no rule of WCAG that a machine can check, and fits a phone', async ({ page }) => {
    await expectAccessible(page, address(TWO));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });
});
