import { expect, test, type Page, type Request } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { marksAnswer, type MarksAnswer } from '../lib/api/marks';
import { account, crossingsTable, minutesTable } from '../lib/words/en/collateralPage';
import { expectAccessible } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';

// What collateral was marked at, in a real browser, over the rehearsal; an account is typed, and nothing of it goes out.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const QUERY = 'asset=WBETH&venue=binance&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&minPeers=2';
const PAGE = `/collateral?${QUERY}`;

/** Of an account: they stand in no request by chance. A unit's level is 27182.75 × 1.1618 ÷ 8.7304 = 3,617. */
const [UNITS, LOAN, LEVEL] = ['8.7304', '27182.75', '116.18'] as const;
const [RATIO, SOURCE] = ['1.0577215', 'my-own-broker'] as const;

async function type(page: Page): Promise<void> {
  await page.getByLabel(account.units).fill(UNITS);
  await page.getByLabel(account.loan).fill(LOAN);
  await page.getByLabel(account.level).fill(LEVEL);
}

const crossings = (page: Page) => page.locator('section[aria-labelledby=crossings]');

/** The rows of the table, worked out anew from prices of one unit: the first minute at which all units are worth no more than loan × level, and how many are. */
function firstOf(closes: readonly (number | null)[], { from }: MarksAnswer): readonly [clock: string, minutes: number] {
  const worth = Number(LOAN) * (Number(LEVEL) / 100);
  const below = closes.flatMap((close, slot) => (close !== null && close * Number(UNITS) <= worth ? [slot] : []));
  const at = new Date(Date.parse(from) + (below[0] ?? NaN) * 60_000).toISOString();
  return [at.slice(11, 16), below.length];
}

test('an account sees which reading fell to its level first, and for how long', async ({ page, request }) => {
  const answer = marksAnswer.parse(await (await request.get(address(`/api/v1/marks?${QUERY}`))).json());
  await page.goto(address(PAGE));
  await expect(crossings(page)).toContainText(crossingsTable.ask);
  await expect(async () => {
    await type(page);
    await expect(crossings(page).getByRole('table')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const rows = crossings(page).locator('tbody tr:not([id])');
  const own = firstOf(answer.readings.own.close, answer);
  const index = firstOf(answer.readings.index?.close ?? [], answer);
  expect(own[0] < index[0]).toBe(true);
  await expect(rows.nth(0)).toContainText('Own book');
  await expect(rows.nth(0)).toContainText(own[0]);
  await expect(rows.filter({ hasText: 'Published index' }).first()).toContainText(index[0]);
  await expect(rows.filter({ hasText: 'Underlying × ratio' })).toContainText('not crossed in 240 minutes with a mark');
  const counts = await rows.filter({ hasText: 'Own book' }).locator('td:nth-of-type(4)').allTextContents();
  expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(own[1]);
});

test('what is typed stays in the browser: no request, no address and no storage has it', async ({ page, context }) => {
  const requests: Request[] = [];
  await page.goto(address(PAGE));
  context.on('request', (request) => requests.push(request));
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/_next/')) throw new Error('a socket was opened');
  });
  await expect(async () => {
    await type(page);
    await expect(crossings(page).getByRole('table')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.getByRole('combobox', { name: account.ratio, exact: true }).selectOption('given');
  await page.getByLabel(account.ratioValue).fill(RATIO);
  await expect(page.getByText(account.sourceMissing)).toBeVisible();
  await page.getByLabel(account.ratioSource).fill(SOURCE);
  await page.getByLabel(account.field).selectOption('low');
  await page.getByRole('button', { name: minutesTable.show }).click();
  await expect(page.locator('section[aria-labelledby=minutes] tbody tr')).toHaveCount(240);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: minutesTable.save }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(241);
  expect(lines[1]).toContain(`,${RATIO},${SOURCE},`);
  expect(download.suggestedFilename()).toMatch(/^SIMULATED-WBETH-binance-marks-2025-10-10\.csv$/);
  // Another minute's page is asked for with the account still on the screen.
  await page.getByRole('link', { name: 'Method' }).first().hover();
  const secrets = [UNITS, LOAN, LEVEL, RATIO, SOURCE, '57721', '3617'];
  for (const request of requests) {
    if (request.url().startsWith('blob:')) continue;
    const said = `${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`;
    for (const secret of secrets) expect(said).not.toContain(secret);
  }
  expect(page.url()).toBe(address(PAGE));
  const stored = await page.evaluate(() =>
    [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join(' '),
  );
  for (const secret of secrets) expect(stored).not.toContain(secret);
  // Nor does the form that the address carries: its fields are other ones.
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForLoadState();
  for (const secret of secrets) expect(page.url()).not.toContain(secret);
});

test('a number that is none, an asset that stands for nothing, and a page without scripts say so', async ({
  page,
  browser,
}) => {
  await page.goto(address(PAGE));
  await expect(async () => {
    await page.getByLabel(account.loan).fill('1,000');
    await expect(page.getByText(account.notANumber)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.goto(address(PAGE.replace('WBETH', 'ATOM')));
  await expect(page.locator('#collateral-wrong')).toContainText('it takes');
  const still = await browser.newContext({ javaScriptEnabled: false });
  const plain = await still.newPage();
  await plain.goto(address(PAGE));
  await expect(plain.getByRole('img', { name: 'Marks of WBETH at Binance over time, by reading' })).toHaveCount(1);
  await expect(plain.getByText(/needs JavaScript/)).toBeVisible();
  await still.close();
});

test('a ratio of the address is the one that the tables multiply by, and the form keeps it', async ({ page }) => {
  await page.goto(address(`${PAGE}&ratio=1.05`));
  const finding = await page.getByRole('heading', { level: 1 }).textContent();
  const [, byIndex = ''] = /USD by its own book, ([\d,.]+) by the published index/.exec(finding ?? '') ?? [];
  const row = page.locator('section[aria-labelledby=readings] tbody tr').filter({ hasText: 'Published index' });
  await expect(row.first()).toContainText(byIndex);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/ratio=1\.05/);
});

test('the page is accessible in light and in dark, and fits a phone', async ({ page }) => {
  await expectAccessible(page, address(PAGE));
  await page.setViewportSize({ width: 390, height: 844 });
  await type(page);
  await expect(crossings(page).getByRole('table')).toBeVisible();
  await expect.poll(() => sidewaysOf(page)).toEqual([]);
});

test('the event and the asset lead to the page', async ({ page }) => {
  await page.goto(address('/events/2025-10-10'));
  await expect(page.getByRole('link', { name: 'Collateral' }).first()).toHaveAttribute('href', /^\/collateral\?from=/);
  await page.goto(address('/WBETH'));
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expect(
    page.locator('section[aria-labelledby=provenance]').getByRole('link', { name: 'Collateral' }),
  ).toHaveAttribute('href', '/collateral?asset=WBETH');
});

test('the rehearsal has the published figure: BNSOL at 21:43, 82.34 % below its trailing ratio × SOL’s low', async ({
  request,
}) => {
  const minute = 'asset=BNSOL&venue=binance&from=2025-10-10T21:43Z&to=2025-10-10T21:44Z';
  const reply = await request.get(address(`/api/v1/marks?${minute}`));
  const { readings } = marksAnswer.parse(await reply.json());
  const [own, byRatio] = [readings.own.low[0] ?? NaN, readings.ratio.low[0] ?? NaN];
  // daviesluo/daviesportfolios, as docs/collateral.md quotes it.
  expect(own / byRatio - 1).toBeCloseTo(-0.8234, 4);
  expect(readings.others.holes).toEqual(['too-few-peers']);
});
