import { expect, test } from '@playwright/test';
import { faultsOf } from './testing/accessible';

// What pages are read in, in a real browser: chosen by the browser, or by the reader, whose choice goes along.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;

for (const [locale, language, sentence, median] of [
  ['ko-KR', 'ko', /ATOM.*Binance.*0\.001\sUSD.*99\.94\s%/, 'USD 중앙값'],
  ['zh-TW', 'zh-Hant', /ATOM.*Binance.*0\.001\sUSD.*99\.94\s%/, 'USD 中位數'],
  ['zh-CN', 'zh-Hans', /ATOM.*Binance.*0\.001\sUSD.*99\.94\s%/, 'USD 中位数'],
] as const) {
  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale });

    test('is shown the same figures in its own language, named in no address', async ({ page }) => {
      const faults: string[] = [];
      page.on('pageerror', (fault) => faults.push(fault.message));
      await page.goto(address('/'));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
      await expect(page.locator('svg text', { hasText: median }).first()).toBeAttached();
      await expect(page.locator('strong', { hasText: 'SIMULATED' }).first()).toBeVisible();
      expect(new URL(page.url()).search).toBe('');
      const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(hrefs.length).toBeGreaterThan(10);
      expect(hrefs.filter((href) => href?.includes('lang=') === true)).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
  });
}

test.describe('a page of what is not found', () => {
  test.use({ locale: 'ko-KR' });

  // It comes without a document of the server's: the browser makes it.
  test('is in the reader’s language as a whole, and so are its links where the reader chose it', async ({ page }) => {
    const home = page.locator('header a', { hasText: 'Plumbline' });
    await page.goto(address('/IOTX'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('이 주소에는 데이터가 없습니다');
    await expect(page.getByRole('navigation').first()).toContainText('산출 방법');
    await expect(home).toHaveAttribute('href', '/');
    await page.goto(address('/IOTX?lang=ko'));
    await expect(home).toHaveAttribute('href', '/?lang=ko');
  });
});

test.describe('a reader who chooses a language', () => {
  test('finds it in the address, in every link and form, and on the next page', async ({ page }) => {
    await page.goto(address('/lows'));
    const english = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('combobox', { name: 'Language' }).first().selectOption('ko');
    await expect(page).toHaveURL(/[?&]lang=ko/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(english ?? '');
    await expect(page.locator('form input[name="lang"]').first()).toHaveValue('ko');
    await page.locator('header a', { hasText: 'Plumbline' }).click();
    await expect(page).toHaveURL(/\/\?lang=ko$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('ATOM');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  });

  test('is answered in it whatever the browser asks for, and in English again when that is chosen', async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: 'zh-TW' });
    const page = await context.newPage();
    await page.goto(address('/events?lang=ko'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await page.getByRole('combobox', { name: '언어' }).first().selectOption('en');
    await expect(page).toHaveURL(/[?&]lang=en/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await context.close();
  });

  test('is heard when the choice is made before the page’s code has come', async ({ page }) => {
    let codeComes = (): void => undefined;
    const chosen = new Promise<void>((resolve) => {
      codeComes = resolve;
    });
    await page.route(/\/_next\/static\/.*\.js/, async (route) => {
      await chosen;
      await route.continue();
    });
    await page.goto(address('/events'), { waitUntil: 'commit' });
    await page.getByRole('combobox', { name: 'Language' }).first().selectOption('ko');
    await page.getByRole('combobox', { name: 'Time zone' }).first().selectOption('utc+9');
    codeComes();
    await expect(page).toHaveURL(/[?&]lang=ko/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('combobox', { name: '시간대' }).first()).toHaveValue('utc+9');
  });

  test('keeps it through an address that is spelled out, a minute, its picture and its notes', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address('/ATOM/2025-10-10T21:20Z?lang=zh-Hant'));
    await expect(page).toHaveURL(/from=.*lang=zh-Hant/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('其他 15 家交易所');
    await expect(page.locator('a[href*=".png"]').first()).toHaveAttribute('href', /lang=zh-Hant/);
    const answers = asked.filter((url) => /\/api\/v1\/(deviations|minutes)/.test(url));
    for (const url of answers) expect(url).toContain('lang=zh-Hant');
  });
});

test('a picture in another language is another picture, and says which text prevails', async ({ request }) => {
  const picture = async (query: string): Promise<Buffer> => {
    const answer = await request.get(
      address(`/api/v1/charts/ATOM.png?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z${query}`),
    );
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  const [english, korean] = [await picture(''), await picture('&lang=ko')];
  expect(korean.equals(english)).toBe(false);
  expect((await request.get(address('/api/v1/charts/ATOM.png?lang=xx'))).status()).toBe(400);
});
