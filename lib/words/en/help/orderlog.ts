/** `plumbline orderlog`. */
export const ORDER_LOG = {
  summary: 'count the rejections in a bot’s own log (CSV, JSON Lines, text), minute by minute and code by code',
  zone: 'the zone of the log’s clock, for example utc+8; needed where its stamps name none',
  year: 'the year of stamps that name none, for example 2025',
  format: 'json, csv or text, where the first lines do not show it',
  column: 'which column or key has the time or the code, for example time=when; repeatable',
  venue: 'whose codes they are, for example binance, where the entries do not name it',
  beside:
    'a market whose episodes to count the minutes beside, for example "binance ATOM/USDT" or "bybit ATOM/USDT perp"',
  from: 'only entries from this minute on, UTC; with --to (default: all)',
  to: 'only entries before this minute, UTC; with --from',
  csv: 'print CSV, one row per minute and code',
} as const;
