import { MINUTE_MS } from '../../domain/minute';
import { candleHolding, HOUR, MINUTE, MINUTES_15, MINUTES_5, openingOf, UTC_DAY } from '../longer';
import {
  codesOf,
  marketOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type VenueProfile,
} from '../profile';
import type { SimulatedMarket } from '../scenario';
import { krakenTrades } from '../trades/endpoints';

/** Rows of an OHLC reply: the latest only, whatever `since` says. */
const CAP = 720;

/** Kraken's old names: X before a coin and Z before a fiat currency; Bitcoin is XBT, Dogecoin XDG. */
const OLD_NAMES = new Map([
  ['BTC', 'XXBT'],
  ['ETH', 'XETH'],
  ['XRP', 'XXRP'],
  ['DOGE', 'XXDG'],
  ['USD', 'ZUSD'],
  ['EUR', 'ZEUR'],
]);
const ALT_NAMES = new Map([
  ['BTC', 'XBT'],
  ['DOGE', 'XDG'],
]);

const INTERVALS = { '1': MINUTE, '5': MINUTES_5, '15': MINUTES_15, '60': HOUR, '1440': UTC_DAY };

const assetId = (code: string): string => OLD_NAMES.get(code) ?? code;
const altName = (code: string): string => ALT_NAMES.get(code) ?? code;

/** `XXBTZUSD`, but `XBTUSDT`: the old names hold only where both sides have one, and in `USDTZUSD`. */
function idOf(market: SimulatedMarket): string {
  const old =
    OLD_NAMES.has(market.quote) && (OLD_NAMES.has(market.base) || (market.base === 'USDT' && market.quote === 'USD'));
  return old ? `${assetId(market.base)}${assetId(market.quote)}` : `${altName(market.base)}${altName(market.quote)}`;
}

const altNameOf = (market: SimulatedMarket): string => `${altName(market.base)}${altName(market.quote)}`;

const result = (body: unknown): Answer => plain({ error: [], result: body });

const pair = (market: SimulatedMarket): object => ({
  altname: altNameOf(market),
  wsname: `${altName(market.base)}/${altName(market.quote)}`,
  aclass_base: 'currency',
  base: assetId(market.base),
  aclass_quote: 'currency',
  quote: assetId(market.quote),
  lot: 'unit',
  cost_decimals: 5,
  pair_decimals: market.priceDecimals,
  lot_decimals: market.volumeDecimals,
  lot_multiplier: 1,
  leverage_buy: [],
  leverage_sell: [],
  fees: [[0, 0.4]],
  fees_maker: [[0, 0.25]],
  fee_volume_currency: 'ZUSD',
  margin_call: 80,
  margin_stop: 40,
  ordermin: '0.0001',
  costmin: '0.5',
  tick_size: tickOf(market.priceDecimals),
  status: 'online',
});

/**
 * At most the latest 720 rows, later than `since` (seconds, exclusive); oldest first; a minute without a trade is a flat
 * row of volume 0; the last row is not committed. A pair is named by its id, or as in the documentation's example, XBTUSD. Columns time, open, high, low, close, vwap, volume, count.
 */
function ohlc(ask: Ask): Answer {
  const pair = ask.query.get('pair');
  const market = marketOf(ask, pair, idOf) ?? marketOf(ask, pair, altNameOf);
  if (market === undefined) return plain({ error: ['EQuery:Unknown asset pair'] });
  const span = spanOf(INTERVALS, ask.query.get('interval'));
  if (span === undefined) return plain({ error: ['EGeneral:Invalid arguments'] });
  const since = wholeOf(ask.query, 'since');
  const open = openingOf(candleHolding(Math.floor(ask.nowMs / MINUTE_MS), span), span);
  const price = (value: number): string => value.toFixed(market.priceDecimals);
  return {
    kind: 'candles',
    market,
    span,
    limit: CAP,
    keep: 'newest',
    order: 'ascending',
    from: since === undefined ? undefined : Math.floor(since / 60) + 1,
    to: undefined,
    reachesBackTo: open - (CAP - 1) * span.minutes,
    emptyMinutes: 'flat',
    servesForming: true,
    write: {
      row: (row) =>
        `[${String(row.minute * 60)},"${price(row.open)}","${price(row.high)}","${price(row.low)}","${price(row.close)}",` +
        `"${price(row.baseVolume > 0 ? row.quoteVolume / row.baseVolume : 0)}","${row.baseVolume.toFixed(8)}",${String(row.trades)}]`,
      body: (rows) =>
        `{"error":[],"result":{"${idOf(market)}":[${rows}],"last":${String((open - span.minutes) * 60)}}}`,
    },
  };
}

function trades(ask: Ask): Answer {
  const market = marketOf(ask, ask.query.get('pair'), idOf);
  return market === undefined
    ? plain({ error: ['EQuery:Unknown asset pair'] })
    : krakenTrades(ask, market, idOf(market));
}

export const kraken: VenueProfile = {
  venue: 'kraken',
  endpoints: [
    { path: /^\/0\/public\/OHLC$/, answer: ohlc },
    { path: /^\/0\/public\/Trades$/, answer: trades },
    {
      path: /^\/0\/public\/AssetPairs$/,
      answer: (ask) => result(Object.fromEntries(ask.markets.map((market) => [idOf(market), pair(market)]))),
    },
    {
      path: /^\/0\/public\/Assets$/,
      answer: (ask) =>
        result(
          Object.fromEntries(
            codesOf(ask).map((code) => [
              assetId(code),
              { aclass: 'currency', altname: altName(code), decimals: 10, display_decimals: 5, status: 'enabled' },
            ]),
          ),
        ),
    },
    {
      path: /^\/0\/public\/Time$/,
      answer: (ask) => result({ unixtime: Math.floor(ask.nowMs / 1000), rfc1123: new Date(ask.nowMs).toUTCString() }),
    },
    {
      path: /^\/0\/public\/SystemStatus$/,
      answer: (ask) => result({ status: 'online', timestamp: new Date(ask.nowMs).toISOString() }),
    },
  ],
  unknownPath: plain({ error: ['EGeneral:Unknown method'] }),
};
