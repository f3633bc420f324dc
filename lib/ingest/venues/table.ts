import { parseVenue, type Venue } from '../../domain/market';
import { binance } from './binance';
import { binancecoinm } from './binancecoinm';
import { binanceusdm } from './binanceusdm';
import { bitget } from './bitget';
import { bybit } from './bybit';
import { capabilityOf, type Capability } from './capability';
import { coinbase } from './coinbase';
import { gate } from './gate';
import { kraken } from './kraken';
import { kucoin } from './kucoin';
import { kucoinfutures } from './kucoinfutures';
import { okx } from './okx';

/** One more venue is one more file and one more name here. */
const FACTS = { binance, okx, bybit, coinbase, kraken, kucoin, gate, bitget, binanceusdm, binancecoinm, kucoinfutures } as const;

/** The venues that can be asked for candles, in the order they are shown, with what is known of each. */
export const VENUES: ReadonlyMap<Venue, Capability> = new Map(
  Object.entries(FACTS).flatMap(([text, facts]) => {
    const venue = parseVenue(text);
    return venue.ok ? [[venue.value, capabilityOf(text, facts)] as const] : [];
  }),
);
