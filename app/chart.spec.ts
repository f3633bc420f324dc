import { expect, test, type Locator, type Page } from '@playwright/test';
import { chartAwake } from './testing/awake';

// Hands on the chart: wheel, double click and keys. The window is 2025-10-10 20:00 to 2025-10-11 00:00; its axis runs from half a minute
// before the first minute to half a minute before the end, and a zoom is said in the whole minutes that are in sight.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

const zoomedTo = (page: Page, from: string, to: string): Promise<void> =>
  expect(page.getByText(`Zoomed to ${from} to ${to} UTC`)).toBeVisible();
/** The words for a hand with a mouse and those for a finger stand in one place; one of them is seen. */
const unzoomed = (page: Page): Promise<void> =>
  expect(page.getByText('Choose a minute in the chart').filter({ visible: true })).toHaveCount(1);

async function opened(page: Page): Promise<Locator> {
  await page.goto(address(WINDOW));
  const chart = await chartAwake(page);
  await chart.scrollIntoViewIfNeeded();
  return chart;
}

/** On the chart beside its panes, where the nearer end of the axis is what is pointed at; or in the middle of its panes. */
async function pointBeside(page: Page, chart: Locator, side: 'left' | 'right' | 'middle'): Promise<void> {
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not there');
  const x = { left: 3, middle: box.width / 2, right: box.width - 3 }[side];
  await page.mouse.move(box.x + x, Math.max(box.y, 0) + 200);
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

/** Of a chart that shows its whole window, and that nobody uses. */
async function expectGesturesTaken(page: Page, chart: Locator): Promise<void> {
  // As Safari says it: the distance between the fingers against that at the start.
  const isTaken = await chart
    .locator('canvas')
    .first()
    .evaluate((canvas) => {
      const { left, top } = canvas.getBoundingClientRect();
      const told = (type: string, scale: number): boolean =>
        !canvas.dispatchEvent(
          Object.assign(new Event(type, { bubbles: true, cancelable: true }), {
            scale,
            clientX: left + 3,
            clientY: top + 200,
          }),
        );
      return [told('gesturestart', 1), told('gesturechange', 1.2), told('gesturechange', Math.SQRT2)];
    });
  expect(isTaken).toEqual([true, true, true]);
  // 240 minutes ÷ √2, as with the wheel.
  await zoomedTo(page, '2025-10-10 20:00', '2025-10-10 22:50');
}

test('the wheel scrolls the page over a chart nobody uses, and zooms with Ctrl; so do two fingers on the pad of a Mac in Safari, which would enlarge the page', async ({
  page,
}) => {
  const chart = await opened(page);
  for (const side of ['left', 'middle'] as const) {
    const before = await scrolled(page);
    await pointBeside(page, chart, side);
    await page.mouse.wheel(0, 50);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
    await unzoomed(page);
  }
  await pointBeside(page, chart, 'left');
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  // 240 minutes ÷ √2 = 169.7, from 19:59:30 to 22:49:12.
  await zoomedTo(page, '2025-10-10 20:00', '2025-10-10 22:50');
  await chart.press('0');
  await unzoomed(page);
  // Nobody uses it again.
  await chart.press('Escape');
  await expect(chart).not.toBeFocused();
  await expectGesturesTaken(page, chart);
});

test('the wheel zooms a chart with the focus, at the pointer, and a double click shows the whole window', async ({
  page,
}) => {
  const chart = await opened(page);
  await chart.focus();
  await pointBeside(page, chart, 'left');
  await page.mouse.wheel(0, -100);
  // 240 minutes ÷ 2 to the power of 0.4 = 181.9, from 19:59:30 to 23:01:24.
  await zoomedTo(page, '2025-10-10 20:00', '2025-10-10 23:02');
  await pointBeside(page, chart, 'right');
  await page.mouse.wheel(0, -100);
  // ÷ 2 to the power of 0.4 again = 137.8, from 20:43:35 to 23:01:24.
  await zoomedTo(page, '2025-10-10 20:44', '2025-10-10 23:02');
  await pointBeside(page, chart, 'middle');
  // Sent without waiting for what each does: pressed more slowly than in a third of a second, it is two clicks.
  const { mouse } = page;
  await Promise.all([mouse.down(), mouse.up(), mouse.down({ clickCount: 2 }), mouse.up({ clickCount: 2 })]);
  await unzoomed(page);
  await expect(page).toHaveURL(/\/ATOM\?/);
});

test('a wheel that can zoom no wider scrolls the page on, and a click on a zoomed chart opens its minute', async ({
  page,
}) => {
  const chart = await opened(page);
  await chart.focus();
  await pointBeside(page, chart, 'left');
  const before = await scrolled(page);
  await page.mouse.wheel(0, 150);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
  await unzoomed(page);
  await page.keyboard.press('+');
  await zoomedTo(page, '2025-10-10 20:40', '2025-10-10 23:20');
  await chart.click({ position: { x: 200, y: 120 } });
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T2\d(:|%3A)\d\dZ/);
});

test('a chart is zoomed and moved by keys alone', async ({ page }) => {
  const chart = await opened(page);
  await expect(chart).toHaveAccessibleName(
    /Plus and minus zoom; 0 shows the whole window\..*Escape leaves the chart\.$/,
  );
  await chart.focus();
  // Two thirds of 240 minutes about 21:59:30, then of 160.
  await page.keyboard.press('+');
  await zoomedTo(page, '2025-10-10 20:40', '2025-10-10 23:20');
  await page.keyboard.press('+');
  await zoomedTo(page, '2025-10-10 21:07', '2025-10-10 22:53');
  await page.keyboard.press('-');
  await zoomedTo(page, '2025-10-10 20:40', '2025-10-10 23:20');
  // A tenth of 160 minutes; the crosshair begins at the deepest minute, 21:20.
  await page.keyboard.press('Shift+ArrowRight');
  await zoomedTo(page, '2025-10-10 20:56', '2025-10-10 23:36');
  await expect(page.getByText('2025-10-10 21:20 UTC; Enter opens this minute')).toBeAttached();
  await page.keyboard.press('Home');
  await zoomedTo(page, '2025-10-10 20:00', '2025-10-10 22:40');
  await page.keyboard.press('End');
  await zoomedTo(page, '2025-10-10 21:20', '2025-10-11 00:00');
  await page.keyboard.press('0');
  await unzoomed(page);
  // The single keys of the page are not the chart's: the scale stays.
  await page.keyboard.press('l');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('2025-10-10 23:58 UTC; Enter opens this minute')).toBeAttached();
  await expect(page).toHaveURL(/scale=auto/);
  await page.keyboard.press('Escape');
  await expect(chart).not.toBeFocused();
});

test('the keys zoom at the crosshair, and Enter opens its minute', async ({ page }) => {
  const chart = await opened(page);
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('+');
  // 21:20 lies 80.5 minutes from the left end; a third of that is left out, and a third of the 159.5 to its right.
  await zoomedTo(page, '2025-10-10 20:27', '2025-10-10 23:07');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21(:|%3A)20Z/);
});

test('a week that somebody has asked for comes with its chart, its sentence and its venues, before any script', async ({
  page,
  browser,
}) => {
  await page.goto(address('/ATOM?from=2025-10-04T00:00Z&to=2025-10-11T00:00Z'));
  await chartAwake(page);
  const asked = page.url();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const next = await plain.newPage();
  await next.goto(asked);
  await expect(next.getByRole('heading', { level: 1 })).toContainText('Binance traded 99.9');
  await expect(next.locator('svg').filter({ hasText: 'Binance 0.001' }).first()).toBeVisible();
  await expect(next.getByRole('listitem').filter({ hasText: /^Binance.*−99.9/ })).toBeVisible();
  await plain.close();
});

test('the table at the crosshair is that of its minute, whichever minutes it told before', async ({ page }) => {
  // Nobody traded some of its minutes.
  await page.goto(address(`${WINDOW}&focus=gemini`));
  const chart = await chartAwake(page);
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not there');
  const table = chart.locator('.chart-tooltip');
  const told = async (share: number): Promise<string> => {
    await page.mouse.move(box.x + box.width * share, Math.max(box.y, 0) + 200);
    await expect(table).toBeVisible();
    return table.innerHTML();
  };
  const places = Array.from({ length: 40 }, (_, i) => 0.15 + i * 0.015);
  const there: string[] = [];
  for (const place of places) there.push(await told(place));
  expect(new Set(there).size).toBeGreaterThan(places.length / 2);
  // Rows of several forms among them.
  const forms = there.map((text) => text.replaceAll(/>[^<]+</g, '><').replaceAll(/ style="[^"]*"/g, ''));
  expect(new Set(forms).size).toBeGreaterThan(1);
  const back: string[] = [];
  for (const place of [...places].reverse()) back.push(await told(place));
  expect(back.reverse()).toEqual(there);
});

test('without a network a new window says that it cannot be had, and comes once there is one', async ({ page }) => {
  await page.goto(address(WINDOW));
  await chartAwake(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '1 d', exact: true }).click();
  const failure = page.getByRole('main').getByRole('alert');
  await expect(failure).toBeVisible();
  await page.context().setOffline(false);
  await expect(failure).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Binance');
});

/** Every venue's furthest deviation stands in one line. */
async function expectOneLine(page: Page, width: number): Promise<void> {
  const figures = page.getByTitle('Furthest');
  await expect(figures.first()).toBeVisible();
  const heights = await figures.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.max(...heights), `at ${String(width)} px`).toBeLessThan(28);
}

/** Pixels of a table that its chart cuts off, and those by which the chart's canvas is not as wide as its place. */
const measured = (table: Element): { readonly beyond: number; readonly unlaid: number } => {
  const place = table.parentElement as HTMLElement;
  const canvas = place.querySelector('canvas') as HTMLCanvasElement;
  return {
    beyond: table.scrollWidth - table.clientWidth,
    unlaid: Math.abs(place.getBoundingClientRect().width - canvas.getBoundingClientRect().width),
  };
};

for (const [of, path] of [
  ['minutes', WINDOW],
  ['a week', '/ATOM?from=2025-10-03T20:00Z&to=2025-10-11T00:00Z'],
] as const)
  test(`the table at the crosshair of ${of} is nowhere wider than its chart, which would cut a figure off; on a desk every venue’s furthest deviation stands in one line`, async ({
    page,
  }) => {
    await page.goto(address(path));
    const chart = await chartAwake(page);
    const table = chart.locator('.chart-tooltip');
    for (const width of [1440, 1280, 1024, 900, 768, 660, 390, 320]) {
      await chart.press('ArrowRight');
      await page.setViewportSize({ width, height: 900 });
      // Laid anew for a width, whenever that comes, the chart still tells of the minute.
      await expect(async () => {
        const { beyond, unlaid } = await table.evaluate(measured, undefined, { timeout: 1_000 });
        expect(unlaid, `pixels by which the chart is not laid for ${String(width)} px`).toBeLessThan(1);
        expect(beyond, `at ${String(width)} px`).toBe(0);
      }).toPass();
      if (width >= 1024) await expectOneLine(page, width);
    }
  });
