import { expect, test } from '@playwright/test';
import { takenOver } from './testing/takenOver';
import { shortAddress } from '../lib/permalink/short/short';

// What becomes of a link on its way through chat programs and social networks.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test('a mangled link opens the minute under its one right spelling, and says nothing of what was mended', async ({
  page,
}) => {
  await page.goto(address('/ATOM/2025-10-10t21%253A20%3A00z?utm_source=chat&amp;scale=log&fbclid=IwAR0).'));
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)20Z\?v=3&.*scale=log/);
  expect(page.url()).not.toMatch(/utm_|fbclid|amp;|\)/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ATOM');
  await expect(page.getByText('Part of this address was ignored')).toHaveCount(0);
});

test('a short link is copied, fits a message and opens the same view for somebody else', async ({ browser, page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('/ATOM/2025-10-10T21:20Z?scale=log&focus=kraken'));
  await page.getByRole('button', { name: 'Copy short link' }).click();
  await expect(page.getByRole('button', { name: 'Short link copied' })).toBeVisible();
  const short = await page.evaluate(async () => navigator.clipboard.readText());
  expect(new URL(short).pathname).toMatch(/^\/-\/[1-9A-Za-z]{1,60}$/);
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(short);
  await expect(elsewhere).toHaveURL(page.url());
});

test('a short link cut short is refused in one line, and not misread', async ({ request }) => {
  const short = shortAddress('/ATOM/2025-10-10T21:20Z') ?? '';
  const reply = await request.get(address(short.slice(0, -1)));
  expect(reply.status()).toBe(400);
  expect(await reply.text()).toContain('incomplete or was changed');
});

test('a link opens its page without a new start of the app, and says until then that it was pressed; with a key held the browser opens it', async ({
  page,
  context,
}) => {
  let send: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route(/\/coverage\?.*_rsc/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address('/revisions'));
  const link = page.getByRole('contentinfo').getByRole('link', { name: 'Coverage' });
  await takenOver(link);
  await page.evaluate(() => {
    document.documentElement.dataset['started'] = 'once';
  });
  const other = context.waitForEvent('page');
  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect(await other).toHaveURL(/\/coverage$/);
  await expect(link).not.toHaveAttribute('data-pressed');
  await link.click();
  await expect(link).toHaveAttribute('data-pressed', '');
  send?.();
  await expect(page).toHaveURL(/\/coverage$/);
  await expect(page.locator('html')).toHaveAttribute('data-started', 'once');
  await expect(page.locator('[data-pressed]')).toHaveCount(0);
});
