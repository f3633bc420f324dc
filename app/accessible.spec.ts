import { expect, test, type Locator } from '@playwright/test';
import { faultsOf } from './testing/accessible';

// The search for faults itself: what it finds where there is one. Contrast with white (WCAG 2.2, 1.4.3, at least 4.5): #999999 has 2.8, #333333 has 12.6.

const PALE = ['#999999', 'rgb(153 153 153)', 'rgb(0 0 0 / 0.4)', 'oklch(0.683 0 0)'] as const;
const DARK = '#333333';

test('a search finds each text too pale for its ground, however its colour is written, and what has become pale since the search before', async ({
  page,
}) => {
  const texts = [...PALE, DARK].map((colour, i) => `<p id="text-${String(i)}" style="color: ${colour}">Some text</p>`);
  await page.setContent(
    `<!doctype html><html lang="en"><title>Texts</title><body style="background: white"><main><h1>Texts</h1>${texts.join('')}</main></body></html>`,
  );
  const found = async (): Promise<readonly string[]> => {
    const faults = await faultsOf(page);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['color-contrast']);
    return faults.flatMap((fault) => fault.match(/(?<=id=")[\w-]+/g) ?? []);
  };
  expect(await found()).toEqual(PALE.map((_, i) => `text-${String(i)}`));
  await page.locator('#text-0').evaluate((text, dark) => {
    text.style.color = dark;
  }, DARK);
  await page.locator(`#text-${String(PALE.length)}`).evaluate((text, pale) => {
    text.style.color = pale;
  }, PALE[0]);
  expect(await found()).toEqual([1, 2, 3, 4].map((i) => `text-${String(i)}`));
});

test('colours of the reader’s own leave SIMULATED its bar, and tell what is chosen from what is not', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${process.env['PLUMBLINE_ADDRESS'] ?? ''}/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z`);
  await expect(page.getByLabel('Simulated prices').locator('p')).toHaveCSS('background-color', 'rgb(255, 198, 26)');
  const scale = page.getByRole('group', { name: 'Price scale' });
  const ground = (button: Locator): Promise<string> => button.evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await ground(scale.getByRole('button', { name: 'auto' }))).not.toBe(
    await ground(scale.getByRole('button', { name: 'linear' })),
  );
  const line = (asset: string): Promise<string> =>
    page
      .getByRole('navigation', { name: 'Assets' })
      .getByRole('link', { name: asset, exact: true })
      .evaluate((one) => getComputedStyle(one).borderBottomColor);
  const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await line('ETH')).toBe(canvas);
  expect(await line('ATOM')).not.toBe(canvas);
});

test('a drawing keeps its own ground under the reader’s colours, also where the theme is chosen by hand', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
  });
  await page.goto(`${process.env['PLUMBLINE_ADDRESS'] ?? ''}/`);
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  for (const drawing of [
    page.locator('figure span:has(> svg):visible'),
    page.locator('section[aria-labelledby=finding] li svg'),
  ])
    await expect(drawing.first()).toHaveCSS('background-color', 'rgb(14, 17, 19)');
});
