import { parseVenue } from '../../domain/market';
import type { ConnectOptions } from '../venue/connect';
import { Exchange } from '../venue/exchange';
import type { Capability } from '../venues/capability';
import { VENUES } from '../venues/table';

/** As a venue names and lists it. */
const MARKET = { id: 'ATOM_USDT', symbol: 'ATOM/USDT', base: 'ATOM', quote: 'USDT', spot: true, type: 'spot' };

interface OverFetch {
  readonly exchange: Exchange;
  readonly capability: Capability;
  readonly symbol: string;
}

/** A venue's own program over a `fetch` of the test's, unthrottled; it lists ATOM/USDT. `aheadMs`: how far the venue's clock is ahead. */
export async function overFetch(
  id: string,
  options: Pick<ConnectOptions, 'now' | 'fetch'>,
  aheadMs?: number,
): Promise<OverFetch> {
  const venue = parseVenue(id);
  const capability = venue.ok ? VENUES.get(venue.value) : undefined;
  if (!venue.ok || capability === undefined) throw new Error(`no such venue: ${id}`);
  const exchange = await Exchange.open(venue.value, capability, { ...options, throttle: false }, aheadMs);
  exchange.ccxt.setMarkets([MARKET]);
  return { exchange, capability, symbol: MARKET.symbol };
}
