import { expect, test } from '@playwright/test';

// What a printed page holds, and what search engines and phones are told, in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test('a printed page has its finding, SIMULATED and its own address, light and with nothing to press; every row of its tables tells all its figures, those of no column beneath it', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(address('/ATOM/2025-10-10T21:20Z'));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Printed from')).toContainText(page.url());
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  await page.emulateMedia({ media: 'screen' });
  // A4 upright between its margins.
  await page.setViewportSize({ width: 703, height: 1_030 });
  const candles = page.getByRole('table', { name: 'Raw candles by venue' });
  const first = candles
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .first();
  await expect(first).toBeVisible();
  await expect(candles.getByText('Volume').last()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const head of ['Open', 'High', 'Volume'])
    await expect(candles.getByRole('term').getByText(head).first()).toBeVisible();
  await expect(page.getByText('Zoom with')).toBeHidden();
});

test('search engines are told of pages, not of the API; without a public address the sitemap names no host', async ({
  request,
}) => {
  const robots = await (await request.get(address('/robots.txt'))).text();
  expect(robots).toContain('Disallow: /api/');
  expect(robots).not.toContain('Sitemap:');
  const sitemap = await request.get(address('/sitemap.xml'));
  expect(sitemap.status()).toBe(200);
  expect(await sitemap.text()).not.toContain('<loc>');
});

test('every icon of the manifest is there', async ({ request }) => {
  const manifest = (await (await request.get(address('/manifest.webmanifest'))).json()) as {
    readonly icons: readonly { readonly src: string }[];
  };
  for (const { src } of [...manifest.icons, { src: '/apple-touch-icon.png' }])
    expect((await request.get(address(src))).status(), src).toBe(200);
});
