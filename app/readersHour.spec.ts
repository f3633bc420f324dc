import { expect, test, type Locator, type Page } from '@playwright/test';
import { readPicture } from '../lib/evidence/picture';
import { chartAwake } from './testing/awake';

// What a reader does within an hour, from a link that a chat mangled to a printed page: with a mouse on a wide screen, with fingers on
// a phone, and the whole way by keyboard once. Each test stands for itself, so that any two may run at once.

const ORIGIN = process.env['PLUMBLINE_ADDRESS'] ?? '';
const address = (path: string): string => `${ORIGIN}${path}`;

const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
/** ATOM's lowest minute of 10 October 2025: 0.001 on Binance at 21:20 UTC. */
const MINUTE = '/ATOM/2025-10-10T21:20Z';
const AT_THE_MINUTE = /\/ATOM\/2025-10-10T21(:|%3A)20Z\?/;

const finding = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const seen = (locator: Locator): Locator => locator.filter({ visible: true }).first();

const READERS = [
  { reader: 'on a wide screen', isPhone: false, use: { viewport: { width: 1440, height: 900 } } },
  {
    reader: 'on a phone',
    isPhone: true,
    use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  },
] as const;

/** The chart, once the canvas has taken over from the drawing that the page brought. */
async function chartOf(page: Page): Promise<Locator> {
  const chart = await chartAwake(page);
  await chart.scrollIntoViewIfNeeded();
  return chart;
}

/** Notes the address at every frame from now on; answers them. */
async function addressesOfFrames(page: Page): Promise<() => Promise<readonly string[]>> {
  const noted = await page.evaluateHandle(() => {
    const addresses: string[] = [];
    requestAnimationFrame(function frame() {
      addresses.push(window.location.search);
      requestAnimationFrame(frame);
    });
    return addresses;
  });
  return () => noted.jsonValue();
}

async function placeOf(chart: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not there');
  // Inside the pane of prices, below the bar that stays in sight.
  return { x: box.x, y: Math.max(box.y, 0) + 200, width: box.width };
}

/** Moves the mouse over the chart until the crosshair's table is of that minute. */
async function pointAt(page: Page, chart: Locator, iso: string): Promise<void> {
  const { x: left, y, width } = await placeOf(chart);
  const minuteAt = async (x: number): Promise<number> => {
    await page.mouse.move(x, y);
    const title = await chart.locator('.chart-tooltip strong').innerText();
    const [, day = '', clock = ''] = /(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) UTC/.exec(title) ?? [];
    return Date.parse(`${day}T${clock}Z`) / 60_000;
  };
  const wanted = Date.parse(iso) / 60_000;
  const [a, b] = [left + width * 0.3, left + width * 0.6];
  const [atA, atB] = [await minuteAt(a), await minuteAt(b)];
  expect(await minuteAt(a + ((b - a) * (wanted - atA)) / (atB - atA))).toBe(wanted);
}

/** Two fingers that part from each other about a place. */
async function pinch(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const fingers = (apart: number) =>
    [-1, 1].map((side, id) => ({ x: Math.round(x + side * apart), y: Math.round(y), id }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  for (let apart = 24; apart <= 60; apart += 4)
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

/** On a phone what is compared is in a sheet. */
const openSettings = async (page: Page, isPhone: boolean): Promise<void> => {
  if (isPhone) await page.getByRole('button', { name: 'Settings' }).click();
};

for (const { reader, isPhone, use } of READERS) {
  test.describe(`a reader ${reader}`, () => {
    test.use(use);

    test('opens a link that a chat mangled, under its one right spelling', async ({ page, request }) => {
      const clean = await request.get(address(`${MINUTE}?${WINDOW}&scale=log`));
      const mangled =
        '/ATOM/2025-10-10t21:20:00+00:00?utm_source=chat&amp;from=2025-10-10t20%3A00z&amp;to=2025-10-11T00:00%2B00:00&amp;scale=log.,)';
      await page.goto(address(mangled));
      await expect(page).toHaveURL(clean.url());
      await expect(page).toHaveURL(AT_THE_MINUTE);
      await expect(finding(page)).toContainText('0.001');
      await expect(page.getByText('Part of this address was ignored')).toHaveCount(0);
      await expect(seen(page.getByText('SIMULATED', { exact: true }))).toBeInViewport();
    });

    test('zooms on the fall and opens its minute', async ({ page }) => {
      await page.goto(address(`/ATOM?${WINDOW}`));
      const chart = await chartOf(page);
      const zoomed = page.getByText(/^Zoomed to 2025-10-10 2\d:\d\d to 2025-10-10 2\d:\d\d UTC/);
      if (isPhone) {
        const { x, y, width } = await placeOf(chart);
        // 21:20 lies a third into the window; how wide the margins are is the chart's own.
        const fall = { x: x + width * 0.45, y };
        await pinch(page, fall);
        await expect(zoomed).toBeVisible();
        await page.touchscreen.tap(fall.x, fall.y);
        await expect(page).toHaveURL(/\/ATOM\/2025-10-10T2\d(:|%3A)\d\dZ/);
        // None is deeper than the minute that is looked for.
        await expect(async () => {
          const here = page.url();
          if (AT_THE_MINUTE.test(here)) return;
          await page
            .getByRole('link', { name: /deeper minute/i })
            .first()
            .click({ timeout: 5_000 });
          // Pressed again before it has opened, a link begins anew.
          await expect(page).not.toHaveURL(here);
          expect(page.url()).toMatch(AT_THE_MINUTE);
        }).toPass({ intervals: [100] });
      } else {
        await chart.focus();
        await pointAt(page, chart, '2025-10-10T21:20Z');
        await page.mouse.wheel(0, -240);
        await expect(zoomed).toBeVisible();
        await page.mouse.wheel(0, -240);
        await pointAt(page, chart, '2025-10-10T21:20Z');
        await page.mouse.down();
        await page.mouse.up();
      }
      await expect(page).toHaveURL(AT_THE_MINUTE);
      await expect(finding(page)).toContainText('Binance');
      await expect(finding(page)).toContainText('0.001');
    });

    test('switches bloc, zone and language, each of which holds what the others chose', async ({ page }) => {
      await page.goto(address(`/ATOM?${WINDOW}`));
      const chart = await chartOf(page);
      await openSettings(page, isPhone);
      const bloc = page.getByLabel('Books compared');
      await bloc.selectOption('USDT');
      await expect(page).toHaveURL(/[?&]bloc=USDT/);
      await bloc.selectOption('USD');
      // Whoever copies the address copies what was chosen last, though both choices are drawn later, one after the other.
      const addresses = await addressesOfFrames(page);
      await expect(bloc).toHaveValue('USD');
      await expect(page).toHaveURL(/[?&]bloc=USD(&|$)/);
      for (const one of await addresses()) expect(one).toMatch(/[?&]bloc=USD(&|$)/);
      if (isPhone) await page.getByRole('button', { name: 'Show the chart' }).click();
      await seen(page.getByRole('combobox', { name: 'Time zone' })).selectOption('utc+9');
      await expect(page.getByText('2025-10-11 05:00 to 2025-10-11 09:00 UTC+9, 4 h')).toBeVisible();
      await expect(chart.locator('canvas').first()).toBeVisible();
      expect(page.url()).not.toMatch(/zone|%2B9|\+9/);
      await seen(page.getByRole('combobox', { name: 'Language' })).selectOption('ko');
      await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
      await expect(page).toHaveURL(/[?&]bloc=USD&.*lang=ko|[?&]lang=ko&.*bloc=USD(&|$)/);
      await expect(page.getByText('2025-10-11 05:00 ~ 2025-10-11 09:00 UTC+9')).toBeVisible();
      await expect(finding(page)).toContainText('Binance');
    });

    test('copies the link, and somebody else sees the same picture', async ({ page, browser }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(ORIGIN).origin });
      await page.goto(address(`${MINUTE}?${WINDOW}&scale=log&lines=kraken`));
      await expect(finding(page)).toContainText('0.001');
      await page.getByRole('button', { name: 'Copy link' }).click();
      await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const elsewhere = await browser.newContext({ timezoneId: 'America/New_York', locale: 'en-GB' });
      const other = await elsewhere.newPage();
      await other.goto(link);
      await expect(finding(other)).toHaveText(await finding(page).innerText());
      const [here, there] = await Promise.all([page, other].map((one) => pictureOf(one)));
      expect(there?.facts).toEqual(here?.facts);
      expect(there?.png.equals(here?.png ?? Buffer.alloc(0))).toBe(true);
      await elsewhere.close();
    });

    test('exports the picture and prints the page', async ({ page }) => {
      await page.goto(address(`${MINUTE}?${WINDOW}`));
      await expect(finding(page)).toContainText('0.001');
      const { png, facts } = await pictureOf(page);
      // Its width and height, from the header of the PNG.
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3_200, 1_800]);
      expect(facts?.simulated).toBe(true);
      expect(facts?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(facts?.permalink).toContain(`${MINUTE}?v=3`);
      const sentence = await finding(page).innerText();
      await page.emulateMedia({ media: 'print' });
      await expect(finding(page)).toHaveText(sentence);
      await expect(page.getByText('Printed from')).toContainText(page.url());
      for (const role of ['button', 'combobox', 'textbox', 'tab'] as const)
        await expect(page.getByRole(role).filter({ visible: true })).toHaveCount(0);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.slice(0, 5)).toBe('%PDF-');
      expect(pdf).toMatch(/\/Type\s*\/Page\b/);
    });
  });
}

/** The picture that the page exports, and what is written in it. */
async function pictureOf(page: Page): Promise<{ png: Buffer; facts: ReturnType<typeof readPicture> }> {
  const href = await page.getByRole('link', { name: 'PNG' }).first().getAttribute('href');
  const reply = await page.request.get(address(href ?? ''));
  expect(reply.headers()['content-type']).toBe('image/png');
  const png = await reply.body();
  return { png, facts: readPicture(png) };
}

test('a reader with a keyboard alone finds the minute, looks around, and exports and copies what they see', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(ORIGIN).origin });
  await page.goto(address('/'));
  const field = page.getByRole('combobox', { name: 'Asset, minute, venue, event or link' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('ATOM 21:19');
  await expect(page.getByRole('option').first()).toHaveText(/^ATOM, 2025-10-10 21:19\sUTC/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)19Z/);
  await chartOf(page);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(AT_THE_MINUTE);
  await expect(finding(page)).toContainText('0.001');
  await page.keyboard.press('z');
  await expect(page.getByText(/\(\d\d:\d\d UTC\+14, 2025-10-11\)/)).toBeVisible();
  const opened = context.waitForEvent('page');
  await page.keyboard.press('e');
  const picture = await opened;
  await expect(picture).toHaveURL(/\/api\/v1\/charts\/ATOM\/2025-10-10T21(:|%3A)20Z\.png\?/);
  await picture.close();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});
