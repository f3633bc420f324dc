import ccxt, { type Exchange } from 'ccxt';
import { readdressed } from './readdressed';

/** The ccxt class of each simulated venue. */
const CCXT_CLASSES = {
  binance: ccxt.binance, okx: ccxt.okx, bybit: ccxt.bybit, coinbase: ccxt.coinbaseexchange,
  kraken: ccxt.kraken, kucoin: ccxt.kucoin, gate: ccxt.gate, bitget: ccxt.bitget,
} as const;

export type SimulatedVenue = keyof typeof CCXT_CLASSES;

export const SIMULATED_VENUES = Object.keys(CCXT_CLASSES) as readonly SimulatedVenue[];

/** A venue's ccxt class, unthrottled, with nothing else changed but its base addresses. */
export function ccxtClient(venue: SimulatedVenue, origin: string, options: { readonly timeoutMs?: number; readonly nowMs?: number } = {}): Exchange {
  const exchange: Exchange = new CCXT_CLASSES[venue]({ enableRateLimit: false, timeout: options.timeoutMs ?? 10_000 });
  exchange.urls['api'] = readdressed(exchange.urls['api'], origin, venue) as (typeof exchange.urls)['api'];
  const { nowMs } = options;
  if (nowMs !== undefined) exchange.milliseconds = () => nowMs;
  return exchange;
}
