import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './testing/accessible';
import { pressUntil } from './testing/awake';
import { takenOver } from './testing/takenOver';

// The palette in a real browser: what is typed leads to a page.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const field = (page: Page) => page.getByRole('combobox', { name: 'Asset, minute, venue, event or link' });

test.describe('the palette', () => {
  test('opens with Ctrl K and takes “ATOM 21:20” to that minute', async ({ page }) => {
    await page.goto(address('/scan'));
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.type('atom 21:20');
    await expect(page.getByRole('option').first()).toHaveText(/^ATOM, 2025-10-10 21:20\sUTC/);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:20Z/);
    await expect(field(page)).toHaveCount(0);
  });

  test('opens from the button on a phone, is clean in both themes, and Escape leaves the page as it was', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address('/scan'));
    const button = page.getByRole('button', { name: 'Search' });
    await pressUntil(button, field(page));
    await field(page).fill('2025-10-11 06:20 KST ATOM');
    await expect(page.getByRole('option').first()).toHaveText(/^ATOM, 2025-10-10 21:20\sUTC/);
    await expectNoFaults(page, { within: '.palette' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(page).toHaveURL(/\/scan$/);
  });

  test('opens a pasted link, mangled as it came', async ({ page }) => {
    await page.goto(address('/scan'));
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await field(page).fill('https://plumbline.example/ATOM/2025-10-10t21:20:37z?utm_source=chat).');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:20Z\?/);
  });

  test('goes to the first line where Enter comes before the list is drawn', async ({ page }) => {
    await page.goto(address('/scan'));
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await field(page).evaluate((input: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '/lows');
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    await expect(page).toHaveURL(/\/lows$/);
  });

  test('has what was typed before its code came, single keys among it, and no page has taken them', async ({
    page,
  }) => {
    await page.goto(address('/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'), { waitUntil: 'networkidle' });
    // On a slow machine a page rests before its own scripts begin: it is the palette's code that is to be late.
    await takenOver(page.getByRole('button', { name: 'Search' }));
    const before = page.url();
    let letCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    let asked = 0;
    await page.route('**/*.js', async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    // Until the page, which may not hear of keys yet, takes one: another part's code may be asked for before. Asked for twice, the palette is opened once.
    const keys = await page.evaluateHandle(() => {
      const pressed: KeyboardEvent[] = [];
      window.addEventListener('keydown', (event) => pressed.push(event));
      return pressed;
    });
    await expect(async () => {
      await page.keyboard.press('Control+k');
      const taken = (): Promise<boolean> => keys.evaluate((all) => all.some((one) => one.defaultPrevented));
      await expect.poll(taken, { timeout: 2_000 }).toBe(true);
    }).toPass();
    await expect.poll(() => asked).toBeGreaterThan(0);
    // "l" and "c" would change the scale and copy the address.
    await page.keyboard.type('dolc');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('ge 21:20');
    letCome();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('doge 21:20');
    expect(page.url()).toBe(before);
    await page.keyboard.type('Z');
    await expect(field(page)).toHaveValue('doge 21:20Z');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/DOGE\/2025-10-10T21:20Z/);
  });

  test('keeps Enter until it is known what is stored, and forgets it where another text is typed', async ({ page }) => {
    let letCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    await page.route('**/api/v1/overview', async (route) => {
      await held;
      await route.continue();
    });
    const open = async (): Promise<void> => {
      await page.goto(address('/scan'));
      await expect(async () => {
        await page.keyboard.press('Control+k');
        await expect(field(page)).toBeFocused({ timeout: 2_000 });
      }).toPass();
    };
    await open();
    await field(page).fill('/ATOM/2025-10-10T21:20Z');
    await page.keyboard.press('Enter');
    await field(page).fill('/BTC/2025-10-10T21:20Z');
    await page.keyboard.press('Enter');
    await expect(field(page)).toBeVisible();
    letCome();
    await expect(page).toHaveURL(/\/BTC\/2025-10-10T21:20Z/);
  });

  test('goes to the line that the arrows have marked', async ({ page }) => {
    await page.goto(address('/scan'));
    await expect(async () => {
      await page.keyboard.press('Control+k');
      await expect(field(page)).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.type('2025-10-10');
    const lines = page.getByRole('option');
    await expect.poll(() => lines.count()).toBeGreaterThan(1);
    const second = (await lines.nth(1).getAttribute('data-path')) ?? '';
    await page.keyboard.press('ArrowDown');
    await expect(lines.nth(1)).toHaveAttribute('data-highlighted', '');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveCount(0);
    expect(second).not.toBe('');
    await expect.poll(() => new URL(page.url()).pathname).toBe(new URL(second, page.url()).pathname);
  });

  test('costs a page nothing before it is opened', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address('/scan'));
    await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const before = asked.filter((url) => url.endsWith('.js')).length;
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(field(page)).toBeVisible();
    expect(asked.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(before);
  });
});
