import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseError, type PoolClient } from 'pg';
import type { Database } from './database';

/** Another writer changed, between our reading and our writing, what we read; nothing was written. Trying again succeeds. */
export class Overtaken extends Error {}

/** SQLSTATE serialization_failure, deadlock_detected: the server undid this transaction in favour of another. */
const UNDONE = ['40001', '40P01'];
/** Each try loses only to a writer that succeeded, so a hundred in a row mean a fault of another kind. */
const TRIES = 100;
/** Spreads writers that collided; grows with the tries, drawn anew for each. */
const PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;

const isLost = (failure: unknown): boolean =>
  failure instanceof Overtaken || (failure instanceof DatabaseError && UNDONE.includes(failure.code ?? ''));

async function once<T>(db: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
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

/** Runs a whole transaction again from its start whenever another writer was faster. */
export async function retried<T>(whole: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await whole();
    } catch (failure) {
      if (!isLost(failure) || attempt === TRIES) throw failure;
      await wait(Math.random() * Math.min(PAUSE_MS * attempt, LONGEST_PAUSE_MS));
    }
  }
}

/** Runs `work` in one transaction, all or nothing, and again from its start whenever another writer was faster. */
export const inTransaction = <T>(db: Database, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  retried(() => once(db, work));
