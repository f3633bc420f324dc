import type { VenueFacts } from './capability';

/** The reply's list stands under the pair's own id, beside `last`. */
function rowsIn(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null || !('result' in body)) return undefined;
  const { result } = body;
  if (typeof result !== 'object' || result === null) return undefined;
  const list: unknown = Object.entries(result).find(([key]) => key !== 'last')?.[1];
  return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
}

/**
 * `GET /0/public/OHLC`. ccxt sends since − 60 s (the venue's bound is exclusive) and no limit: the latest 720 rows at most,
 * whatever `since`. The last row is never committed. Volume [6] is base; [7] is the trade count, dropped by ccxt; [5] is the
 * average price, from which no exact quote volume follows. Lists spot alone.
 */
export const kraken: VenueFacts = {
  emptyMinutes: 'flat', volume: 'base',
  cap: 720, depthMinutes: 720, lastRowUnsettled: true, rowsIn, tradesAt: 7,
};
