import { expect, test } from '@playwright/test';

// What the page's HTML has before its code has come, on a slow telephone: nothing that a reader did to it is lost.

const ADDRESS = `${process.env['PLUMBLINE_ADDRESS'] ?? ''}/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z`;

test('a tab pressed before the code of the tables has come is open once it has, and keeps the focus', async ({
  page,
}) => {
  const html = await (await page.request.get(ADDRESS)).text();
  const first = [...html.matchAll(/src="([^"]+[.]js)"/g)].map(([, path]) => path ?? '');
  expect(first.length).toBeGreaterThan(5);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let heldBack = 0;
  await page.route('**/*.js', async (route) => {
    if (!first.some((path) => route.request().url().endsWith(path))) {
      heldBack += 1;
      await held;
    }
    await route.continue();
  });
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  await page.goto(ADDRESS);
  const sources = page.getByRole('tab', { name: 'Sources' });
  const episodes = page.getByRole('table', { name: /episodes/i }).first();
  await expect(episodes).toBeVisible();
  // The page's first code answers: what follows is asked for.
  await expect.poll(() => heldBack).toBeGreaterThan(0);
  await sources.click();
  await expect(sources).toHaveAttribute('aria-selected', 'false');
  release();
  await expect(sources).toHaveAttribute('aria-selected', 'true');
  await expect(sources).toBeFocused();
  await expect(episodes).toBeHidden();
  expect(faults).toEqual([]);
});
