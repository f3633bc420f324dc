import { expect, test, type Page } from '@playwright/test';
import { PAGES } from '../components/frame/pages';
import { chartAwake } from './testing/awake';

// What every answer's headers allow, tried on every page in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const VIEW = `/ATOM/2025-10-10T21:20Z?${WINDOW}`;

interface Seen {
  /** What the page's policy forbade, as the browser tells it. */
  readonly forbidden: string[];
  /** Asked of anybody but us. */
  readonly elsewhere: string[];
}

async function watched(page: Page): Promise<Seen> {
  const seen: Seen = { forbidden: [], elsewhere: [] };
  await page.exposeFunction('forbiddenHere', (text: string) => seen.forbidden.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      (globalThis as unknown as { forbiddenHere: (text: string) => void }).forbiddenHere(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  // A violation before any script of ours, or in a worker, stands in the console alone.
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/i.test(message.text())) seen.forbidden.push(message.text());
  });
  const own = new URL(address('/')).origin;
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== own) seen.elsewhere.push(request.url());
  });
  return seen;
}

const EVERY = [
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

test.describe('the policy of a page', () => {
  for (const path of EVERY) {
    test(`lets ${path} do all it does, which is nothing elsewhere`, async ({ page }) => {
      const seen = await watched(page);
      const response = await page.goto(address(path));
      const policy = response?.headers()['content-security-policy'] ?? '';
      expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}=')+;/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      // The page's scripts have run when its own theme and its controls have come to life.
      await expect(page.locator('html')).toHaveClass(/\b(light|dark)\b/);
      await page.waitForLoadState('networkidle');
      expect(seen).toEqual({ forbidden: [], elsewhere: [] });
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
    const chooser = page.waitForEvent('filechooser');
    await expect(async () => {
      await page.getByRole('button', { name: 'Choose a file' }).click();
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
    expect(await page.evaluate(() => 'brought' in globalThis)).toBe(false);
    expect(seen.forbidden.join('\n')).toContain('script-src');
  });

  test('lets nobody frame a page', async ({ page }) => {
    await page.goto(address('/verify'));
    const framed = await page.request.get(address('/ATOM'));
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
