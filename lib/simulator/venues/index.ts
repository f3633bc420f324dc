import type { VenueProfile } from '../profile';
import { binance } from './binance';
import { binancecoinm } from './binancecoinm';
import { binanceusdm } from './binanceusdm';
import { bitget } from './bitget';
import { bybit } from './bybit';
import { coinbase } from './coinbase';
import { gate } from './gate';
import { kraken } from './kraken';
import { kucoin } from './kucoin';
import { kucoinfutures } from './kucoinfutures';
import { okx } from './okx';

/** Every simulated venue, by the id that begins a request's path. A new venue is one profile and one line here. */
export const PROFILES: ReadonlyMap<string, VenueProfile> = new Map(
  [binance, okx, bybit, coinbase, kraken, kucoin, gate, bitget, binanceusdm, binancecoinm, kucoinfutures].map((profile) => [profile.venue, profile]),
);
