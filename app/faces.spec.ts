import { expect, test, type Page } from '@playwright/test';
import { SCREENS, shiftsOn, watchShifts } from './testing/shifts';

// Faces that come late: nothing that is on the screen moves.

const WINDOW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** The sum of all layout shifts of a page whose faces come only when it has long been painted; whether the page's own face has been used for its heading. */
async function shiftedWithLateFaces(page: Page, path: string): Promise<{ shift: number; heldBack: number }> {
  let heldBack = 0;
  let release: () => void = () => undefined;
  const painted = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.woff2', async (route) => {
    heldBack += 1;
    await painted;
    await route.continue();
  });
  await watchShifts(page);
  // A face held back holds back the page's load event as well.
  await page.goto(`${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`, { waitUntil: 'domcontentloaded' });
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType('paint').length)).toBeGreaterThan(0);
  // Longer than a browser waits for a face before it paints without it.
  await page.waitForFunction(() => performance.now() > 1_000);
  release();
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What a face that has come shifts is told with a frame after it.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  const { shift } = await shiftsOn(page);
  return { shift, heldBack };
}

for (const [name, viewport] of SCREENS)
  test.describe(name, () => {
    test.use({ viewport });

    test('nothing moves when the faces of the page come late', async ({ page }) => {
      const { shift, heldBack } = await shiftedWithLateFaces(page, WINDOW);
      expect(heldBack).toBe(2);
      expect(shift).toBe(0);
    });
  });
