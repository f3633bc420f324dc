import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import type { Database } from './database';

/** What answers reading statements: a database, or one moment of it. */
export interface Readable {
  readonly pool: {
    query<Row extends QueryResultRow>(statement: string, values?: unknown[]): Promise<QueryResult<Row>>;
  };
}

/** Lends one moment of the database: whatever is read through it was true at the same time. Its statements run one after another. */
export async function withSnapshot<T>(db: Database, work: (snapshot: Readable) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work({ pool: oneAtATime(client) });
    await client.query('COMMIT');
    return result;
  } catch (failure) {
    await client.query('ROLLBACK').catch((rollback: unknown) => {
      broken = rollback instanceof Error ? rollback : new Error(String(rollback));
    });
    throw failure;
  } finally {
    client.release(broken);
  }
}

/** A connection takes one statement at a time; those asked for meanwhile wait for it. */
function oneAtATime(client: ClientBase): Readable['pool'] {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: (statement, values) => {
      const mine = last.then(() => client.query(statement, values));
      last = mine.catch(() => undefined);
      return mine as never;
    },
  };
}
