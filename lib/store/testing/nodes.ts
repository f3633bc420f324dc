import type { PoolClient } from 'pg';
import { openDatabase, type Database } from '../connection/database';
import { isSpread } from '../spread/testing/rules';
import type { FreshDatabase } from './testDatabase';

/** What a database looks like whose growing tables lie on another node. */
export interface Nodes extends Database {
  /** From now on that node shows what it shows now, until it has caught up. */
  readonly lag: () => Promise<void>;
  readonly catchUp: () => Promise<void>;
}

/** Makes programs take the tables of a database for spread. */
export const markSpread = (db: Database): Promise<unknown> =>
  db.pool.query(
    "CREATE TABLE pg_dist_partition (logicalrelid regclass); INSERT INTO pg_dist_partition VALUES ('market_day')",
  );

const READS = /^\s*(?:WITH|SELECT)\b/;

/**
 * Opens a database that is marked as spread once more. Whatever reads a table that may be spread sees it as it is just then, and not as it was at the
 * reader's moment. `before` each such read is waited for.
 */
export function onNodes({ url }: FreshDatabase, before: () => Promise<void> = () => Promise.resolve()): Nodes {
  const db = openDatabase(url);
  const node = openDatabase(url);
  let behind: PoolClient | undefined;
  const known = new Set<PoolClient>();
  db.pool.on('acquire', (client) => {
    if (known.has(client)) return;
    known.add(client);
    const send = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
    client.query = ((statement: unknown, values: unknown[], ...more: readonly unknown[]) =>
      typeof statement === 'string' && READS.test(statement) && isSpread(statement)
        ? before().then(() => (behind ?? node.pool).query(statement, values))
        : send(statement, values, ...more)) as typeof client.query;
  });
  const catchUp = async (): Promise<void> => {
    await behind?.query('COMMIT');
    behind?.release();
    behind = undefined;
  };
  return {
    ...db,
    lag: async () => {
      behind = await node.pool.connect();
      await behind.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      // A moment begins with its first statement.
      await behind.query('SELECT 1');
    },
    catchUp,
    close: async () => {
      await catchUp();
      await db.close();
      await node.close();
    },
  };
}
