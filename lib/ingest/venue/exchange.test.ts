import { expect, it } from 'vitest';
import { parseVenue, type Venue } from '../../domain/market';
import { VENUES } from '../venues/table';
import { Exchange } from './exchange';

const venueOf = (text: string): Venue => {
  const venue = parseVenue(text);
  if (!venue.ok) throw new Error(text);
  return venue.value;
};

it('a range ends by the venue’s clock, not by one of this machine that is behind: Gate refuses one that ends before it begins', async () => {
  // Sixty years ahead of any machine that runs this.
  const venueMs = Date.UTC(2086, 0, 1, 12, 0, 30);
  const asked: string[] = [];
  const gate = venueOf('gate');
  const capability = VENUES.get(gate);
  if (capability === undefined) throw new Error('gate');
  const fetch = (url: unknown): Promise<Response> => {
    asked.push(String(url));
    return Promise.resolve(new Response('[]', { headers: { Date: new Date(venueMs).toUTCString() } }));
  };
  const exchange = await Exchange.open(
    gate,
    capability,
    { now: Date.now, fetch, throttle: false },
    venueMs - Date.now(),
  );
  const market = { id: 'ATOM_USDT', symbol: 'ATOM/USDT', base: 'ATOM', quote: 'USDT', spot: true, type: 'spot' };
  exchange.ccxt.setMarkets([market]);
  const fromMs = Date.UTC(2086, 0, 1, 11, 50);
  await exchange.replyWithRows(() => exchange.ccxt.fetchOHLCV('ATOM/USDT', '1m', fromMs, 10, {}));
  const query = new URL(asked[0] ?? '').searchParams;
  expect([query.get('from'), query.get('to')]).toEqual([String(fromMs / 1_000), String(fromMs / 1_000 + 9 * 60)]);
});
