/** The ccxt class of each simulated venue, by its name in ccxt. */
export const CCXT_CLASS = {
  binance: 'binance',
  okx: 'okx',
  bybit: 'bybit',
  coinbase: 'coinbaseexchange',
  kraken: 'kraken',
  kucoin: 'kucoin',
  gate: 'gate',
  bitget: 'bitget',
} as const;

export type SimulatedVenue = keyof typeof CCXT_CLASS;

export const SIMULATED_VENUES = Object.keys(CCXT_CLASS) as readonly SimulatedVenue[];

/** The venues simulated with their spot markets alone; their ids are ccxt's own. */
export const SPOT_ALONE = ['htx', 'mexc', 'bitfinex', 'bitstamp', 'upbit', 'cryptocom', 'gemini', 'bithumb'] as const;

export type SpotAloneVenue = (typeof SPOT_ALONE)[number];

/** The addresses with every `https://` led to the simulator. */
function readdressed(addresses: unknown, origin: string, venue: string): unknown {
  if (typeof addresses === 'string') return addresses.replace('https://', `${origin}/${venue}/`);
  if (typeof addresses !== 'object' || addresses === null) return addresses;
  return Object.fromEntries(Object.entries(addresses).map(([key, value]) => [key, readdressed(value, origin, venue)]));
}

/** What of a ccxt class is touched here: it is named by its shape, as ccxt itself stays behind the ingester's door. */
interface Addressed {
  urls: object;
  milliseconds(): number;
}

/**
 * A ccxt exchange that speaks to the simulator: nothing is changed but its base addresses and, where a venue's class
 * chooses its endpoint by the client's clock, that clock.
 */
export function pointed<E extends Addressed>(exchange: E, venue: string, origin: string, nowMs?: number): E {
  const api: unknown = (exchange.urls as Readonly<Record<string, unknown>>)['api'];
  Object.assign(exchange.urls, { api: readdressed(api, origin, venue) });
  if (nowMs !== undefined) exchange.milliseconds = () => nowMs;
  return exchange;
}
