import { expect, test } from '@playwright/test';
import { expectAccessible } from './testing/accessible';

// The table of a day, in a real browser; the figure expected is the one published for 10 October 2025.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

test('a day lists its venues, the deepest first, accessibly in light and in dark; it is to be had as CSV, JSON and Markdown, and leads to minutes, to the day before and to the feed', async ({
  page,
}) => {
  await expectAccessible(page, address('/league?day=2025-10-10'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^2025-10-10: .* certain episodes at .* venues$/);
  const table = page.getByRole('region', { name: 'Table: Venues on this day' });
  await expect(table.getByRole('row').nth(1)).toContainText('−99.94 %');
  await expect(table.getByRole('link', { name: '21:20' }).first()).toHaveAttribute(
    'href',
    /^\/ATOM\/2025-10-10T21:20Z\?/,
  );
  const feed = await page.request.get(address('/alerts.atom'));
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  await expect(page.getByRole('link', { name: 'Alerts', exact: true })).toHaveAttribute('href', '/alerts.atom');
  for (const [form, type] of [
    ['csv', 'text/csv'],
    ['json', 'application/json'],
    ['md', 'text/markdown'],
  ] as const) {
    const path = `/league.${form}?day=2025-10-10`;
    await expect(page.getByRole('link', { name: form, exact: true })).toHaveAttribute('href', path);
    await expect(page.locator(`head link[rel=alternate][type="${type}"]`)).toHaveAttribute('href', new RegExp(form));
    const reply = await page.request.get(address(path));
    expect([reply.status(), reply.headers()['content-type']?.split(';')[0]]).toEqual([200, type]);
    expect(await reply.text()).toContain(form === 'md' ? '−99.94 %' : '2025-10-10T21:20Z');
  }
  expect((await page.request.get(address('/league.png?day=2025-10-10'))).status()).toBe(404);
  await page.getByRole('link', { name: 'Day before' }).click();
  await expect(page).toHaveURL(address('/league?day=2025-10-09'));
});

test('a day that is none gets status 400 and a line beside its field', async ({ page }) => {
  const reply = await page.goto(address('/league?day=2025-02-30'));
  expect(reply?.status()).toBe(400);
  await expect(page.locator('#day-wrong')).toHaveText(/not a valid UTC time/);
});
