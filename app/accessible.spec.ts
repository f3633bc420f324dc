import { expect, test } from '@playwright/test';
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
