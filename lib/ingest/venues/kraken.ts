import { DEPTH_MINUTES } from '../../venues/depth';
import type { TradePlace, VenueFacts } from './capability';

/** The reply's list stands under the pair's own id, beside `last`. */
function rowsIn(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null || !('result' in body)) return undefined;
  const { result } = body;
  if (typeof result !== 'object' || result === null) return undefined;
  const list: unknown = Object.entries(result).find(([key]) => key !== 'last')?.[1];
  return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
}

/**
 * `since` of the trades after one is in nanoseconds. ccxt hangs the reply's `last` (the newest trade's time, exact) onto that
 * trade as an eighth column; one nanosecond before it is asked, so that the trade comes again and no other of its instant is lost.
 */
function since({ raw, timestampMs }: TradePlace): { readonly since: string } {
  const last: unknown = Array.isArray(raw) ? raw[7] : undefined;
  return {
    since:
      typeof last === 'string' && /^\d{16,20}$/.test(last)
        ? String(BigInt(last) - 1n)
        : `${String(timestampMs - 1)}000000`,
  };
}

/**
 * `GET /0/public/OHLC`. ccxt sends since − 60 s (the venue's bound is exclusive) and no limit: the latest 720 rows at most,
 * whatever `since`. The last row is never committed. Volume [6] is base; [7] is the trade count, dropped by ccxt; [5] is the
 * average price, from which no exact quote volume follows. Lists spot alone. `GET /0/public/Trades` reaches back to the listing:
 * 1,000 trades after `since`, oldest first, price and volume as text, each with an id [6].
 *
 * Documented: https://docs.kraken.com/api-reference/market-data/get-ohlc-data,
 *   …/get-recent-trades
 * Read in ccxt alone: since − 60 s and the eighth column of a trade: ccxt, kraken.js, fetchOHLCV and fetchTrades.
 * Longer candles: the latest 720 of each; days are UTC.
 */
export const kraken: VenueFacts = {
  emptyMinutes: 'flat',
  volume: 'base',
  cap: 720,
  depthMinutes: DEPTH_MINUTES.kraken,
  lastRowUnsettled: true,
  rowsIn,
  tradesAt: 7,
  mainQuote: 'USD',
  trades: { cap: 1000, next: since },
  longer: { utcDay: true, depthMinutes: 'rows' },
};
