import type { Candle } from '../../domain/candle';
import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY, type Span } from '../longer';
import type { SimulatedMarket } from '../scenario';

/** The interface Upbit made and Bithumb took over: market names, rows and times are written alike. */

/** Korea's clock is nine hours ahead of UTC, all year. */
export const KST_AHEAD_MS = 9 * 3_600_000;

/** "최대 200개까지 요청 가능": at most 200 candles a request. One is given unless more are asked for. */
export const WON_ROWS = { usual: 1, cap: 200 };

/** `KRW-BTC`: the quote first. */
export const wonId = (market: SimulatedMarket): string => `${market.quote}-${market.base}`;

/** `yyyy-MM-ddTHH:mm:ss`, without a zone. */
const wallClock = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

/** The units of `/candles/minutes/{unit}`. Days, `/candles/days`, are Korea's: they open at 09:00 there, which is 00:00 UTC. */
export const UNITS = { '1': MINUTE, '5': MINUTES_5, '15': MINUTES_15, '60': HOUR };

/** A candle's row; `timestamp` is what each venue says of it, in milliseconds. */
export const wonRow = (market: SimulatedMarket, row: Candle, timestamp: number, span: Span): object => ({
  market: wonId(market),
  candle_date_time_utc: wallClock(row.minute * MINUTE_MS),
  candle_date_time_kst: wallClock(row.minute * MINUTE_MS + KST_AHEAD_MS),
  opening_price: row.open,
  high_price: row.high,
  low_price: row.low,
  trade_price: row.close,
  timestamp,
  candle_acc_trade_price: row.quoteVolume,
  candle_acc_trade_volume: row.baseVolume,
  // A day's row has no unit.
  ...(span === UTC_DAY ? {} : { unit: span.minutes }),
});

/**
 * The instant of `yyyy-MM-dd HH:mm:ss` or `yyyy-MM-ddTHH:mm:ss` with `Z`, an offset or nothing, in milliseconds since 1970;
 * without a zone the clock is `aheadMs` ahead of UTC. Undefined when it is no such time.
 */
export function instantOf(text: string, aheadMs: number): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  const ms = Date.parse(`${match[1]}T${match[2]}${match[3] ?? 'Z'}`);
  if (Number.isNaN(ms)) return undefined;
  return match[3] === undefined ? ms - aheadMs : ms;
}
