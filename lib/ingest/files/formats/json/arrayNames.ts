import type { Market } from '../../../../domain/market';
import type { JsonValue } from './value';

const names = (text: string): readonly string[] => text.split(',');

/** ccxt's `fetch_ohlcv` and the files freqtrade writes of it: milliseconds, prices, volume. */
const CCXT = names('timestamp,open,high,low,close,volume');
/** Binance's klines, whichever venue copies them: no other reply has twelve values. */
const KLINES = names(
  'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore',
);
/** freqtrade's trades: `PAIR-trades.json`. */
const FREQTRADE_TRADES = names('timestamp,id,type,side,price,amount,cost');

/** Other orders of six values, by the venue's own reply: of Bitfinex milliseconds, open, close, high, low; of Coinbase seconds, low, high. */
const OTHER_SIX: Readonly<Record<string, readonly string[]>> = {
  bitfinex: names('timestamp,open,close,high,low,volume'),
  coinbase: names('timestamp,low,high,open,close,volume'),
};

/**
 * The values of a venue's own candle replies, by their number, from its documentation. Where a value is in another unit on
 * contracts, only the kind of market it is sure of is named.
 */
function ownNames({ venue, kind, quote }: Market, values: number): readonly string[] | undefined {
  const isSpot = kind === 'spot';
  switch (`${venue} ${String(values)}`) {
    case 'okx 9':
      return names('timestamp,open,high,low,close,vol,vol_ccy,vol_ccy_quote,confirm');
    case 'okx 6':
      return kind === 'mark' || kind === 'index' ? names('timestamp,open,high,low,close,confirm') : undefined;
    case 'bybit 7':
      // Of inverse contracts both are in the other currency.
      return isSpot || quote !== 'USD' ? names('timestamp,open,high,low,close,base_volume,quote_volume') : undefined;
    case 'bitget 8':
      return isSpot ? names('timestamp,open,high,low,close,base_volume,quote_volume,usdt_worth') : undefined;
    case 'bitget 7':
      return isSpot ? undefined : names('timestamp,open,high,low,close,base_volume,quote_volume');
    case 'kucoin 7':
      return names('timestamp,open,close,high,low,volume,quote_volume');
    case 'gate 8':
      return isSpot ? names('timestamp,quote_volume,close,high,low,open,volume,closed') : undefined;
    case 'kraken 8':
      return isSpot ? names('timestamp,open,high,low,close,vwap,volume,count') : undefined;
    case 'mexc 8':
      return isSpot ? names('open_time,open,high,low,close,volume,close_time,quote_volume') : undefined;
    default:
      return undefined;
  }
}

/** Whether a row holds as a candle under an order of its prices: low ≤ open, close ≤ high. */
function holds(row: readonly JsonValue[], order: readonly string[]): boolean {
  const price = (name: string): number => Number(row[order.indexOf(name)]);
  const [open, high, low, close] = [price('open'), price('high'), price('low'), price('close')];
  return low <= open && low <= close && open <= high && close <= high;
}

/**
 * Six values are ccxt's, or the venue's own in another order. A candle that holds in both orders is the same candle in both, so that
 * rows decide it: the order more of them hold in.
 */
function sixNames(rows: readonly (readonly JsonValue[])[], venue: string | undefined): readonly string[] {
  const other = venue === undefined ? undefined : OTHER_SIX[venue];
  if (other === undefined) return CCXT;
  const holding = (order: readonly string[]): number => rows.filter((row) => holds(row, order)).length;
  return holding(other) > holding(CCXT) ? other : CCXT;
}

/** The names of the values of JSON arrays, of which the first are given; undefined: they are no known shape. */
export function arrayNames(
  rows: readonly (readonly JsonValue[])[],
  market: Market | undefined,
): readonly string[] | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const [values, side] = [first.length, first[3]];
  if (values === 12) return KLINES;
  if (values === 7 && (side === 'buy' || side === 'sell')) return FREQTRADE_TRADES;
  const own = market === undefined ? undefined : ownNames(market, values);
  if (own !== undefined) return own;
  if (values === 6) return sixNames(rows, market?.venue);
  return values === 5 ? CCXT.slice(0, 5) : undefined;
}
