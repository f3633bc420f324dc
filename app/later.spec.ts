import { expect, test, type Page } from '@playwright/test';
import { takenOver } from './testing/takenOver';

// What the page's HTML has before its code has come, on a slow telephone: nothing that a reader did to it is lost.

const ADDRESS = `${process.env['PLUMBLINE_ADDRESS'] ?? ''}/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z`;

test('a tab pressed before the code of the tables has come is open once it has, and keeps the focus', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const later = await openedAhead(page);
  const sources = page.getByRole('tab', { name: 'Sources' });
  const episodes = page.getByRole('table', { name: /episodes/i }).first();
  await expect(episodes).toBeVisible();
  await sources.click();
  await expect(sources).toHaveAttribute('aria-selected', 'false');
  later.release();
  await expect(sources).toHaveAttribute('aria-selected', 'true');
  await expect(sources).toBeFocused();
  await expect(episodes).toBeHidden();
  expect(faults).toEqual([]);
});

test('what was typed and chosen behind "More settings" before its code came stays, and counts', async ({ page }) => {
  const later = await openedAhead(page);
  await page.getByText('More settings').click();
  const from = page.getByRole('textbox', { name: 'From' });
  await from.fill('2025-10-10 21:00');
  await page.getByRole('combobox', { name: 'An episode begins at' }).selectOption('0.1');
  later.release();
  await expect(page).toHaveURL(/enter=0[.]1/);
  await expect(from).toHaveValue('2025-10-10 21:00');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/from=2025-10-10T21:00Z.*enter=0[.]1/);
});

const WINDOW = 'Zoomed to 2025-10-10 20:40 to 2025-10-10 23:20 UTC';

/** The page as soon as its first code answers: every script that its HTML does not name, and that no other page asks for, is held back until released. */
async function openedAhead(page: Page): Promise<{ readonly release: () => void }> {
  const html = await (await page.request.get(ADDRESS)).text();
  const first = [...html.matchAll(/\/_next\/[^" ]+[.]js/g)].map(([path]) => path);
  expect(first.length).toBeGreaterThan(5);
  page.on('request', (request) => first.push(new URL(request.url()).pathname));
  await page.goto(`${process.env['PLUMBLINE_ADDRESS'] ?? ''}/method`, { waitUntil: 'networkidle' });
  page.removeAllListeners('request');
  const later = await held(page, (address) => !first.some((path) => address.endsWith(path)));
  // A script held back holds back the page's load event as well.
  await page.goto(ADDRESS, { waitUntil: 'commit' });
  await expect.poll(later.count).toBeGreaterThan(0);
  // The page's first code asks for more before it listens: it does once React has taken over the chart, and rests.
  await takenOver(page.locator('[role=application]').first());
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return later;
}

interface Held {
  readonly release: () => void;
  readonly count: () => number;
}

/** Scripts of those addresses are held back until released. */
async function held(page: Page, isHeld: (address: string) => boolean): Promise<Held> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let count = 0;
  await page.route('**/*.js', async (route) => {
    if (isHeld(route.request().url())) {
      count += 1;
      await released;
    }
    await route.continue();
  });
  return { release, count: () => count };
}

test('scripts wait for a frame that shows the page whole, from a warm cache too', async ({ page }) => {
  await page.addInitScript(() => {
    const seen: { frames: number; begun: (readonly [boolean, number])[] } = { frames: 0, begun: [] };
    Object.assign(window, { seen });
    requestAnimationFrame(function frame() {
      if (document.readyState !== 'loading') seen.frames += 1;
      requestAnimationFrame(frame);
    });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLScriptElement && node.src !== '' && !node.noModule)
            seen.begun.push([document.querySelector('footer') !== null, seen.frames]);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(ADDRESS, { waitUntil: 'networkidle' });
  await page.goto(ADDRESS, { waitUntil: 'networkidle' });
  const begun = await page.evaluate(() => (window as unknown as { seen: { begun: unknown[] } }).seen.begun);
  expect(begun.length).toBeGreaterThan(5);
  for (const one of begun) expect(one).toEqual([true, expect.not.closeTo(0)]);
});

test('what was typed and chosen before any code came narrows and orders the list once it has, and stays in its field', async ({
  page,
}) => {
  const { release } = await held(page, () => true);
  await page.goto(process.env['PLUMBLINE_ADDRESS'] ?? '', { waitUntil: 'commit' });
  const filter = page.getByRole('searchbox');
  await filter.fill('wbeth');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('time');
  const rows = page.getByRole('table', { name: 'Deepest deviations' }).getByRole('row');
  await expect(rows.filter({ hasText: 'ATOM' })).not.toHaveCount(0);
  release();
  await expect(rows.filter({ hasText: 'ATOM' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'WBETH' })).not.toHaveCount(0);
  await expect(filter).toHaveValue('wbeth');
});

test('a venue left out before any code came is left out of the answer', async ({ page }) => {
  const { release } = await held(page, () => true);
  await page.goto(ADDRESS, { waitUntil: 'commit' });
  const kraken = page.getByRole('checkbox', { name: 'Kraken' });
  await kraken.uncheck();
  await expect(page).toHaveURL(/kraken/);
  release();
  await expect(page).not.toHaveURL(/kraken/);
  await expect(kraken).not.toBeChecked();
});

test('a button pressed before any code came is pressed once, as soon as somebody answers it', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(ADDRESS).origin });
  const { release, count } = await held(page, () => true);
  await page.goto(ADDRESS, { waitUntil: 'commit' });
  await expect.poll(count).toBeGreaterThan(0);
  const theme = page.locator('html');
  const before = (await theme.getAttribute('class')) ?? '';
  const other = before.includes('dark') ? /\blight\b/ : /\bdark\b/;
  await page.getByRole('button', { name: 'Copy link' }).click();
  // Two presses of an impatient reader are one: made twice, the theme would be what it was.
  await page.getByRole('button', { name: 'Switch between light and dark' }).dblclick();
  await expect(page.locator('[data-early]')).toHaveCount(2);
  release();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  await expect(theme).toHaveClass(other);
  await expect(page.locator('[data-early]')).toHaveCount(0);
});

/** The place of a pixel of the chart's panes on the screen. */
async function onChart(page: Page, x: number, y = 200): Promise<readonly [number, number]> {
  const chart = page.getByRole('application');
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (box === null) throw new Error('the chart is not there');
  return [box.x + x, Math.max(box.y, 0) + y];
}

test('a page that is only looked at keeps its drawing; a hand that moves has the chart that answers', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(ADDRESS);
  const chart = page.getByRole('application');
  await page.waitForLoadState('networkidle');
  await page.clock.runFor(1_000);
  await expect(chart.locator('svg').filter({ visible: true })).toHaveCount(1);
  await expect(chart.locator('canvas')).toHaveCount(0);
  await page.mouse.move(2, 2);
  await page.clock.resume();
  await expect(chart.locator('canvas').first()).toBeVisible();
  await expect(chart.locator('svg').filter({ visible: true })).toHaveCount(0);
});

test('keys pressed on the drawing zoom and move the chart that comes', async ({ page }) => {
  const later = await openedAhead(page);
  const chart = page.getByRole('application');
  await chart.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect(chart.locator('canvas')).toHaveCount(0);
  later.release();
  await expect(page.getByText(WINDOW)).toBeVisible();
  await expect(page.getByText('2025-10-10 21:20 UTC; Enter opens this minute')).toBeAttached();
});

test('the wheel with Ctrl over the drawing zooms the chart that comes, and a drag moves it', async ({ page }) => {
  const later = await openedAhead(page);
  await page.mouse.move(...(await onChart(page, 3)));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await page.mouse.move(...(await onChart(page, 600)));
  await page.mouse.down();
  await page.mouse.move(...(await onChart(page, 300)), { steps: 4 });
  await page.mouse.up();
  later.release();
  // 170 minutes from 20:00 on, moved to the right by more than an hour.
  await expect(page.getByText(/Zoomed to 2025-10-10 21:\d\d to 2025-10-1[01] \d\d:\d\d UTC/)).toBeVisible();
});

test('a click on the drawing opens the minute under it', async ({ page }) => {
  const later = await openedAhead(page);
  await page.mouse.click(...(await onChart(page, 300)));
  await expect(page).toHaveURL(/\/ATOM\?/);
  later.release();
  await expect(page).toHaveURL(/\/ATOM\/2025-10-10T2\d(:|%3A)\d\dZ/);
});

test.describe('by finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on the drawing opens the minute under it', async ({ page }) => {
    const later = await openedAhead(page);
    await page.touchscreen.tap(...(await onChart(page, 200)));
    later.release();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T2\d(:|%3A)\d\dZ/);
  });
});
