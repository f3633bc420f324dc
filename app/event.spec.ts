import { expect, test, type Page } from '@playwright/test';
import { readPicture } from '../lib/evidence/picture';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';
import { expectSimulated } from './testing/simulated';

// What a person does with the rehearsed event, in a real browser. Prices are the simulator's; the figures expected are those
// published for 10 October 2025, through which its scenario passes.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const MINUTE = '/ATOM/2025-10-10T21:20Z';

/** What the page complained about, to be empty at the end. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/** What a page asks of an address of the API from now on. */
function askedOf(page: Page, api: string): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith(api)) asked.push(request.url());
  });
  return asked;
}

const asPercent = (text: string): number => Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));

test("ATOM's deepest episode is Binance's, at 21:20, −99.9 % or deeper, of the answer that came with the page; where the server is away a reader is told what to do, not an address of the API", async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const asked = askedOf(page, '/api/v1/deviations');
  await page.goto(address('/ATOM?utm_source=mail'));
  const first = page.getByRole('table').filter({ hasText: 'Peak' }).getByRole('row').nth(1);
  await expect(first).toContainText('Binance');
  await expect(first).toContainText('21:20');
  const peak = /−\d+\.\d+/.exec(await first.innerText())?.[0] ?? '';
  expect(asPercent(peak)).toBeLessThanOrEqual(-99.9);
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect([complaints, asked]).toEqual([[], []]);
  await page.context().setOffline(true);
  await page.getByLabel('Compare with').selectOption('venue:coinbase');
  const alert = page.getByRole('alert').filter({ hasText: 'The server cannot be reached' });
  await expect(alert).toBeVisible();
  await expect(alert).not.toContainText('/api/');
});

test('the first page says how much is stored and leads to the deepest minute', async ({ page }) => {
  await page.goto(address('/'));
  await expect(page.getByText(/^\d+ assets on \d+ venues, /).getByRole('link')).toHaveAttribute('href', '/coverage');
  const deepest = page.getByRole('table').first().getByRole('row').nth(1);
  await expect(deepest).toContainText('ATOM');
  await deepest.getByRole('link', { name: /21:20/ }).click();
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)20Z/);
});

test('a minute says in one sentence what happened, with the candles as the venues published them', async ({ page }) => {
  await page.goto(address(MINUTE));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no other venue traded lower that minute');
  const candles = page.getByRole('table').filter({ hasText: 'Volume, quote' });
  const binance = candles.getByRole('row', { name: /^Binance / });
  for (const figure of ['1.863', '2.283', '0.001', '1.997', '98,726.74', '1,582'])
    await expect(binance).toContainText(figure);
  const coinbase = candles.getByRole('row', { name: /^Coinbase / });
  for (const figure of ['3.56', '3.594', '2,425.45']) await expect(coinbase).toContainText(figure);
});

test('a minute uses the answer that came with its page, which is not asked again, and the keys ← and → move by a minute', async ({
  page,
}) => {
  const asked = askedOf(page, '/api/v1/deviations');
  await page.goto(address(`${MINUTE}?utm_source=mail`));
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const document = await page.evaluateHandle(() => window.document);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/T21(:|%3A)21Z/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('21:21');
  // The page was not loaded anew.
  expect(await document.evaluate((one) => one === window.document)).toBe(true);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/T21(:|%3A)19Z/);
});

test('the address alone reproduces the view, for another reader in another time zone', async ({ page, browser }) => {
  await page.goto(address('/ATOM#venues'));
  await expect(page).toHaveURL(/v=3&m=2&from=2025-10-10T20(:|%3A)00Z&to=2025-10-11T00(:|%3A)00Z&venues=binance/);
  const there = await browser.newContext({ timezoneId: 'America/Los_Angeles', locale: 'de-DE' });
  const other = await there.newPage();
  await other.goto(page.url());
  expect(other.url()).toBe(page.url());
  const tables = (of: Page): Promise<readonly string[]> => of.getByRole('table').allInnerTexts();
  await expect(page.getByRole('region', { name: 'Table: Who moved first' })).toBeVisible();
  const here = await tables(page);
  await expect.poll(() => tables(other)).toEqual(here);
  await there.close();
});

test('a table that the address names is in sight', async ({ page }) => {
  await page.goto(address('/ATOM#venues'));
  const tab = page.getByRole('tab', { name: 'Venues' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab).toBeInViewport();
  await page.getByRole('tab', { name: 'Markets' }).click();
  await expect(page.getByRole('tab', { name: 'Markets' })).toBeInViewport();
});

test('a choice made on the page stands in the address', async ({ page }) => {
  await page.goto(address('/ATOM'));
  await page.getByLabel('Compare with').selectOption('venue:coinbase');
  await expect(page).toHaveURL(/reference=venue(:|%3A)coinbase/);
  // The answer's notes push the tables down: a click begun before they come ends beside the tab.
  await expect(page.getByText(/every venue is compared with Coinbase alone/)).toBeVisible();
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expect(page).toHaveURL(/reference=venue(:|%3A)coinbase.*#provenance$/);
  await page.getByLabel('Compare with').selectOption('venue:kraken');
  await expect(page.getByText(/every venue is compared with Kraken alone/)).toBeVisible();
  await expect(page).toHaveURL(/reference=venue(:|%3A)kraken.*#provenance$/);
});

test('a broken link opens something sensible and says what it ignored', async ({ page }) => {
  await page.goto(address('/ATOM?v=3&m=2&from=2025-10-11T00:00Z&to=2025-10-10T20:00Z&minPeers=one&colour=red'));
  await expect(page.locator('canvas').first()).toBeVisible();
  for (const ignored of [/empty or reversed/, /minPeers is "one"/, /"colour" is not a parameter of this page/])
    await expect(page.getByText(ignored).first()).toBeVisible();
});

test('a minute of another threshold uses the answer that came with its page, which is not asked again', async ({
  page,
}) => {
  const asked = askedOf(page, '/api/v1/minutes/ATOM/');
  await page.goto(address(`${MINUTE}?enter=0.05&utm_source=mail`));
  await expect(page.locator('canvas').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
});

test('the picture in a link preview is at the app’s own address, whatever host a proxy names', async ({ request }) => {
  const reply = await request.get(address('/ATOM'), { headers: { 'x-forwarded-host': 'evil.example' } });
  const image = /<meta property="og:image" content="([^"]+)"/.exec(await reply.text())?.[1] ?? '';
  expect(image).toMatch(/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/api\/v1\/charts\/ATOM\.png\?/);
});

test('WBETH has too few venues for a median of its own, and the page says so instead of accusing', async ({ page }) => {
  await page.goto(address('/WBETH?reference=others'));
  await expect(page.getByText(/Only 3 venues take part for WBETH/).first()).toBeVisible();
  await expect(page.getByText('too few peers').first()).toBeVisible();
});

// Of the first page, front.spec.ts asks the same.
for (const path of ['/ATOM', MINUTE])
  test(`${path} is accessible in light and in dark, says SIMULATED in its title, above the fold and across the page, and fits a phone`, async ({
    page,
  }) => {
    await expectAccessible(page, address(path));
    await expectSimulated(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });

test('the picture carries its address and its digest, and says that it is simulated', async ({ page, request }) => {
  await page.goto(address(MINUTE));
  const href = await page.getByRole('link', { name: /PNG/ }).getAttribute('href');
  const reply = await request.get(address(href ?? ''));
  expect(reply.headers()['content-type']).toBe('image/png');
  const facts = readPicture(await reply.body());
  expect(facts?.simulated).toBe(true);
  expect(facts?.permalink).toContain('/ATOM/2025-10-10T21:20Z?v=3&m=2&');
  const page2 = await request.get(address(facts?.permalink ?? ''));
  expect(page2.status()).toBe(200);
  const numbers = await request.get(
    address(
      `/api/v1/deviations?asset=ATOM&${(facts?.permalink ?? '').split('?')[1]?.replace(/v=3&m=2&|&scale=\w+|&focus=\w+/g, '') ?? ''}`,
    ),
  );
  expect(((await numbers.json()) as { digest: string }).digest).toBe(facts?.digest);
});

test.describe('bad input is answered with a clear 4xx and no stack', () => {
  const cases = [
    ['/api/v1/deviations?asset=NOPE&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z', 404, /No data for NOPE/],
    ['/api/v1/deviations?asset=ATOM&from=2025-10-11T00:00Z&to=2025-10-10T20:00Z', 400, /empty or reversed/],
    ['/api/v1/deviations?asset=ATOM&from=1000000000-01-01T00:00Z&to=2025-10-11T00:00Z', 400, /is not a time/],
    [
      "/api/v1/deviations?asset=ATOM'; DROP TABLE market;--&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z",
      400,
      /is not an asset/,
    ],
    [`/api/v1/deviations?asset=${'A'.repeat(10_000)}`, 400, /characters long/],
    ['/api/v1/minutes/ATOM/2025-02-30T21:20Z', 400, /not a valid UTC time/],
    ['/api/v1/charts/ATOM.png?v=3&m=2&scale=cubic', 400, /scale is \\"cubic\\"; it takes auto, linear or log/],
    ['/ATOM/2025-02-30T21:20Z', 404, /2025-02-30/],
    ['/ATOM/2025-10-10T21:99Z', 400, /minute/],
    ['/NOPE', 404, /NOPE/],
  ] as const;
  for (const [path, status, said] of cases) {
    test(`${path.slice(0, 80)} is ${String(status)}`, async ({ request }) => {
      const reply = await request.get(address(path));
      expect(reply.status()).toBe(status);
      const text = await reply.text();
      expect(text).toMatch(said);
      expect(text).not.toMatch(/\bat \S+ \(.*:\d+:\d+\)/);
    });
  }

  test('a query of 10 MB is refused before it is read', async ({ request }) => {
    const reply = await request.get(address(`/api/v1/deviations?asset=${'A'.repeat(10_485_760)}`)).then(
      (answered) => answered.status(),
      // The server hangs up while the rest is still being sent.
      (failure: unknown) => (/ECONNRESET|EPIPE|socket hang up/.test(String(failure)) ? 431 : String(failure)),
    );
    expect(reply).toBe(431);
  });
});
