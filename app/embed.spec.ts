import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chartAwake } from './testing/awake';

// A view inside a page of another site.

const address = (at: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${at}`;
const VIEW = '/ATOM/2025-10-10T21:20Z?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** The lines that docs/embed.md gives. */
const [, SNIPPET = ''] =
  /(<script>[\s\S]*<\/script>)/.exec(readFileSync(path.join(import.meta.dirname, '..', 'docs', 'embed.md'), 'utf8')) ??
  [];

/** A page of another origin. */
async function otherSite(html: string): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}/`, close: () => server.close() };
}

test.describe('a view inside a page of another origin', () => {
  test('gives its frame the height of what is in it, and again when the page becomes narrow', async ({ page }) => {
    const site = await otherSite(
      `<!doctype html><html lang="en"><title>An article</title>${SNIPPET}<iframe src="${address(`/embed${VIEW}`)}" title="ATOM" width="100%" height="300" style="border:0"></iframe></html>`,
    );
    try {
      await page.setViewportSize({ width: 900, height: 700 });
      await page.goto(site.url);
      const frame = page.frameLocator('iframe');
      await expect(frame.getByRole('heading', { level: 1 })).toContainText('ATOM traded as low as');
      const fits = (): Promise<number> =>
        page.evaluate(() => {
          const own = document.querySelector('iframe');
          return own === null ? NaN : Number(own.height);
        });
      const inside = async (): Promise<number> => {
        const box = await frame.locator('article').boundingBox();
        const outer = await page.locator('iframe').boundingBox();
        return box === null || outer === null ? NaN : Math.ceil(box.y + box.height - outer.y);
      };
      await expect.poll(async () => (await fits()) - (await inside())).toBe(0);
      expect(await fits()).toBeGreaterThan(500);
      const wide = await fits();
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(async () => (await fits()) !== wide && (await fits()) - (await inside())).toBe(0);
    } finally {
      site.close();
    }
  });

  test('has the finding, the chart, its source and the way to the view, and nothing else to go to', async ({
    page,
  }) => {
    await page.goto(address(`/embed${VIEW}`));
    await chartAwake(page);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByText('SIMULATED').first()).toBeVisible();
    await expect(page.getByText(/^Source: 1-minute candles of Binance, /)).toBeVisible();
    const links = page.getByRole('link');
    await expect(links).toHaveCount(1);
    await expect(links).toHaveAttribute('href', /^\/ATOM\/2025-10-10T21:20Z\?/);
    await expect(links).toHaveAttribute('target', '_blank');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysOf(page)).toEqual([]);
  });

  test('is light or dark by its address, or else as its reader prefers', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    for (const [theme, expected] of [
      ['&theme=dark', 'dark'],
      ['', 'light'],
    ] as const) {
      await page.goto(address(`/embed${VIEW}${theme}`));
      await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${expected}\\b`));
    }
  });

  test('may be framed by anybody, and is no page for search engines', async ({ request }) => {
    const response = await request.get(address(`/embed${VIEW}`));
    expect(response.headers()['content-security-policy']).toContain('frame-ancestors *');
    expect(await response.text()).toContain('<meta name="robots" content="noindex"');
    const other = await request.get(address('/embed/NOPE'));
    expect(await other.text()).toContain('Nothing is stored here for this address.');
  });

  test('a marked minute’s window says its date once', async ({ page }) => {
    await page.goto(address('/embed/ATOM/2025-10-10T21:20Z'));
    await expect(page.locator('header p')).toHaveText('ATOM, 2025-10-10 20:50 to 21:51 UTC');
  });
});
