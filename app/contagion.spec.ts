import { expect, test } from '@playwright/test';
import { expectAccessible } from './testing/accessible';
import { widerBy } from './testing/sideways';

// The order in which books fell, in a real browser, over the rehearsal: spot alone, whose hour from 20:00 on makes the levels.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const ATOM = '/contagion?asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T22:30Z';

test.describe('which book fell first', () => {
  test('is said, drawn and listed before any script, at the level that is chosen', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(address(`${ATOM}&fall=0.5`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^ATOM: \d+ books were first, in the same minute, to be 50\s% below their own level, at 21:19\sUTC on 2025-10-10\./,
    );
    await expect(page.getByRole('group', { name: /^First minute of each book\. ATOM/ })).toContainText('SIMULATED');
    const row = page.getByRole('row').filter({ hasText: 'Binance ATOM/USDT' }).first();
    await expect(row).toContainText('21:19');
    await expect(row).toContainText('−99.97 %');
    await expect(page.getByRole('row').filter({ hasText: 'Coinbase ATOM/USD' }).first()).toContainText(
      'not in this window',
    );
    await expect(page.getByText(/^No weight of a venue’s own spot in an index is published for ATOM/)).toBeVisible();
    await context.close();
  });

  test('is marked SIMULATED where prices are, clear of every name, on a phone too', async ({ page }) => {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address(`${ATOM}&fall=0.5`));
      const chart = page.getByRole('group', { name: /^First minute of each book\. ATOM/ });
      const marks = chart.locator('svg text').filter({ hasText: 'SIMULATED', visible: true });
      expect(await marks.count()).toBeGreaterThan(1);
      const covered = await chart.evaluate((figure) => {
        const boxes = (all: Iterable<Element>): DOMRect[] => [...all].map((one) => one.getBoundingClientRect());
        const stamps = boxes(figure.querySelectorAll('svg text')).filter(({ width }) => width > 0);
        const names = [...figure.querySelectorAll('li > span:first-child')].map((name) => {
          const range = document.createRange();
          range.selectNodeContents(name);
          return range.getBoundingClientRect();
        });
        const meet = (a: DOMRect, b: DOMRect): boolean =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return names.filter((name) => stamps.some((stamp) => meet(stamp, name))).length;
      });
      expect(covered).toBe(0);
    }
  });

  test('on a phone is marked SIMULATED beside its lines, whole in every strip of half a screen', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address(`${ATOM}&fall=0.5`));
    const chart = page.getByRole('group', { name: /^First minute of each book\. ATOM/ });
    const [plot, words] = await chart.evaluate((figure) => {
      const { top, bottom } = figure.querySelector('ol')?.getBoundingClientRect() ?? new DOMRect();
      const marks = [...figure.querySelectorAll('span')].filter(({ textContent }) => textContent === 'SIMULATED');
      return [{ top, bottom }, marks.map((mark) => mark.getBoundingClientRect().toJSON() as DOMRect)] as const;
    });
    // As tall as eleven letters of 12 px, and in the page's own yellow.
    expect(words.length).toBeGreaterThan(2);
    expect(Math.min(...words.map(({ height }) => height))).toBeGreaterThan(70);
    const HALF = 422;
    for (let top = plot.top; top + HALF <= plot.bottom; top += 10)
      expect(words.some((word) => word.top >= top && word.bottom <= top + HALF)).toBe(true);
    const names = await chart
      .locator('li > span:first-child')
      .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().right));
    expect(Math.max(...names)).toBeLessThan(Math.min(...words.map(({ left }) => left)));
  });

  test('has another level one press away, in the address, and back; breaks no rule of WCAG that a machine can check, and fits a phone', async ({
    page,
  }) => {
    await expectAccessible(page, address(ATOM));
    const levels = page.getByRole('navigation', { name: 'Below its own level' });
    await expect(levels.getByRole('link', { name: '10 %' })).toHaveAttribute('aria-current', 'true');
    await levels.getByRole('link', { name: '50 %' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/50\s% below/);
    expect(new URL(page.url()).searchParams.get('fall')).toBe('0.5');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/10\s% below/);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => widerBy(page)).toBe(0);
  });

  test('has the arithmetic of a published weight, with its publisher', async ({ page }) => {
    await page.goto(address(ATOM.replace('ATOM', 'WBETH')));
    await expect(
      page.getByText(/Binance: the index was 20\s% own spot and 80\s% the rest \(Binance, notice of 2025-10-06\)/),
    ).toBeVisible();
  });

  test('opens with the form where no asset is named, and says what is wrong with an address', async ({ page }) => {
    await page.goto(address('/contagion'));
    const choose = page.getByRole('navigation', { name: 'Choose an asset' });
    // As its issuer writes it, and pages do elsewhere.
    await expect(choose.getByRole('link', { name: 'USDe', exact: true })).toBeVisible();
    await choose.getByRole('link', { name: 'ATOM' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^ATOM: \d+ books were first/);
    await page.goto(address(`${ATOM}&fall=0.3`));
    await expect(page.getByRole('alert').filter({ hasText: 'fall' })).toContainText('0.05, 0.1, 0.2 or 0.5');
  });
});
