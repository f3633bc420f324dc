import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { startPooler, type Pooler } from '../testing/pooler';
import { emptyDatabase, type FreshDatabase } from '../testing/testDatabase';
import { cancelling, nobodyWaits, uncancelled } from './cancelling';
import { openDatabase, type Database } from './database';
import { StatementStopped } from './failures';
import { withSnapshot, withTransaction } from './transactions';

/** One connection: whatever a cancelled statement leaves behind meets the next one. */
const ONE = { connections: 1 };

let behind: FreshDatabase;
let pooler: Pooler;
let holder: Client;
beforeAll(async () => {
  behind = await emptyDatabase();
  await behind.pool.query('CREATE TABLE note (name text)');
  pooler = await startPooler(behind.url, 1);
  holder = new Client({ connectionString: behind.url });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await pooler.close();
  await behind.drop();
});
beforeEach(() => holder.query('BEGIN; LOCK TABLE note IN ACCESS EXCLUSIVE MODE'));
afterEach(() => holder.query('ROLLBACK'));

/** The statements of others in this database that run now, or wait for a lock. */
async function running(): Promise<readonly string[]> {
  // Not over the holder's connection: in a transaction the server tells the same again.
  const { rows } = await behind.pool.query<{ query: string }>(
    "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()",
  );
  return rows.map(({ query }) => query);
}

/** Asks until the statement waits for the lock that is held. */
async function blocked(statement: string): Promise<void> {
  while (!(await running()).includes(statement));
  for (;;) {
    const { rows } = await behind.pool.query(
      'SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
    );
    if (rows.length > 0) return;
  }
}

const READ = 'SELECT name FROM note';

describe.each([
  ['the server itself', () => behind.url],
  ['a pooler that lends connections per transaction', () => pooler.url],
])('over %s, a reader who leaves', (_, url) => {
  let db: Database;
  beforeEach(() => {
    db = openDatabase(url(), ONE);
  });
  afterEach(() => db.close());

  it('ends the statement that waits, in the database too, and the connection serves whoever is next', async () => {
    const reader = new AbortController();
    const reading = cancelling(reader.signal, () => withSnapshot(db, (snapshot) => snapshot.query(READ)));
    reading.catch(() => undefined);
    await blocked(READ);
    const next = db.query<{ one: number }>('SELECT 1 AS one');
    reader.abort(nobodyWaits());
    await expect(reading).rejects.toThrow('nobody waits for the answer any more');
    // Who is next may be served at this very moment.
    expect(await running()).not.toContain(READ);
    expect((await next).rows).toEqual([{ one: 1 }]);
    expect(db.pool.totalCount).toBe(1);
  });

  it('undoes what was being written, and sends no further statement', async () => {
    const writer = new AbortController();
    let isSentOn = false;
    const writing = cancelling(writer.signal, () =>
      withTransaction(db, async (client) => {
        await client.query("INSERT INTO note VALUES ('half')");
        isSentOn = true;
      }),
    );
    writing.catch(() => undefined);
    await blocked("INSERT INTO note VALUES ('half')");
    writer.abort(nobodyWaits());
    await expect(writing).rejects.toThrow('nobody waits');
    await holder.query('ROLLBACK');
    expect(isSentOn).toBe(false);
    expect((await db.query('SELECT FROM note')).rows).toEqual([]);
  });

  it('ends work between two statements, and waits for no connection that others have', async () => {
    const reader = new AbortController();
    const between = cancelling(reader.signal, () =>
      withSnapshot(db, async (snapshot) => {
        await snapshot.query('SELECT 1');
        const queued = cancelling(reader.signal, () => db.query('SELECT 2'));
        reader.abort(nobodyWaits());
        await expect(queued).rejects.toThrow('nobody waits');
        await snapshot.query('SELECT 3');
      }),
    );
    await expect(between).rejects.toThrow('nobody waits');
    await expect(cancelling(reader.signal, () => db.query('SELECT 4'))).rejects.toThrow('nobody waits');
    expect((await db.query('SELECT 5 AS five')).rows).toEqual([{ five: 5 }]);
  });

  it('does not end what others wait for as well', async () => {
    const reader = new AbortController();
    const shared = cancelling(reader.signal, () => uncancelled(() => db.query(READ)));
    await blocked(READ);
    reader.abort(nobodyWaits());
    await holder.query('ROLLBACK');
    expect((await shared).rows).toEqual([]);
  });
});

it('a statement that runs longer than it may is stopped by the server, and typed, through a pooler too', async () => {
  const db = openDatabase(pooler.url, { ...ONE, statementMs: 20 });
  try {
    const stopped = db.query(READ);
    await expect(stopped).rejects.toThrow(StatementStopped);
    await expect(stopped).rejects.toThrow(
      /^a statement in the database \w+ at [\d.:]+ was stopped: canceling statement due to statement timeout; try again [^\n]+$/,
    );
    expect(await running()).toEqual([]);
  } finally {
    await db.close();
  }
});

it('how long a statement may run is set for its transaction alone: whoever is lent the connection next has no limit', async () => {
  const db = openDatabase(pooler.url, { ...ONE, statementMs: 7 * 60_000 });
  try {
    const { rows } = await db.query<{ statement_timeout: string }>('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '7min' }]);
    expect((await db.pool.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '0' }]);
  } finally {
    await db.close();
  }
});
