import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page, type Request } from '@playwright/test';
import { auditAnswer, sharedAudit } from '../lib/api/audit';
import { auditFile, auditProblems, auditTables, zoneWarning } from '../lib/words/en/auditPage';
import { workedExample } from '../lib/words/en/workedExample';
import { expectAccessible, expectNoFaults } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';
import { takenOver } from './testing/takenOver';
import { strictly } from '../lib/api/testing/strictly';

// A person's own fills in a real browser: read, compared, shown; nothing of them goes out.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
/** Amounts, prices and a second that stand in no request by chance. */
const SECRETS = ['3.1415926', '2718.281', '8.5397342', '57721', '21:40:37', '21:40', 'secret-account'];
const ROWS = [
  '2025-10-10 21:40:37,ATOMUSDT,SELL,3.1415926,2718.281ATOM,8.5397342USDT,0.57721ATOM',
  '2025-10-10 21:40:38,ATOMUSDT,BUY,2.5,1ATOM,2.5USDT,0.001ATOM',
  '2025-10-10 21:40:39,ATOMUSDT,HOLD,2.5,1ATOM,2.5USDT,0.001ATOM',
  '2025-10-10 21:40:40,NOSUCHCOIN,SELL,2.5,1,2.5,0.001',
];

const csv = (rows: readonly string[], name = 'secret-account.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([HEAD, ...rows].join('\r\n')),
});

/** Puts files into the page once it takes them: put in twice, they are read anew from the start. */
async function putIn(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  const input = page.locator('input[type=file]');
  await takenOver(input);
  await input.setInputFiles(files);
}

async function choose(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await putIn(page, file);
  await expect(page.getByRole('heading', { name: auditFile.title })).toBeVisible();
}

const total = (page: Page) => page.locator('section[aria-labelledby=total]');

test.describe('fills against the market', () => {
  test('wait for a file that cannot be read, and are compared once it is left out', async ({ page }) => {
    await page.goto(address('/audit'));
    const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no fills in here') };
    await putIn(page, [csv(ROWS), notes]);
    await expect(page.getByText(auditProblems.waits)).toBeVisible();
    await expect(total(page)).toHaveCount(0);
    await page.getByRole('button', { name: auditFile.leaveOutFile('notes.txt') }).click();
    await expect(total(page)).toContainText('2 of 3 fills have a figure.');
    await expect(page.getByRole('button', { name: /^Leave out/ })).toHaveCount(0);
  });

  test('are shown with totals, and rows that cannot be read by line, accessibly on a desk and on a phone, in both themes', async ({
    page,
  }) => {
    await expectAccessible(page, address('/audit'));
    await expect(page.getByRole('complementary', { name: workedExample.label })).toHaveCount(0);
    await choose(page, csv(ROWS));
    await expect(total(page)).toContainText('2 of 3 fills have a figure.');
    await expect(total(page)).toContainText('0.57821 ATOM');
    await expect(page.locator('section[aria-labelledby=rows-0] tbody th')).toHaveText(['4']);
    await expect(page.locator('section[aria-labelledby=rows-0]')).toContainText('NOSUCHCOIN');
    await expectNoFaults(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: auditTables.saveJson }).click(),
    ]);
    const answer = strictly(auditAnswer).parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    for (const { money, reference, priceUsd, quantity, side } of answer.fills) {
      if (money === null) continue;
      const apart = ((reference ?? NaN) - (priceUsd ?? NaN)) * Number(quantity) * (side === 'sell' ? 1 : -1);
      expect(Math.abs(apart - Number(money))).toBeLessThan(0.006);
    }
    await page.getByLabel(auditTables.hide).check();
    await expect(total(page)).not.toContainText(/\d+\.\d{2} USD/);
    await page.getByLabel(auditTables.hide).uncheck();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysOf(page)).toEqual([]);
  });

  test('stay in the browser: requests hold markets and whole days, and nothing else of the file', async ({
    page,
    context,
  }) => {
    await page.goto(address('/audit'));
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    page.on('websocket', () => {
      throw new Error('a socket was opened');
    });
    await choose(page, csv(ROWS));
    await expect(total(page)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: auditTables.saveCsv }).click(),
    ]);
    expect((await readFile(await download.path(), 'utf8')).split('\n')).toHaveLength(5);
    const saved = async (button: string): Promise<string> => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return readFile(await file.path(), 'utf8');
    };
    const shared = await saved(auditTables.saveShared);
    expect(strictly(sharedAudit).parse(JSON.parse(shared)).total.fills).toBe(3);
    for (const secret of SECRETS.filter((one) => one !== '21:40')) expect(shared).not.toContain(secret);
    expect(await saved(auditTables.saveNames)).toBe(
      'kind,written,name\naccount,A,secret-account.csv\nfile,1,secret-account.csv\n',
    );
    await page.getByRole('textbox', { name: auditFile.account }).fill('secret-account of somebody');
    await page.getByRole('textbox', { name: auditFile.account }).press('Enter');
    await expect(total(page)).toBeVisible();
    await expect(page.locator('section[aria-labelledby=curves] svg').last()).toBeVisible();
    for (const request of requests) {
      if (request.url().startsWith('blob:')) continue;
      expect([request.method(), request.postData()], request.url()).toEqual(['GET', null]);
      expect(new URL(request.url()).origin).toBe(new URL(address('/')).origin);
      for (const secret of SECRETS) expect(decodeURIComponent(request.url())).not.toContain(secret);
    }
    const asked = requests
      .map((request) => new URL(request.url()))
      .filter(({ pathname }) => pathname.startsWith('/api/') && pathname !== '/api/v1/progress');
    expect(asked.map(({ pathname }) => pathname)).toContain('/api/v1/deviations');
    for (const { pathname, searchParams } of asked.filter(({ pathname: path }) => path !== '/api/v1/overview')) {
      expect(pathname).toBe('/api/v1/deviations');
      expect([searchParams.get('from'), searchParams.get('to')]).toEqual(['2025-10-10T00:00Z', '2025-10-11T00:00Z']);
    }
    expect(new URL(page.url()).search).toBe('');
  });

  test('written by another clock are found, and read by it at a press', async ({ page }) => {
    const source = await fetch(address('/api/v1/deviations?asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T21:10Z'));
    const { series } = (await source.json()) as {
      series: { venue: string; market: string; close: number[]; rate: number[] }[];
    };
    const own = series.find(({ venue }) => venue === 'coinbase');
    if (own === undefined) throw new Error('the rehearsal has no Coinbase');
    // At Coinbase's own closes, as a clock in UTC+8 shows their minutes.
    const rows = own.close.map((close, m) => `2025-10-11 05:0${String(m)}:30,ATOMUSD,SELL,${String(close)},1,1,0`);
    await page.goto(address('/audit'));
    const file = csv(rows, 'clock.csv');
    file.buffer = Buffer.from(['Time,Symbol,Side,Price,Quantity,Amount,Fee', ...rows].join('\n'));
    await choose(page, file);
    await expect(page.getByText(auditFile.asks)).toBeVisible();
    await page.getByLabel(auditFile.venue).selectOption('coinbase spot');
    await page.getByLabel(auditFile.zone).selectOption('0');
    await expect(page.getByText(zoneWarning.says('UTC', 0, 'UTC+8', 10, 10))).toBeVisible();
    await page.getByRole('button', { name: zoneWarning.use('UTC+8') }).click();
    await expect(total(page)).toContainText('of 10 fills have a figure.');
    await expect(page.getByText(zoneWarning.title)).toHaveCount(0);
  });
});
