import { expect, test } from '@playwright/test';
import { venuesAnswer } from '../lib/api/venues';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';
import { strictly } from '../lib/api/testing/strictly';

// A venue beside the others, in a real browser; the figures expected are those published for 10 October 2025.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

test.describe('the page of all venues', () => {
  test('lists them, the deepest first, and leads to each over the same window', async ({ page }) => {
    await page.goto(address('/venues'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Binance: .* −99\.94.% \(ATOM, 2025-10-10 21:20\sUTC\)$/,
    );
    const table = page.getByRole('region', { name: 'Table: Venues in this window' });
    await expect(table.getByRole('row').nth(1)).toContainText('−99.94 %');
    await table.getByRole('link', { name: 'OKX' }).click();
    await expect(page).toHaveURL(/\/venues\/okx(\?|$)/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^OKX: /);
    await page.getByRole('navigation').getByRole('link', { name: 'Venues' }).first().click();
    await expect(page).toHaveURL(/\/venues$/);
  });

  test('takes a window as it is typed, in the language chosen, and writes it in the one spelling', async ({ page }) => {
    await page.goto(address('/venues?lang=ko'));
    const form = page.getByRole('form', { name: '이 페이지의 기간' });
    await form.getByRole('textbox').first().fill('2025-10-10 21:00');
    await form.getByRole('textbox').last().fill('2025-10-10 22:00');
    await form.getByRole('button').click();
    await expect(page).toHaveURL(address('/venues?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z&lang=ko'));
    await expect(form.getByRole('textbox').first()).toHaveValue('2025-10-10 21:00');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Binance: /);
  });

  test('sends a window on to its one spelling, and says beside its fields what is wrong with one', async ({ page }) => {
    await page.goto(address('/venues?from=2025-10-10+20:00&to=&utm_source=x'));
    await expect(page).toHaveURL(address('/venues?from=2025-10-10T20:00Z'));
    const reply = await page.goto(address('/venues?from=2025-10-11T00:00Z&to=2025-10-10T00:00Z'));
    expect(reply?.status()).toBe(400);
    await expect(page.locator('#venue-wrong')).toHaveText(/"from" comes before "to"/);
    await expect(page.getByRole('form', { name: 'Window of this page' })).toBeVisible();
  });

  test('is accessible in light and in dark, and fits a phone', async ({ page }) => {
    await expectAccessible(page, address('/venues'));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });
});

test.describe('the page of a venue', () => {
  test('says what was measured, has it as bars and as a table, and opens the minute', async ({ page }) => {
    await page.goto(address(`/venues/binance?${WINDOW}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^Binance: \d+ episodes in \d+ assets, the deepest −99\.94.% \(ATOM, 2025-10-10 21:20\sUTC\)$/,
    );
    const table = page.getByRole('region', { name: 'Table: Venues in this window' });
    const first = table.getByRole('row').nth(1);
    await expect(first.locator('[aria-current=page]')).toHaveText('Binance');
    await expect(first).toContainText('−99.94 %');
    const figure = page.getByRole('figure', { name: 'Minutes at or beyond the threshold, by venue' });
    // As many venues as rows, each row with a second one that opens: those without an episode are named in one line.
    const rows = await table.getByRole('button').count();
    const others = (await figure.getByText('No episode: ').textContent())?.split(/, | and /) ?? [];
    expect(others.length).toBeGreaterThan(0);
    expect((await figure.getByRole('listitem').count()) + others.length).toBe(rows);
    await expect(figure.getByRole('listitem').filter({ hasText: /\D0.min$/ })).toHaveCount(0);
    await first.getByRole('link', { name: '21:20' }).click();
    await expect(page).toHaveURL(/\/ATOM\/2025-10-10T21:20Z/);
  });

  test('leads to another venue over the same window, and to the scan of all its episodes', async ({ page }) => {
    await page.goto(address(`/venues/binance?${WINDOW}`));
    await page.getByRole('region', { name: 'Table: Venues in this window' }).getByRole('link', { name: 'OKX' }).click();
    await expect(page).toHaveURL(address(`/venues/okx?${WINDOW}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^OKX: /);
    await page.goto(address(`/venues/binance?${WINDOW}`));
    await page.getByRole('link', { name: 'All of them' }).click();
    await expect(page).toHaveURL(/\/scan\?.*venues=binance/);
  });

  test('is where the scan leads from a venue’s name', async ({ page }) => {
    await page.goto(address('/scan'));
    await page.getByRole('link', { name: 'Binance', exact: true }).first().click();
    await expect(page).toHaveURL(/\/venues\/binance$/);
  });

  test('says which venues there are where the address names another', async ({ page }) => {
    expect((await page.goto(address('/venues/nope')))?.status()).toBe(404);
    await expect(page).not.toHaveTitle(/nope/);
    const named = page.getByRole('main').getByText('Binance', { exact: true });
    await expect(page.getByText('Venues with data:', { exact: true })).toBeVisible();
    await expect(named).toHaveCount(1);
    await expect(named).toHaveAttribute('href', '/venues/binance');
    // Where there is data, the page does not carry them along.
    const html = await (await page.request.get(address('/venues/binance'))).text();
    expect(html).not.toContain('Venues with data:');
  });

  test('says what is wrong with a window, and takes a venue written in capitals', async ({ page }) => {
    const reply = await page.goto(address('/venues/binance?from=2025-10-11T00:00Z&to=2025-10-10T00:00Z'));
    expect(reply?.status()).toBe(400);
    await expect(page.locator('#venue-wrong')).toHaveText(/"from" comes before "to"/);
    await page.goto(address('/venues/Binance'));
    await expect(page).toHaveURL(/\/venues\/binance$/);
  });

  test('breaks no rule of accessibility a machine can check, and fits a phone', async ({ page }) => {
    await expectAccessible(page, address(`/venues/binance?${WINDOW}`));
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });

  test('has its answer as JSON, by the contract', async ({ request }) => {
    const reply = await request.get(address(`/api/v1/venues?${WINDOW}`));
    expect(reply.headers()['x-plumbline-simulated']).toBe('SIMULATED');
    const { venues } = strictly(venuesAnswer).parse(await reply.json());
    expect(venues[0]).toMatchObject({ venue: 'binance', worstRank: 1, deepest: { asset: 'ATOM' } });
    expect((await request.get(address('/api/v1/venues?from=2025-10-10T20:00Z'))).status()).toBe(400);
  });
});
