import { expect, test } from '@playwright/test';
import { faultsOf } from './testing/accessible';
import { SCREENS, shiftsOn, watchShifts } from './testing/shifts';
import { sidewaysOf } from './testing/sideways';

// Who stood lowest of all, in a real browser; the figures expected are those published for 10 October 2025.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test.describe('who stood lowest of all', () => {
  test('is said venue by venue and asset by asset, on a phone too, where neither the page nor a table scrolls sideways, and opens the minute', async ({
    page,
  }) => {
    await page.goto(address('/lows'));
    const assets = page.getByRole('region', { name: 'Table: The lowest and the highest venue of each asset' });
    const atom = assets.getByRole('row').filter({ has: page.getByRole('link', { name: 'ATOM', exact: true }) });
    await expect(atom).toContainText('Binance');
    await expect(atom).toContainText('0.001');
    const venues = page.getByRole('table', { name: 'How often each venue stood lowest or highest' });
    await expect(venues.getByRole('row').nth(1)).toContainText('Binance');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(atom).toContainText('−99.9');
    await expect(atom.getByText('Second-lowest').filter({ visible: true })).toHaveCount(1);
    const share = venues.getByText('Lowest, share').filter({ visible: true });
    await expect(share).toHaveCount(0);
    await venues
      .getByRole('button', { name: /Binance/ })
      .first()
      .click();
    await expect(share).toHaveCount(1);
    await expect.poll(() => sidewaysOf(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 720 });
    await atom
      .getByRole('link', { name: /^21:\d\d/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:\d\dZ/);
  });

  test('says what of its address it cannot read, beside the form', async ({ page }) => {
    await page.goto(address('/lows?from=2025-10-11T00:00Z&to=2025-10-10T00:00Z'));
    await expect(page.locator('#lows-wrong')).toHaveText(/"from" comes before "to"/);
  });

  for (const [name, viewport] of SCREENS)
    test(`moves nothing that is on the screen when its tables come, ${name}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await watchShifts(page);
      // What is waited for is seen: the answer comes when the page has been looked at.
      await page.route('**/api/v1/lows?**', async (route) => {
        await expect(page.getByText('Measuring every asset…')).toBeVisible();
        await route.continue();
      });
      await page.goto(address('/lows'));
      await expect(page.getByRole('table', { name: 'How often each venue stood lowest or highest' })).toBeVisible();
      expect(await shiftsOn(page)).toEqual({ shift: 0, shifted: [] });
    });

  test('has both ends of its window in one row on a phone that has the width for two', async ({ page }) => {
    const tops = (): Promise<readonly number[]> =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll('form[action="/lows"] input[name=from], form[action="/lows"] input[name=to]'),
        ].map((field) => field.getBoundingClientRect().top),
      );
    for (const [width, rows] of [
      [390, 1],
      [320, 2],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address('/lows'));
      expect(new Set(await tops()).size).toBe(rows);
      // Nothing that is typed in it is cut.
      const cut = await page
        .getByRole('textbox', { name: 'From, UTC' })
        .evaluate((field) => field.scrollWidth > field.clientWidth);
      expect(cut).toBe(false);
    }
  });
});
