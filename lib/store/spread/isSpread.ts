import type { Readable } from '../connection/client';

/** By the connections it was asked over. */
const known = new WeakMap<object, Promise<boolean>>();

/** Called where one of these connections has ended: it may have been the last, and `plumbline distribute` looks for processes that have any. */
export const forgetSpread = (over: object): void => void known.delete(over);

/**
 * Whether the tables that grow are spread over nodes (`plumbline distribute`). Asked once, and again when a connection has ended: while there is one, tables are not
 * spread.
 */
export function isSpread(db: Readable): Promise<boolean> {
  if (db.over === undefined) return ask(db);
  const before = known.get(db.over);
  if (before !== undefined) return before.catch(() => ask(db));
  const asked = ask(db);
  known.set(db.over, asked);
  const { over } = db;
  asked.catch(() => known.delete(over));
  return asked;
}

async function ask(db: Readable): Promise<boolean> {
  const { rows } = await db.query<{ readonly has: boolean }>(
    "SELECT to_regclass('pg_dist_partition') IS NOT NULL AS has",
  );
  if (rows[0]?.has !== true) return false;
  const { rows: spread } = await db.query(
    "SELECT 1 FROM pg_dist_partition WHERE logicalrelid = 'market_day'::regclass",
  );
  return spread.length > 0;
}
