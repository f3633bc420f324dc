import type { Asking } from './asking';
import { binance, binancecoinm, binanceusdm } from './houses/binance';
import { bitfinex } from './houses/bitfinex';
import { bitget } from './houses/bitget';
import { bitstamp } from './houses/bitstamp';
import { bybit } from './houses/bybit';
import { coinbase } from './houses/coinbase';
import { cryptocom } from './houses/cryptocom';
import { gate } from './houses/gate';
import { gemini } from './houses/gemini';
import { htx } from './houses/htx';
import { kraken } from './houses/kraken';
import { kucoin, kucoinfutures } from './houses/kucoin';
import { mexc } from './houses/mexc';
import { okx } from './houses/okx';
import { bithumb, upbit } from './houses/won';

/** How every venue is asked; one more venue is one more name here. */
export const ASKINGS: ReadonlyMap<string, Asking> = new Map(
  Object.entries({
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
  }),
);
