import { expect, test, type Locator, type Page } from '@playwright/test';
import { methodAnswer } from '../lib/api/method';
import { minuteAnswer, type MinuteAnswer } from '../lib/api/minute';
import { CHAPTER_TITLES } from '../lib/words/en/method/chapters';
import { venueName } from '../lib/words/venues';
import { expectAccessible } from './testing/accessible';
import { sidewaysOf, widerBy } from './testing/sideways';
import { strictly } from '../lib/api/testing/strictly';

// The methodology page, in a real browser: its worked examples are compared with the answers that scripts get.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const MINUTE = '/api/v1/minutes/ATOM/2025-10-10T21:20Z';

/** The figures of a row or a list, in full: the page rounds what it shows, not what it carries. */
const carried = (within: Locator): Promise<readonly string[]> =>
  within.locator('data').evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
const text = (values: readonly (number | null)[]): readonly string[] => values.map((value) => String(value));

async function minuteOf(page: Page): Promise<MinuteAnswer> {
  const reply = await page.request.get(address(MINUTE));
  return minuteAnswer.parse(await reply.json());
}

test('the example of ATOM at 21:20 has the very numbers of that minute’s own answer, venue by venue; its deviations are the answer’s, and the reference is the middle of its peers', async ({
  page,
}) => {
  await page.goto(address('/method'));
  const { venues } = await minuteOf(page);
  expect(venues.length).toBeGreaterThanOrEqual(4);
  const table = page.getByTestId('reference-example');
  for (const { venue, raw, rate, converted, reference } of venues) {
    const row = table
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: venueName(venue), exact: true }) });
    expect(await carried(row), venue).toEqual(text([raw.low, rate.value, converted.low, reference.low]));
  }
  await test.step('its deviations, from the figures they are written from', () => expectDeviations(page, venues));
  await test.step('its peers in order, and the middle of them', () => expectPeers(page, venues));
});

async function expectDeviations(page: Page, venues: MinuteAnswer['venues']): Promise<void> {
  const binance = venues.find(({ venue }) => venue === 'binance');
  if (binance === undefined) throw new Error('no binance in the answer');
  const { converted, reference, dLow, dHigh, dClose, outside } = binance;
  const lowest = Math.min(
    ...venues.flatMap((one) => (one.venue === 'binance' || one.converted.low === null ? [] : [one.converted.low])),
  );
  expect(await carried(page.getByTestId('deviation-example'))).toEqual(
    text([
      converted.low,
      reference.low,
      dLow,
      converted.high,
      reference.high,
      dHigh,
      converted.close,
      reference.close,
      dClose,
      converted.low,
      lowest,
      outside,
    ]),
  );
  await expect(page.getByTestId('deviation-example')).toContainText('−99.9');
}

async function expectPeers(page: Page, venues: MinuteAnswer['venues']): Promise<void> {
  const ladder = page.getByRole('list', { name: 'Peers of Binance by low, ascending' });
  const rungs = (await carried(ladder)).map(Number);
  expect(rungs).toEqual([...rungs].sort((a, b) => a - b));
  expect(rungs).toHaveLength(
    venues.filter(({ venue, converted }) => venue !== 'binance' && converted.low !== null).length,
  );
  const middle = (await carried(ladder.locator('[data-middle]'))).map(Number);
  expect(middle.reduce((sum, value) => sum + value, 0) / middle.length).toBe(
    venues.find(({ venue }) => venue === 'binance')?.reference.low,
  );
}

test('every link of an example leads to a page or an answer; every section has an anchor, and its place in the contents leads there', async ({
  page,
}) => {
  await page.goto(address('/method'));
  const hrefs = new Set(
    await page.locator('.method-example a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '')),
  );
  expect(hrefs.size).toBeGreaterThan(10);
  // Links to one minute of several venues differ by the venue that is looked at, which is one of the page's: the page is asked once.
  const pages = new Map<string, string[]>();
  for (const href of hrefs) {
    const venue = /&focus=(\w+)/.exec(href);
    const whole = href.replace(venue?.[0] ?? '', '');
    pages.set(whole, [...(pages.get(whole) ?? []), ...(venue?.[1] === undefined ? [] : [venue[1]])]);
  }
  expect(pages.size).toBeGreaterThan(10);
  for (const [href, focused] of pages) {
    const reply = await page.request.get(address(href));
    expect(reply.status(), href).toBe(200);
    // The page names its venues in its address.
    const venues = /&venues=([^&]*)/.exec(decodeURIComponent(reply.url()))?.[1]?.split(',') ?? [];
    for (const venue of focused) expect(venues, `${href} with ${venue}`).toContain(venue);
  }
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  const anchors = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(anchors).toEqual([
    '#words',
    '#currency',
    '#reference',
    '#deviation',
    '#episodes',
    '#control',
    '#wrapped',
    '#unusual',
    '#order',
    '#reproducible',
    '#itself',
    '#limits',
    '#readings',
    '#versions',
  ]);
  for (const anchor of anchors) await expect(page.locator(`${anchor} h2`)).toHaveCount(1);
  await page.goto(address('/method#episodes'));
  await expect(page.getByRole('heading', { name: /Episodes/ })).toBeInViewport();
  await links.filter({ hasText: CHAPTER_TITLES.limits }).click();
  await expect(page).toHaveURL(/#limits$/);
  await expect(page.getByRole('heading', { name: CHAPTER_TITLES.limits })).toBeInViewport();
});

test('another minute is worked out where a reader asks for it, and the address carries it', async ({ page }) => {
  await page.goto(address('/method'));
  await page.getByRole('combobox', { name: 'Asset' }).selectOption('DOGE');
  await page.getByLabel('Minute, UTC').fill('2025-10-10 21:21');
  await page.getByRole('button', { name: 'Show this minute' }).click();
  await expect(page).toHaveURL(/\/method\?asset=DOGE&minute=2025-10-10/);
  await expect(page.getByText('DOGE, 2025-10-10 21:21 UTC').first()).toBeVisible();
  await page.goto(address('/method?asset=NOPE&colour=red'));
  for (const refusal of [/No data for NOPE/, /"colour" is not a parameter of this page/])
    await expect(page.getByText(refusal)).toBeVisible();
});

test('the examples are to be had by scripts, and what is asked wrongly is refused', async ({ request }) => {
  const reply = await request.get(address('/api/v1/method'));
  expect(reply.headers()['cache-control']).toBe('no-cache');
  const answer = strictly(methodAnswer).parse(await reply.json());
  expect([answer.simulated, answer.example?.asset, answer.example?.minute.minute]).toEqual([
    true,
    'ATOM',
    '2025-10-10T21:20Z',
  ]);
  for (const query of ['asset=NOPE', 'colour=red', 'minute=yesterday', 'asset=ATOM&asset=DOGE']) {
    const refused = await request.get(address(`/api/v1/method?${query}`));
    expect(refused.status(), query).toBe(query === 'asset=NOPE' ? 404 : 400);
  }
});

test('the page is accessible in light and in dark, says SIMULATED in its title, above the fold and on every example, and fits a phone, formulas included', async ({
  page,
}) => {
  await expectAccessible(page, address('/method'));
  await expect(page).toHaveTitle(/SIMULATED/);
  await expect(page.getByText('SIMULATED', { exact: true }).first()).toBeInViewport();
  const examples = page.getByRole('figure');
  for (let i = 0; i < (await examples.count()); i += 1)
    await expect(examples.nth(i).locator('figcaption')).toContainText('SIMULATED');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => widerBy(page)).toBe(0);
  const wide = await page
    .locator('.formula')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute('aria-label')),
    );
  expect(wide).toEqual([]);
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => sidewaysOf(page), `at ${String(width)} px`).toEqual([]);
  }
  // Each figure under the head of its column, in the order of the columns.
  const focus = page.getByTestId('reference-example').getByRole('row', { name: /^Binance/ });
  const heads = await page.getByTestId('reference-example').getByRole('columnheader').allTextContents();
  const above = await focus
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(above).toEqual(heads.slice(1).map((head) => JSON.stringify(head.replaceAll('\n', ' '))));
});

test('on a desk no table of an example scrolls sideways, nor does what a digest is made of', async ({ page }) => {
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address('/method'));
    await expect(page.getByTestId('reference-example').getByRole('row').nth(4)).toBeVisible();
    await expect.poll(() => sidewaysOf(page), `at ${String(width)} px`).toEqual([]);
    const over = page
      .locator('pre')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(await over, `at ${String(width)} px`).toBe(0);
  }
});
