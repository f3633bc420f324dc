import { expect, test } from '@playwright/test';
import { PAGES } from '../components/frame/pages';
import { chartAwake } from './testing/awake';
import { expectWithinPolicy, watched } from './testing/policy';
import { EVERY_WIDTH } from './testing/everyWidth';

// What every answer's headers allow, tried on every page in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const VIEW = `/ATOM/2025-10-10T21:20Z?${WINDOW}`;

const PATHS = [
  '/',
  ...PAGES.map((page) => `/${page}`),
  `/ATOM?${WINDOW}`,
  VIEW,
  `/WBETH?${WINDOW}`,
  '/events/2025-10-10',
  '/venues/binance',
  `/compare?markets=binance:ATOM/USDT,okx:ATOM/USDT&${WINDOW}`,
  `/embed${VIEW}`,
  `/embed${VIEW}&theme=dark`,
  '/coverage?asset=ATOM',
  '/ATOM?lang=ko',
  '/nothing/at/all',
  '/NOPE',
  '/ATOM/2025-10-10T99:99Z',
];
/** A page that is measured at every width is held to its policy on the same load (widths.spec.ts). */
const EVERY = PATHS.filter((path) => !EVERY_WIDTH.includes(path));
/** So many are opened one after the other: a page in a window of its own costs a process more than what it is opened for. */
const AT_ONCE = 4;

test.describe('the policy of a page', () => {
  for (let at = 0; at < EVERY.length; at += AT_ONCE) {
    const some = EVERY.slice(at, at + AT_ONCE);
    test(`lets each of ${some.join(', ')} do all it does, which is nothing elsewhere`, async ({ page }) => {
      test.slow();
      const seen = await watched(page);
      for (const path of some) await test.step(path, () => expectWithinPolicy(page, seen, path));
    });
  }

  test('lets the charts, the theme, the palette and the next page do theirs', async ({ page }) => {
    const seen = await watched(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(address(VIEW));
    await chartAwake(page);
    await page.locator('canvas').first().hover();
    await page
      .getByRole('button', { name: /theme|dark|light/i })
      .first()
      .click();
    await expect(page.locator('html')).toHaveClass(/dark/);
    await page.getByRole('link', { name: 'Plumbline' }).first().click();
    await expect(page).toHaveURL(address('/'));
    await expect(page.locator('html')).toHaveClass(/dark/);
    await page.reload();
    await expect(page.locator('html')).toHaveClass(/dark/);
    expect(seen).toEqual({ forbidden: [], elsewhere: [] });
  });

  test('lets a file be verified in its worker', async ({ page }) => {
    const seen = await watched(page);
    await page.goto(address('/verify'));
    // A press before the page has taken over opens nothing.
    await expect(async () => {
      const chooser = page.waitForEvent('filechooser', { timeout: 2_000 });
      await Promise.all([chooser, page.getByRole('button', { name: 'Choose a file' }).click()]);
      await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    }).toPass();
    await expect(
      page
        .locator('#verdict')
        .or(page.getByRole('alert').filter({ hasText: 'a.png' }))
        .first(),
    ).toBeVisible();
    expect(seen).toEqual({ forbidden: [], elsewhere: [] });
  });

  test('runs no script that is brought into a page', async ({ page }) => {
    const seen = await watched(page);
    await page.route(address('/method'), async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('</body>', '<script>globalThis.brought = true</script></body>');
      await route.fulfill({ response, body });
    });
    await page.goto(address('/method'));
    await expect.poll(() => seen.forbidden.join('\n')).toContain('script-src');
    expect(await page.evaluate(() => 'brought' in globalThis)).toBe(false);
  });

  test('lets nobody frame a page', async ({ request }) => {
    const framed = await request.get(address('/ATOM'));
    expect(framed.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(framed.headers()['cross-origin-opener-policy']).toBe('same-origin');
  });
});

test.describe('other answers', () => {
  for (const [path, status] of [
    ['/api/v1/overview', 200],
    ['/api/v1/overview?a=b', 400],
    ['/api/nothing', 404],
    [`/ATOM.svg?${WINDOW}`, 200],
    [`/ATOM/2025-10-10T21:20Z.png?${WINDOW}&size=card&density=1`, 200],
    [`/ATOM.csv?${WINDOW}`, 200],
    ['/.well-known/plumbline-keys.json', 200],
    ['/alerts.atom', 200],
  ] as const) {
    test(`${path} (${String(status)}) is read by any site and is no page`, async ({ request }) => {
      const response = await request.get(address(path));
      const headers = response.headers();
      expect(response.status()).toBe(status);
      expect(headers['content-type']).not.toMatch(/html/);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*; sandbox$/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    });
  }

  for (const path of [
    '/favicon.ico',
    '/robots.txt',
    '/sitemap.xml',
    '/manifest.webmanifest',
    '/ATOM/',
    '/_next/static/none.js',
  ]) {
    test(`${path} has its headers, too`, async ({ request }) => {
      const headers = (await request.get(address(path), { maxRedirects: 0 })).headers();
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['strict-transport-security']).toBeUndefined();
    });
  }

  test('a drawing that is opened by itself is shown with its faces and colours, and nothing is forbidden', async ({
    page,
  }) => {
    const seen = await watched(page);
    await page.goto(address(`/ATOM.svg?${WINDOW}`));
    await expect(page.locator('svg').first()).toBeVisible();
    expect(seen).toEqual({ forbidden: [], elsewhere: [] });
  });
});
