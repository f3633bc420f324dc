import { readFile } from 'node:fs/promises';
import { expect, test, type Page, type Request } from '@playwright/test';
import { orderLogAnswer } from '../lib/api/orderLog';
import { logFileWords, logPicker, logStrip, logTotals } from '../lib/words/en/orderLogPage';
import { expectAccessible, expectNoFaults } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';
import { takenOver } from './testing/takenOver';
import { strictly } from '../lib/api/testing/strictly';

// A bot's own log in a real browser: read, counted, shown under a chart; nothing of it goes out.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

/** What stands in no request by chance. */
const SECRETS = ['secret-bot', '8675309', '-2022', '-1008', '-7777', '05:16', '21:16:07'];
const LINES = [
  '2025-10-11 05:12:01,000 - bot - INFO - order 8675309 filled',
  ...Array.from(
    { length: 12 },
    (_, i) =>
      `2025-10-11 05:16:0${String(i % 10)},000 - bot - ERROR - reduceOnly=true binance {"code":-2022,"msg":"ReduceOnly Order is rejected."}`,
  ),
  ...Array.from(
    { length: 5 },
    (_, i) =>
      `2025-10-11 05:18:0${String(i)},000 - bot - ERROR - binance {"code":-1008,"msg":"Server is currently overloaded"}`,
  ),
  '2025-10-11 05:19:00,000 - bot - ERROR - order rejected code=-7777',
  '2025-02-30 05:19:00,000 - bot - ERROR - order rejected',
  '2025-10-11 05:40:00,000 - bot - INFO - order 8675310 filled',
];

const log = { name: 'secret-bot.log', mimeType: 'text/plain', buffer: Buffer.from(LINES.join('\n')) };

const total = (page: Page) => page.locator('section[aria-labelledby=total]');

/** Puts the log into the page once it takes it (put in twice, it is read anew from the start), and says its clock. */
async function read(page: Page): Promise<void> {
  const input = page.locator('input[type=file]');
  await takenOver(input);
  await input.setInputFiles(log);
  await expect(page.getByText(logFileWords.asks)).toBeVisible();
  await page.getByLabel(logFileWords.zone).selectOption('480');
  await expect(total(page)).toBeVisible();
}

test.describe('an order log', () => {
  test('is counted by code and minute, accessibly on a desk and on a phone, in both themes; its clock is asked for; bad lines are listed', async ({
    page,
  }) => {
    await expectAccessible(page, address('/orderlog'));
    await read(page);
    await expect(total(page)).toContainText(logTotals.attempts(18, 20));
    await expect(total(page)).toContainText(logTotals.run(18));
    await expect(page.locator('section[aria-labelledby=codes] tbody tr').first()).toContainText('binance -2022');
    await expect(page.locator('section[aria-labelledby=minutes] tbody tr')).toHaveCount(3);
    await expect(page.locator('section[aria-labelledby=lines] tbody th')).toHaveText(['20']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: logTotals.saveJson }).click(),
    ]);
    const answer = strictly(orderLogAnswer).parse(JSON.parse(await readFile(await download.path(), 'utf8')));
    expect(answer.minutes.map(({ minute, rejected }) => [minute, rejected])).toEqual([
      ['2025-10-10T21:12Z', 0],
      ['2025-10-10T21:16Z', 12],
      ['2025-10-10T21:18Z', 5],
      ['2025-10-10T21:19Z', 1],
      ['2025-10-10T21:40Z', 0],
    ]);
    await expectNoFaults(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysOf(page)).toEqual([]);
  });

  test('stays in the browser, and stands under a chart of its tab until it is removed', async ({ page, context }) => {
    await page.goto(address('/orderlog'));
    await expect(page.getByRole('button', { name: logPicker.choose })).toBeVisible();
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    page.on('websocket', (socket) => {
      // The development server's own, which tells the page that its code changed.
      if (!new URL(socket.url()).pathname.startsWith('/_next/')) throw new Error('a socket was opened');
    });
    await read(page);
    for (const name of [logTotals.saveCsv, logTotals.saveMarkdown]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      expect(await readFile(await download.path(), 'utf8')).toContain('-2022');
    }
    await page.getByRole('button', { name: logStrip.show }).click();
    await page.goto(address('/ATOM?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z'));
    const strip = page.getByRole('region', { name: logStrip.title });
    await expect(strip).toContainText(logStrip.own);
    for (const figure of [logTotals.attempts(18, 20), logTotals.run(18)]) await expect(strip).toContainText(figure);
    await strip.getByRole('img').hover();
    await expect(strip.locator('svg rect')).not.toHaveCount(0);
    await page.goto(address('/ATOM/2025-10-10T21:20Z'));
    await expect(strip).toBeVisible();
    for (const request of requests) {
      if (request.url().startsWith('blob:')) continue;
      expect([request.method(), request.postData()], request.url()).toEqual(['GET', null]);
      expect(new URL(request.url()).origin).toBe(new URL(address('/')).origin);
      for (const secret of SECRETS) expect(decodeURIComponent(request.url())).not.toContain(secret);
    }
    await strip.getByRole('button', { name: logStrip.remove }).click();
    await expect(strip).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('application')).toBeVisible();
    await expect(strip).toHaveCount(0);
  });
});
