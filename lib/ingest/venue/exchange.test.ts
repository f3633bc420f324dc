import { expect, it } from 'vitest';
import { overFetch } from '../testing/overFetch';

it('a range ends by the venue’s clock, not by one of this machine that is behind: Gate refuses one that ends before it begins', async () => {
  // Sixty years ahead of any machine that runs this.
  const venueMs = Date.UTC(2086, 0, 1, 12, 0, 30);
  const asked: string[] = [];
  const fetch = (url: unknown): Promise<Response> => {
    asked.push(String(url));
    return Promise.resolve(new Response('[]', { headers: { Date: new Date(venueMs).toUTCString() } }));
  };
  const { exchange, symbol } = await overFetch('gate', { now: Date.now, fetch }, venueMs - Date.now());
  const fromMs = Date.UTC(2086, 0, 1, 11, 50);
  await exchange.replyWithRows(() => exchange.ccxt.fetchOHLCV(symbol, '1m', fromMs, 10, {}));
  const query = new URL(asked[0] ?? '').searchParams;
  expect([query.get('from'), query.get('to')]).toEqual([String(fromMs / 1_000), String(fromMs / 1_000 + 9 * 60)]);
});
