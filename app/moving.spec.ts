import { expect, test, type Locator, type Page } from '@playwright/test';
import { chartAwake } from './testing/awake';

// A chart under a hand: while it moves, what is painted is moved; when it rests, the chart is what it would have been anyway. The page's clock
// stands still, so that the hand rests when the test says so.

const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

// The whole chart, its brush included.
test.use({ viewport: { width: 1280, height: 1200 } });

/** A frame, and long enough for a hand to count as resting, in milliseconds. */
const FRAME = 20;
const REST = 400;
/** From the chart's foot to the middle of its brush, and from its top into its strip, in pixels. */
const BRUSH = 21;
const STRIP = 580;

/** A moment that has not come when the clock is told of it, however busy the machine: to one that has gone by it cannot be stopped. */
const AHEAD = 60_000;

/** Stops the page's clock, after whatever was waiting for it. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.pauseAt(await page.evaluate((ahead) => Date.now() + ahead, AHEAD));
  await page.clock.runFor(REST);
}

/** Zoomed to 71 minutes about 21:20 by keys, the mouse out of the way, and the clock stopped. */
async function opened(page: Page): Promise<Locator> {
  // A page keeps the reader's own face where ours comes late: two pages would differ by that.
  await page.route('**/*.woff2', (route) => route.abort());
  await page.clock.install();
  await page.goto(address(WINDOW));
  const chart = await chartAwake(page);
  await chart.scrollIntoViewIfNeeded();
  await chart.focus();
  for (const key of ['ArrowRight', '+', '+', '+']) await page.keyboard.press(key);
  // Of the 80.5 minutes from the left end to 21:20, and of the 159.5 to its right, 8 parts in 27: from 20:56:09 to 22:07:15.
  await expect(page.getByText('Zoomed to 2025-10-10 20:57 to 2025-10-10 22:08 UTC')).toBeVisible();
  await chart.evaluate((element: HTMLElement) => {
    element.blur();
  });
  await stopClock(page);
  return chart;
}

const movedOf = (chart: Locator): Locator => chart.locator('canvas[data-moved]');
/** What ECharts has painted, to the pixel. */
const paintedBy = (chart: Locator): Promise<string> =>
  chart.evaluate((element) => element.querySelector<HTMLCanvasElement>('canvas:not([data-moved])')?.toDataURL() ?? '');

/** Pixels of a letter or two: three steps of a hand, added up, put one a quarter of a pixel beside where a single step puts it. Another minute changes thousands. */
const A_LETTER = 200;

/** How many pixels of two pictures of one size differ. */
const differingIn = (page: Page, one: string, other: string): Promise<number> =>
  page.evaluate(
    async (addresses) => {
      const [a = new Uint32Array(), b = new Uint32Array()] = await Promise.all(
        addresses.map(async (address) => {
          const picture = Object.assign(new Image(), { src: address });
          await picture.decode();
          const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
          pen?.drawImage(picture, 0, 0);
          return new Uint32Array(
            pen?.getImageData(0, 0, picture.width, picture.height).data.buffer ?? new ArrayBuffer(),
          );
        }),
      );
      return a.length === b.length ? a.filter((pixel, at) => pixel !== b[at]).length : Infinity;
    },
    [one, other],
  );

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

/** Where the brush's ends and the panes' right edge are: in the row of pixels through the brush's middle, its frame is the outermost, and the longest stretch of one colour is what lies between the handles. */
async function brushOf(chart: Locator): Promise<{ x: number; y: number; from: number; to: number; right: number }> {
  const { x, y } = await placeOf(chart);
  const found = await chart.evaluate((element, above) => {
    const canvas = element.querySelector<HTMLCanvasElement>('canvas:not([data-moved])');
    const row = canvas?.height === undefined ? 0 : canvas.height - above;
    const pixels = canvas?.getContext('2d')?.getImageData(0, row, canvas.width, 1).data ?? new Uint8ClampedArray();
    const colours = new Uint32Array(pixels.buffer);
    const left = colours.findIndex((colour) => colour !== 0);
    let longest = { from: 0, to: 0 };
    for (let from = left; from < colours.length;) {
      let to = from + 1;
      while (to < colours.length && colours[to] === colours[from]) to += 1;
      if (colours[from] !== 0 && to - from > longest.to - longest.from) longest = { from, to };
      from = to;
    }
    return { ...longest, right: colours.findLastIndex((colour) => colour !== 0), row };
  }, BRUSH);
  const [from, to] = [x + found.from, x + found.to];
  return { x: Math.round((from + to) / 2), y: y + found.row, from, to, right: found.right };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** One finger: put down, moved and lifted. */
async function fingerOf(
  page: Page,
): Promise<(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Place) => Promise<unknown>> {
  const client = await page.context().newCDPSession(page);
  return (type, at) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at === undefined ? [] : [{ x: Math.round(at.x), y: Math.round(at.y) }],
    });
}

/** The minutes of the line that says what is zoomed to. */
async function zoomed(page: Page): Promise<readonly [number, number]> {
  const [from = NaN, to = NaN] = [
    ...((await page.getByText('Zoomed to').textContent()) ?? '').matchAll(/(\d\d):(\d\d)/g),
  ].map(([, hours, minutes]) => Number(hours) * 60 + Number(minutes));
  return [from, to];
}

/** The strip's first rows beside its right edge: what a drag to the left brings into sight. */
async function strip(page: Page, chart: Locator): Promise<Buffer> {
  const { x, y } = await placeOf(chart);
  const { right } = await brushOf(chart);
  return await page.screenshot({ clip: { x: x + right - 304, y: y + STRIP, width: 300, height: 120 } });
}

test('under a drag each pixel goes with the mouse, and at rest the chart is that of the same window drawn at once', async ({
  page,
  browser,
}) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  const before = await seen(page, chart, 0);
  const painted = await paintedBy(chart);
  const line = await page.getByText('Zoomed to').textContent();
  await page.mouse.move(x + 500, y + 150);
  await page.mouse.down();
  for (const by of [40, 90, 120]) {
    await page.mouse.move(x + 500 + by, y + 150);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    expect(await seen(page, chart, by)).toEqual(before);
  }
  // No table of values stands on a moved picture, and nobody is told of a zoom that is not there yet.
  await expect(chart.locator('table')).toBeHidden();
  expect(await page.getByText('Zoomed to').textContent()).toBe(line);
  await page.mouse.up();
  await page.clock.runFor(REST);
  await expect(movedOf(chart)).toBeHidden();
  const rested = await paintedBy(chart);
  expect(rested).not.toBe(painted);

  const afresh = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const other = await opened(afresh);
  expect(await paintedBy(other)).toBe(painted);
  await afresh.mouse.move(x + 500, y + 150);
  await afresh.mouse.down();
  await afresh.mouse.move(x + 620, y + 150);
  await afresh.mouse.up();
  expect(await differingIn(afresh, rested, painted)).toBeGreaterThan(10 * A_LETTER);
  expect(await differingIn(afresh, rested, await paintedBy(other))).toBeLessThan(A_LETTER);
  await afresh.context().close();
});

test('what a pan brings into sight is there before the hand rests, to the pixel as it is when it rests', async ({
  page,
}) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  const painted = await paintedBy(chart);
  const line = await page.getByText('Zoomed to').textContent();
  await page.mouse.move(x + 500, y + 150);
  await page.mouse.down();
  const to = async (by: number): Promise<void> => {
    await page.mouse.move(x + 500 - by, y + 150);
    await page.clock.runFor(FRAME);
  };
  // A hand that goes on, until ECharts has found the time to paint ahead of it: as long as it took to paint, twice over.
  for (let by = 20; by < 200 && (await paintedBy(chart)) === painted; by += 2) await to(by);
  await to(200);
  await expect(movedOf(chart)).toBeVisible();
  const moved = await strip(page, chart);
  // Still the picture: nobody is told of a zoom.
  expect(await page.getByText('Zoomed to').textContent()).toBe(line);
  await page.mouse.up();
  await page.clock.runFor(REST);
  await expect(movedOf(chart)).toBeHidden();
  expect(moved).toEqual(await strip(page, chart));
});

test.describe('the overview brush', () => {
  test('moves what is painted while it is dragged, and is drawn as in one step when it is let go', async ({
    page,
    browser,
  }) => {
    const chart = await opened(page);
    const before = await seen(page, chart, 0);
    const painted = await paintedBy(chart);
    const line = await page.getByText('Zoomed to').textContent();
    const at = await brushOf(chart);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (const by of [16, 32]) {
      await page.mouse.move(at.x - by, at.y);
      await page.clock.runFor(FRAME);
      await expect(movedOf(chart)).toBeVisible();
      // Three keys closer, 27 pixels of the panes are as long as 8 of the brush.
      expect(await seen(page, chart, (by / 8) * 27)).toEqual(before);
    }
    expect(await page.getByText('Zoomed to').textContent()).toBe(line);
    await page.mouse.up();
    await page.clock.runFor(REST);
    await expect(movedOf(chart)).toBeHidden();
    await expect(page.getByText('Zoomed to')).not.toHaveText(line ?? '');
    // Away from the handles, of which ECharts tells the times.
    await page.mouse.move(1, 1);
    await page.clock.runFor(REST);
    const rested = await paintedBy(chart);

    const afresh = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
    const other = await opened(afresh);
    await afresh.mouse.move(at.x, at.y);
    await afresh.mouse.down();
    await afresh.mouse.move(at.x - 32, at.y);
    await afresh.mouse.up();
    await afresh.mouse.move(1, 1);
    await afresh.clock.runFor(REST);
    expect(await differingIn(afresh, rested, painted)).toBeGreaterThan(10 * A_LETTER);
    expect(await differingIn(afresh, rested, await paintedBy(other))).toBeLessThan(A_LETTER);
    await afresh.context().close();
  });

  test('is drawn exactly while it is held, once the hand rests', async ({ page }) => {
    const chart = await opened(page);
    const line = await page.getByText('Zoomed to').textContent();
    const at = await brushOf(chart);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 16, at.y);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    await page.clock.runFor(REST);
    await expect(movedOf(chart)).toBeHidden();
    await expect(page.getByText('Zoomed to')).not.toHaveText(line ?? '');
    await page.mouse.up();
  });

  test('changes one end by its handle, and comes to where it is pressed', async ({ page }) => {
    const chart = await opened(page);
    const [from, to] = await zoomed(page);
    const at = await brushOf(chart);
    await page.mouse.move(at.to, at.y);
    await page.mouse.down();
    await page.mouse.move(at.to + 30, at.y);
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    await page.mouse.up();
    await page.clock.runFor(REST);
    // What is said follows what is drawn.
    await expect.poll(async () => (await zoomed(page))[1]).toBeGreaterThan(to);
    const [sameFrom, laterTo] = await zoomed(page);
    expect(sameFrom).toBe(from);
    await page.mouse.click(at.to + 60, at.y);
    await page.clock.runFor(REST);
    await expect.poll(async () => (await zoomed(page))[1]).toBeGreaterThan(laterTo);
    const [laterFrom, latest] = await zoomed(page);
    expect(latest - laterFrom).toBeCloseTo(laterTo - from, -1);
  });
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

test('a pointer that moves on within the frame of a wheel’s zoom is told of the minute under it', async ({ page }) => {
  const chart = await opened(page);
  const { x, y } = await placeOf(chart);
  const minute = chart.locator('.chart-tooltip strong');
  await page.mouse.move(x + 500, y + 150);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  const turned = await minute.innerText();
  await page.mouse.move(x + 700, y + 150);
  const there = await minute.innerText();
  expect(there).not.toBe(turned);
  await page.clock.runFor(FRAME);
  expect(await minute.innerText()).toBe(there);
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

  test('the overview brush is taken by an end and between its ends, and the chart stays under the finger', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto(address(WINDOW));
    const chart = await chartAwake(page);
    // What a hand without a mouse can do is said, and nothing else.
    await expect(page.getByText('or by pinching')).toBeVisible();
    await expect(page.getByText('the mouse wheel')).toBeHidden();
    await chart.evaluate((element) => {
      window.scrollBy(0, element.getBoundingClientRect().bottom - 700);
    });
    await stopClock(page);
    const touch = await fingerOf(page);
    const { y: place } = await placeOf(chart);
    const said = (): Promise<readonly string[]> => page.getByText('Zoomed to').allTextContents();
    const dragged = async (from: number, to: number): Promise<readonly [number, number]> => {
      const { y } = await brushOf(chart);
      const before = await said();
      const at = (x: number): Place => ({ x, y });
      await touch('touchStart', at(from));
      for (let step = 1; step <= 6; step += 1) await touch('touchMove', at(from + ((to - from) * step) / 6));
      await page.clock.runFor(FRAME);
      await expect(movedOf(chart)).toBeVisible();
      await touch('touchEnd');
      await page.clock.runFor(REST);
      await expect(movedOf(chart)).toBeHidden();
      await expect.poll(said).not.toEqual(before);
      return await zoomed(page);
    };
    const { from, to } = await brushOf(chart);
    const [begin] = await dragged(from, from + 72);
    expect(begin).toBeGreaterThan(21 * 60);
    expect((await placeOf(chart)).y).toBe(place);
    const [same, end] = await dragged(to, to - 90);
    expect(same).toBe(begin);
    const held = await brushOf(chart);
    const [earlier, sooner] = await dragged(held.x, held.x - 32);
    expect(earlier).toBeLessThan(begin);
    expect(sooner - earlier).toBeCloseTo(end - begin, -1);
    expect((await placeOf(chart)).y).toBe(place);
  });

  test('one finger across a zoomed chart moves it', async ({ page }) => {
    const chart = await opened(page);
    const { x, y, width } = await placeOf(chart);
    const line = await page.getByText('Zoomed to').textContent();
    const touch = await fingerOf(page);
    const across = (by: number): Place => ({ x: x + width * 0.7 - by, y: y + 150 });
    await touch('touchStart', across(0));
    for (let by = 10; by <= 80; by += 10) await touch('touchMove', across(by));
    await page.clock.runFor(FRAME);
    await expect(movedOf(chart)).toBeVisible();
    await touch('touchEnd');
    await page.clock.runFor(REST);
    await expect(movedOf(chart)).toBeHidden();
    await expect(page.getByText('Zoomed to')).not.toHaveText(line ?? '');
  });
});
