import type { Database } from '../connection/database';

/** What refers to a market, then the markets. */
const TABLES = [
  'longer_candle',
  'reply',
  'quarantine',
  'revision',
  'coverage',
  'stored_day',
  'stored_book',
  'market_day',
  'market',
];

/** Forgets everything recorded. A few rows are deleted in a tenth of the time that TRUNCATE takes to make new files. */
export async function emptied(db: Database): Promise<void> {
  await db.pool.query(TABLES.map((table) => `DELETE FROM ${table}`).join('; '));
}

/** The same, and what was found in it: episodes and alerts. */
export async function withoutAlerts(db: Database): Promise<void> {
  await emptied(db);
  const found = ['stale_day', 'kept_day', 'kept_episode', 'alert', 'alert_change', 'alert_delivery'];
  await db.pool.query(found.map((table) => `DELETE FROM ${table}`).join('; '));
}
