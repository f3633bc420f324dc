import { expect, test } from '@playwright/test';

// The page of a minute in a real browser, over the rehearsal.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const MINUTE = '/ATOM/2025-10-10T21:20Z';
test.describe('the page of a minute', () => {
  test('gives the address that asks Binance itself, and the row to expect', async ({ page }) => {
    await page.goto(address(MINUTE));
    const ask = page.getByRole('region', { name: 'Ask the exchange yourself' });
    await expect(ask.getByText('SIMULATED: these candles are a rehearsal.')).toBeVisible();
    await expect(
      ask.getByRole('link', {
        name: 'https://api.binance.com/api/v3/klines?symbol=ATOMUSDT&interval=1m&startTime=1760131200000&endTime=1760131259999&limit=1',
      }),
    ).toBeVisible();
    await expect(ask.getByText('[1760131200000, "1.863", "2.283", "0.001", "1.997"')).toBeVisible();
    await expect(ask.getByRole('link', { name: 'ATOMUSDT-1m-2025-10-10.zip' })).toBeVisible();
    await ask.getByText('Kraken ATOM/USD').click();
    await expect(ask.getByText('Kraken serves this minute until 2025-10-11 09:20 UTC.')).toBeVisible();
  });
});
