import { expect, test, type Locator, type Page } from '@playwright/test';
import { chartAwake } from './testing/awake';

// A chart under a hand: while it moves, what is painted is moved; when it rests, the chart is what it would have been anyway. The page's clock
// stands still, so that the hand rests when the test says so.

const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

/** A frame, and long enough for a hand to count as resting, in milliseconds. */
const FRAME = 20;
const REST = 400;

/** Zoomed to 80 minutes about 21:20 by keys, the mouse out of the way, and the clock stopped. */
async function opened(page: Page): Promise<Locator> {
  // A page keeps the reader's own face where ours comes late: two pages would differ by that.
  await page.route('**/*.woff2', (route) => route.abort());
  await page.clock.install();
  await page.goto(address(WINDOW));
  const chart = await chartAwake(page);
  await chart.scrollIntoViewIfNeeded();
  await chart.focus();
  for (const key of ['ArrowRight', '+', '+', '+']) await page.keyboard.press(key);
  await expect(page.getByText('Zoomed to')).toBeVisible();
  await chart.evaluate((element: HTMLElement) => {
    element.blur();
  });
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await page.clock.runFor(REST);
  return chart;
}

const movedOf = (chart: Locator): Locator => chart.locator('canvas[data-moved]');
/** What ECharts has painted, to the pixel. */
const paintedBy = (chart: Locator): Promise<string> =>
  chart.evaluate((element) => element.querySelector<HTMLCanvasElement>('canvas:not([data-moved])')?.toDataURL() ?? '');

async function placeOf(chart: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not there');
  return box;
}

/** A part of the price pane and the times under the strip, beside what stands at its edges. */
async function seen(page: Page, chart: Locator, by: number): Promise<readonly Buffer[]> {
  const { x, y, width } = await placeOf(chart);
  const part = { x: x + 300 + by, width: Math.min(400, width - 600) };
  return [
    await page.screenshot({ clip: { ...part, y: y + 60, height: 240 } }),
    await page.screenshot({ clip: { ...part, y: y + 360, height: 120 } }),
  ];
}

test('under a drag each pixel goes with the mouse, and at rest the chart is that of the same window drawn at once', async ({
  page,
  browser,
}) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  const before = await seen(page, chart, 0);
  const painted = await paintedBy(chart);
  await page.mouse.move(x + 500, y + 150);
  await page.mouse.down();
  for (const by of [40, 90, 120]) {
    await page.mouse.move(x + 500 + by, y + 150);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    expect(await seen(page, chart, by)).toEqual(before);
  }
  // ECharts has drawn nothing for it yet, and no table of values stands on a moved picture.
  expect(await paintedBy(chart)).toBe(painted);
  await expect(chart.locator('table')).toBeHidden();
  await page.mouse.up();
  await page.clock.runFor(REST);
  await expect(movedOf(chart)).toBeHidden();
  const rested = await paintedBy(chart);
  expect(rested).not.toBe(painted);

  const afresh = await (await browser.newContext()).newPage();
  const other = await opened(afresh);
  expect(await paintedBy(other)).toBe(painted);
  await afresh.mouse.move(x + 500, y + 150);
  await afresh.mouse.down();
  await afresh.mouse.move(x + 620, y + 150);
  await afresh.mouse.up();
  expect(await paintedBy(other)).toBe(rested);
  await afresh.context().close();
});

test('a wheel stretches the picture, says what it zoomed to when it rests, and leaves none of it behind', async ({
  page,
}) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  const line = await page.getByText('Zoomed to').textContent();
  const painted = await paintedBy(chart);
  await page.mouse.move(x + 500, y + 150);
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 2; notch += 1) {
    await page.mouse.wheel(0, 100);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
  }
  expect(await page.getByText('Zoomed to').textContent()).toBe(line);
  expect(await paintedBy(chart)).toBe(painted);
  await page.clock.runFor(REST);
  await page.keyboard.up('Control');
  await expect(movedOf(chart)).toBeHidden();
  expect(await paintedBy(chart)).not.toBe(painted);
  await expect(page.getByText('Zoomed to')).not.toHaveText(line ?? '');
});

test('what is pressed is what is drawn: a press draws exactly before it means a minute', async ({ page }) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  await page.mouse.move(x + 500, y + 150);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.clock.runFor(FRAME);
  await expect(movedOf(chart)).toBeVisible();
  await page.mouse.down();
  await expect(movedOf(chart)).toBeHidden();
  await page.mouse.up();
});

test.describe('by finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one finger across a zoomed chart moves it', async ({ page }) => {
    const chart = await opened(page);
    const { x, y, width } = await placeOf(chart);
    const line = await page.getByText('Zoomed to').textContent();
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at === undefined ? [] : [{ x: Math.round(at), y: Math.round(y + 150) }],
      });
    await touch('touchStart', x + width * 0.7);
    for (let by = 10; by <= 80; by += 10) await touch('touchMove', x + width * 0.7 - by);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    await touch('touchEnd');
    await page.clock.runFor(REST);
    await expect(movedOf(chart)).toBeHidden();
    await expect(page.getByText('Zoomed to')).not.toHaveText(line ?? '');
  });
});
