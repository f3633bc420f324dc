/** The column that says on which node a row lies. */
export const SPREAD_BY = 'market_id';

/**
 * The tables that grow with every candle, which `plumbline distribute` spreads over nodes by market, the first one first: the others are laid beside it. Rows of
 * one market lie together, in whichever of them they are.
 */
export const SPREAD_TABLES = ['market_day', 'revision', 'quarantine', 'reply', 'longer_candle'] as const;

/**
 * The others stay on the node that the programs connect to. They are small, or they tell by numbers of its own transactions what was written
 * (`stored_book`, `stored_day`), which mean nothing elsewhere.
 */
export const LOCAL_TABLES = [
  'market',
  'world',
  'stored_book',
  'stored_day',
  'coverage',
  'stale_day',
  'kept_day',
  'kept_episode',
  'ingest_run',
  'ingest_progress',
  'erratum',
  'alert',
  'alert_change',
  'alert_delivery',
] as const;
