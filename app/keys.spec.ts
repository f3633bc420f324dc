import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './testing/accessible';
import { chartAwake } from './testing/awake';

// Keys in a real browser: what they press, and that they can be switched off.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const list = (page: Page) => page.getByRole('dialog', { name: 'Keys' });

/** Presses a key until the page, whose scripts may still be on their way, does what it means. */
async function pressUntil(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

test.describe('keys', () => {
  test('“?” lists them, clean in both themes, and switches single keys off for good', async ({ page }) => {
    await page.goto(address('/scan'));
    await pressUntil(page, '?', () => expect(list(page)).toBeVisible({ timeout: 2_000 }));
    await expect(list(page).getByRole('row', { name: /Go to an asset/ })).toBeVisible();
    // This page has no scale to switch.
    await expect(list(page).getByRole('row', { name: /logarithmic/ })).toHaveCount(0);
    // Nor a chart to zoom, or minutes to step through.
    await expect(list(page).getByRole('row', { name: /chart|[Mm]inute before|Episode before/ })).toHaveCount(0);
    await expectNoFaults(page, { within: '.palette' });
    await list(page).getByRole('checkbox', { name: 'Single keys' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(list(page)).toHaveCount(0);
    await page.keyboard.press('?');
    await page.reload();
    await pressUntil(page, 'Control+k', () => expect(page.getByRole('combobox')).toBeFocused({ timeout: 2_000 }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('button', { name: 'All keys' }).click();
    await list(page).getByRole('checkbox', { name: 'Single keys' }).check();
    await page.keyboard.press('Escape');
    await pressUntil(page, '?', () => expect(list(page)).toBeVisible({ timeout: 2_000 }));
  });

  test('press nothing while something is typed', async ({ page }) => {
    await page.goto(address('/scan'));
    await pressUntil(page, '?', () => expect(list(page)).toBeVisible({ timeout: 2_000 }));
    await page.keyboard.press('Escape');
    // As it goes, the focus goes back to where it was.
    await expect(list(page)).toHaveCount(0);
    const from = page.getByRole('textbox').first();
    await from.fill('');
    await from.pressSequentially('l?/ze');
    await expect(from).toHaveValue('l?/ze');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('“l” changes the scale, and Shift → opens the next episode’s worst minute', async ({ page }) => {
    await page.goto(address('/ATOM?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z&scale=linear'));
    // Where the chart is, scripts are; pressed twice, the key would choose the other scale again.
    await chartAwake(page);
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/scale=log/);
    await page.keyboard.press('Shift+ArrowRight');
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:\d\dZ\?.*scale=log/);
  });

  for (const path of ['/ATOM?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z', '/ATOM/2025-10-10T21:20Z'])
    test(`“e” opens the picture of ${path.split('?')[0] ?? ''}, as its button does`, async ({ page, context }) => {
      await page.goto(address(path));
      await chartAwake(page);
      const href = (await page.locator('a[aria-keyshortcuts=e]').getAttribute('href')) ?? '';
      const opened = context.waitForEvent('page');
      await page.keyboard.press('e');
      await expect(await opened).toHaveURL(address(href));
      expect(page.url()).not.toContain('.png');
    });

  test('over plain HTTP, where a browser has no clipboard, a citation and a short link are copied all the same', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'clipboard');
    });
    await page.goto(address('/ATOM/2025-10-10T21:20Z'));
    await chartAwake(page);
    for (const [button, copied] of [
      ['Copy citation', /^SIMULATED\. On 2025-10-10 at 21:20 UTC, ATOM traded/],
      ['Copy short link', /\/-\/\w+$/],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await pressUntil(page, 'Control+k', () => expect(page.getByRole('combobox')).toBeFocused({ timeout: 2_000 }));
      await page.keyboard.press('Control+v');
      await expect(page.getByRole('combobox')).toHaveValue(copied);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  test('“c” copies the link of the page', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(address('/ATOM/2025-10-10T21:20Z'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await pressUntil(page, 'c', () => expect(page.getByText('Link copied').first()).toBeVisible({ timeout: 2_000 }));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});
