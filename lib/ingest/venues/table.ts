import { parseVenue, type Venue } from '../../domain/market';
import { binance } from './binance';
import { binancecoinm } from './binancecoinm';
import { binanceusdm } from './binanceusdm';
import { bitfinex } from './bitfinex';
import { bitget } from './bitget';
import { bithumb } from './bithumb';
import { bitstamp } from './bitstamp';
import { bybit } from './bybit';
import { capabilityOf, type Capability } from './capability';
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

/** One more venue is one more file and one more name here. */
const FACTS = {
  binance,
  okx,
  bybit,
  coinbase,
  kraken,
  kucoin,
  gate,
  bitget,
  htx,
  mexc,
  bitfinex,
  bitstamp,
  upbit,
  cryptocom,
  gemini,
  bithumb,
  binanceusdm,
  binancecoinm,
  kucoinfutures,
} as const;

/** The venues that can be asked for candles, in the order they are shown, with what is known of each. */
export const VENUES: ReadonlyMap<Venue, Capability> = new Map(
  Object.entries(FACTS).flatMap(([text, facts]) => {
    const venue = parseVenue(text);
    return venue.ok ? [[venue.value, capabilityOf(text, facts)] as const] : [];
  }),
);
