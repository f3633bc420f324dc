import { expect, test, type Locator } from '@playwright/test';
import { BRUSH_FOOT } from '../lib/charts/look/layout';
import { chartAwake } from './testing/awake';

// What a printed page holds, and what search engines and phones are told, in a real browser.

/** A4 upright between its margins. */
const PAPER = { width: 703, height: 1_030 };
async function boxOf(one: Locator): Promise<{ readonly width: number; readonly height: number }> {
  const box = await one.boundingBox();
  if (box === null) throw new Error('nothing is there');
  return box;
}

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
  await page.setViewportSize(PAPER);
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

test('on paper a chart is all there, above its brush, and says nothing of what a hand may do', async ({ page }) => {
  await page.goto(address('/ATOM/2025-10-10T21:20Z'));
  const chart = await chartAwake(page);
  await expect(page.getByText('Choose another in the chart')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Choose another in the chart')).toBeHidden();
  // The drawing that the page brought is printed in place of the canvas.
  const drawing = chart.locator('svg').filter({ visible: true });
  await expect(drawing).toHaveCount(1);
  await expect(chart.locator('canvas').filter({ visible: true })).toHaveCount(0);
  const [whole, shown] = [await boxOf(drawing), await boxOf(chart)];
  const scale = whole.width / Number((await drawing.getAttribute('viewBox'))?.split(' ')[2]);
  expect(whole.height - shown.height).toBeCloseTo(BRUSH_FOOT * scale, 0);
});

test('on paper the letters of a chart have 8 points and more', async ({ page }) => {
  await page.setViewportSize(PAPER);
  for (const path of ['/ATOM', '/ATOM/2025-10-10T21:20Z', '/events/2025-10-10']) {
    await page.goto(address(path));
    await page.emulateMedia({ media: 'print' });
    const sizes = await page
      .locator('.drawn-wide svg, figure svg')
      .filter({ visible: true })
      .first()
      .evaluate((svg: SVGSVGElement) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
      });
    // A CSS pixel is three quarters of a point.
    expect(Math.min(...sizes) * 0.75, path).toBeGreaterThan(7.99);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('on paper the words over a pane stand beside each other: drawn smaller, its letters keep their widths', async ({
  page,
}) => {
  await page.setViewportSize(PAPER);
  await page.goto(address('/ATOM/2025-10-10T21:20Z'));
  await page.emulateMedia({ media: 'print' });
  const texts = page.locator('.drawn-wide svg text');
  const boxOfText = async (words: string): Promise<DOMRect> =>
    texts
      .filter({ hasText: words })
      .first()
      .evaluate((text) => text.getBoundingClientRect().toJSON() as DOMRect);
  for (const [bold, beside] of [
    ['Deviation from the others’ median', 'lows below'],
    ['Furthest deviation, minute by minute', 'framed: episodes'],
  ] as const)
    expect((await boxOfText(beside)).left).toBeGreaterThan((await boxOfText(bold)).right + 4);
});

test('on paper the marks of collateral have legible letters and the zone of their times, and what was typed is told in words', async ({
  page,
}) => {
  await page.setViewportSize(PAPER);
  await page.goto(
    address('/collateral?asset=WBETH&venue=binance&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&minPeers=2'),
  );
  const crossings = page.locator('section[aria-labelledby=crossings]');
  await page.emulateMedia({ media: 'print' });
  await expect(crossings).toBeHidden();
  const chart = page.getByRole('img', { name: /^Marks of WBETH/ }).filter({ visible: true });
  await expect(chart).toHaveCount(1);
  // 12 of its own units.
  const { width } = await boxOf(chart);
  expect((12 * width) / Number((await chart.getAttribute('viewBox'))?.split(' ')[2])).toBeGreaterThan(11);
  await expect(chart.locator('text', { hasText: /^UTC$/ })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(async () => {
    await page.getByLabel('Units held').fill('8.7304');
    await page.getByLabel('Loan, USD').fill('27182.75');
    await page.getByLabel('Level, collateral ÷ loan in %').fill('116.18');
    await expect(crossings.getByRole('table')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('term').filter({ hasText: 'Units held' })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const [name, value] of [
    ['Units held', '8.7304'],
    ['Loan, USD', '27182.75'],
    ['Level, collateral ÷ loan in %', '116.18'],
    ['Marked by', 'Close'],
  ] as const) {
    const said = page.locator('dl > div').filter({ has: page.getByRole('term').getByText(name, { exact: true }) });
    await expect(said.getByRole('definition')).toHaveText(value);
  }
  await expect(crossings.getByRole('table')).toBeVisible();
});

test('no form is printed, and no question that is shut', async ({ page }) => {
  for (const path of [
    '/compare',
    '/scan',
    '/contagion?asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T22:00Z',
    '/lows',
  ]) {
    await page.goto(address(path));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main').locator('input, select').filter({ visible: true }), path).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  }
  await page.goto(address('/ATOM/2025-10-10T21:20Z'));
  const questions = page.locator('section[aria-labelledby=ask] details');
  await expect(questions.first()).toBeVisible();
  expect(await questions.count()).toBeGreaterThan(1);
  await page.emulateMedia({ media: 'print' });
  await expect(questions.filter({ visible: true })).toHaveCount(1);
});

test('on paper a chart that no longer shows what the page brought is as wide as the paper, not cut at its edge', async ({
  page,
}) => {
  // Paper is narrower than the window, and nothing is drawn anew for it.
  await page.addInitScript(() => {
    window.ResizeObserver = class extends ResizeObserver {
      constructor(told: ResizeObserverCallback) {
        super((...all) => {
          if (!matchMedia('print').matches) told(...all);
        });
      }
    };
  });
  await page.goto(address('/ATOM?scale=linear'));
  const chart = await chartAwake(page);
  await page.evaluate(() => {
    // As where the page was opened from another, and brought no drawing.
    for (const svg of document.querySelectorAll('[role=application] svg')) svg.remove();
  });
  await page.addStyleTag({ content: '@media print { main { width: 500px } }' });
  const canvas = chart.locator('canvas').first();
  const drawn = await boxOf(canvas);
  expect(drawn.width).toBeGreaterThan(500);
  await page.emulateMedia({ media: 'print' });
  const [paper, shown] = [await boxOf(chart), await boxOf(canvas)];
  expect(shown.width).toBeCloseTo(paper.width, 0);
  expect(shown.height - paper.height).toBeCloseTo((BRUSH_FOOT * shown.width) / drawn.width, 0);
});

test('paper has the inks of light pages where the screen is dark', async ({ page }) => {
  const fills = () =>
    page
      .locator('figure svg text')
      .evaluateAll((all) => [...new Set(all.map((text) => getComputedStyle(text).fill))].sort());
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address('/'));
  const light = await fills();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(fills).not.toEqual(light);
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await fills()).toEqual(light);
});

test('the chart of an event and the bars of venues are printed as a page as wide as paper has them', async ({
  page,
}) => {
  await page.setViewportSize(PAPER);
  await page.goto(address('/events/2025-10-10'));
  await page.emulateMedia({ media: 'print' });
  const chart = page.getByRole('img', { name: /episodes/i }).filter({ visible: true });
  await expect(chart).toHaveCount(1);
  const drawing = await chart.locator('svg').boundingBox();
  expect(drawing?.width).toBeGreaterThan(PAPER.width - 2);
  // 180 mm: what its head leaves of a sheet.
  expect(drawing?.height).toBeLessThan((180 / 25.4) * 96 + 1);
  await page.goto(address('/venues/binance'));
  expect(
    await page
      .locator('.bar')
      .first()
      .evaluate((bar) => getComputedStyle(bar).printColorAdjust),
  ).toBe('exact');
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
