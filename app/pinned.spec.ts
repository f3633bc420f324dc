import { expect, test, type Page } from '@playwright/test';
import { pinnedAnswer } from '../lib/api/pinned';
import { revisionsAnswer } from '../lib/api/revisions';
import { faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';
import { strictly } from '../lib/api/testing/strictly';

// A pinned address of which one candle was revised since (lib/launch/testing/rehearsal.ts), in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = '/FIL?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** The address and the digest of a view, as of just before the candle was revised. */
async function pinnedBefore(page: Page, view: string): Promise<{ path: string; digest: string }> {
  const { revisions } = revisionsAnswer.parse(
    await (
      await page.request.get(address('/api/v1/revisions?asset=FIL&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z'))
    ).json(),
  );
  const seen = Date.parse(revisions[0]?.seenAgain ?? '');
  const asOf = new Date(seen - 1).toISOString();
  const [path = '', query = ''] = view.split('?');
  const found = (await (await page.request.get(address(`${path}.json?${query}&asOf=${asOf}`))).json()) as {
    readonly address: string;
    readonly digest: string;
  };
  return { path: found.address.replace(/&asOf=[^&]*/, ''), digest: found.digest };
}

/** On the page of a window they are behind a tab. */
async function openSources(page: Page): Promise<void> {
  const region = page.getByRole('region', { name: 'Where these numbers come from' });
  const tab = page.getByRole('tab', { name: 'Sources' });
  await expect(region.or(tab).first()).toBeVisible();
  if (await tab.isVisible()) await tab.click();
}

for (const view of [WINDOW, '/FIL/2025-10-10T23:30Z?from=2025-10-10T23:00Z&to=2025-10-11T00:00Z']) {
  test(`${view.split('?')[0] ?? ''} shows both values${view === WINDOW ? ', fits a phone' : ''}, and leads to the view as it was, whose digest is the pinned one`, async ({
    page,
  }) => {
    const { path, digest } = await pinnedBefore(page, view);
    await page.goto(address(`${path}&digest=${digest}`));
    const notice = page.getByRole('region', { name: 'Pinned address' });
    await expect(notice).toContainText('The data behind this address has changed since it was made.');
    const row = notice.getByRole('row').filter({ hasText: '2025-10-10' });
    await expect(row).toHaveCount(1);
    await expect(notice.getByRole('heading')).toHaveText([/^OKX FIL\/USDT/]);
    const [before, after] = await row.getByRole('cell').filter({ hasText: 'base volume' }).allTextContents();
    const figure = (text: string | undefined): number => Number((text ?? '').replace(/[^\d.]/g, ''));
    expect(figure(after)).toBeGreaterThan(0);
    expect(figure(before) / figure(after)).toBeCloseTo(2, 3);
    expect(await faultsOf(page)).toEqual([]);
    if (view === WINDOW) await expectOnPhone(page);

    await notice.getByRole('link', { name: 'Show the view as it was' }).click();
    await expect(page.getByText('The figures match the digest in this address.')).toBeVisible();
    await expect(page.getByRole('note', { name: 'As known at' })).toBeVisible();
    await openSources(page);
    await expect(page.getByText(digest, { exact: true })).toBeVisible();
    // The present data has no other address than the pinned one.
    await page.getByRole('link', { name: 'Show current data' }).click();
    await expect(page.getByRole('region', { name: 'Pinned address' })).toBeVisible();
    expect(page.url()).toContain(`digest=${digest}`);
  });
}

/** Neither the page nor the table of what changed scrolls sideways. */
async function expectOnPhone(page: Page): Promise<void> {
  const desk = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('region', { name: 'Pinned address' })).toBeVisible();
  await expect.poll(() => sidewaysOf(page)).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  if (desk !== null) await page.setViewportSize(desk);
}

test('says that no state gives a digest that nothing stored ever had, and that one is no digest', async ({ page }) => {
  await page.goto(address(`/FIL/2025-10-10T23:30Z?digest=${'0'.repeat(64)}`));
  await expect(page.getByText('No data stored here, now or earlier, gives the digest in this address.')).toBeVisible();
  await page.goto(address('/FIL/2025-10-10T23:30Z?digest=12'));
  await expect(page.getByText('digest is "12"; it takes sha256:')).toBeVisible();
});

test('is copied where the numbers come from, and shows the same figures', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address(WINDOW));
  await openSources(page);
  const sources = page.getByRole('region', { name: 'Where these numbers come from' });
  await sources.getByRole('button', { name: 'Copy pinned address' }).click();
  await expect(sources.getByText('Pinned address copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^http.*\/FIL\?v=.*&digest=sha256:[0-9a-f]{64}$/);
  await page.goto(copied);
  await expect(page.getByText('The figures match the digest in this address.')).toBeVisible();
});

test('a tab pressed before the scripts of its page have come opens when they are there', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address(WINDOW), { waitUntil: 'commit' });
  await page.getByRole('tab', { name: 'Sources' }).click();
  release();
  await expect(page.getByRole('region', { name: 'Where these numbers come from' })).toBeVisible();
});

test('keeps its contract as an answer of the API', async ({ request }) => {
  const path = `/api/v1/pinned${WINDOW}&digest=${'0'.repeat(64)}`;
  const reply = await request.get(address(path));
  expect(reply.status()).toBe(200);
  expect(strictly(pinnedAnswer).parse(await reply.json()).simulated).toBe(true);
  for (const wrong of [WINDOW, `${WINDOW}&digest=12`, `/FIL/never?digest=${'0'.repeat(64)}`])
    expect((await request.get(address(`/api/v1/pinned${wrong}`))).status(), wrong).toBe(400);
});
