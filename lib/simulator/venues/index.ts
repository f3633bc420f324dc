import type { VenueProfile } from '../profile';
import { binance } from './binance';
import { binancecoinm } from './binancecoinm';
import { binanceusdm } from './binanceusdm';
import { bitfinex } from './bitfinex';
import { bitget } from './bitget';
import { bithumb } from './bithumb';
import { bitstamp } from './bitstamp';
import { bybit } from './bybit';
import { coinbase } from './coinbase';
import { cryptocom } from './cryptocom';
import { gate } from './gate';
import { gemini } from './gemini';
import { htx } from './htx';
import { kraken } from './kraken';
import { kucoin } from './kucoin';
import { kucoinfutures } from './kucoinfutures';
import { mexc } from './mexc';
import { okx } from './okx';
import { upbit } from './upbit';

/** Venues simulated with their spot markets alone. */
const SPOT_ALONE: readonly VenueProfile[] = [htx, mexc, bitfinex, bitstamp, upbit, cryptocom, gemini, bithumb];

/** Every simulated venue, by the id that begins a request's path. A new venue is one profile and one line here. */
export const PROFILES: ReadonlyMap<string, VenueProfile> = new Map(
  [
    binance,
    okx,
    bybit,
    coinbase,
    kraken,
    kucoin,
    gate,
    bitget,
    binanceusdm,
    binancecoinm,
    kucoinfutures,
    ...SPOT_ALONE,
  ].map((profile) => [profile.venue, profile]),
);
