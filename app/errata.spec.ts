import { expect, test } from '@playwright/test';
import { errataAnswer } from '../lib/api/errata';
import { faultsOf } from './testing/accessible';
import { pressUntil } from './testing/awake';
import { widerBy } from './testing/sideways';
import { strictly } from '../lib/api/testing/strictly';

// Errata beside what they correct (lib/launch/testing/rehearsal.ts), in a real browser.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test('an erratum stands above the finding of its minute, and of no other minute, fits a phone, and keeps its contract', async ({
  page,
}) => {
  await page.goto(address('/FIL/2025-10-10T23:30Z'));
  const erratum = page.getByRole('complementary', { name: 'Erratum' });
  await expect(erratum).toContainText('The volume was counted twice.');
  await expect(erratum).toContainText('Rehearsal');
  await expect(page.getByRole('complementary', { name: 'Answer of OKX' })).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
  const finding = await page.getByRole('heading', { level: 1 }).boundingBox();
  const box = await erratum.boundingBox();
  expect((box?.y ?? Infinity) + (box?.height ?? Infinity)).toBeLessThanOrEqual(finding?.y ?? -Infinity);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => widerBy(page)).toBe(0);
  await expect(erratum).toBeVisible();
  const reply = await page.request.get(address('/api/v1/errata?asset=FIL'));
  expect(
    strictly(errataAnswer)
      .parse(await reply.json())
      .errata.map(({ kind }) => kind),
  ).toEqual(['venue-answer', 'erratum']);
});

test('a venue’s answer stands above its own minute, and each of both above the window and the event', async ({
  page,
}) => {
  await page.goto(address('/FIL/2025-10-10T23:31Z'));
  await expect(page.getByRole('complementary', { name: 'Answer of OKX' })).toContainText('“Our book was open.”');
  await expect(page.getByRole('complementary', { name: 'Erratum' })).toHaveCount(0);
  for (const path of ['/FIL?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z', '/events/2025-10-10']) {
    await page.goto(address(path));
    await expect(page.getByRole('complementary', { name: 'Erratum' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Answer of OKX' })).toBeVisible();
  }
});

test('an erratum is named behind a citation of its minute', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address('/FIL/2025-10-10T23:30Z'));
  const sources = page.getByRole('region', { name: 'Where these numbers come from' });
  await pressUntil(sources.getByRole('button', { name: 'text', exact: true }), sources.getByText('Copied as text'));
  const cited = await page.evaluate(() => navigator.clipboard.readText());
  expect(cited).toMatch(/ Erratum of \d{4}-\d{2}-\d{2}: see this address\. http.*&digest=sha256:[0-9a-f]{64}$/);
});

test('one page lists errata with what they concern, and what moves many addresses', async ({ page }) => {
  await page.goto(address('/revisions?asset=FIL'));
  const listed = page.getByRole('region', { name: 'Corrections' }).getByRole('listitem');
  await expect(listed).toHaveCount(2);
  await expect(listed.nth(1)).toContainText('FIL, every venue, 2025-10-10 23:30 to 2025-10-10 23:31 UTC');
  const moves = page.getByRole('region', { name: 'Changes that affect many addresses', exact: true });
  await expect(moves.getByRole('row').filter({ hasText: 'Candles revised, OKX FIL: 1' })).toHaveCount(1);
  await expect(moves.getByRole('row').filter({ hasText: 'First data from Binance' })).toHaveCount(1);
  await listed.nth(1).getByRole('link').first().click();
  await expect(page.getByRole('complementary', { name: 'Erratum' })).toBeVisible();
});
