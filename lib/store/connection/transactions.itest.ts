import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { openDatabase, type Database, type DatabaseOptions } from './database';
import { AllConnectionsBusy, ConnectionLost } from './failures';
import { withLock, withSnapshot, withTransaction } from './transactions';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase('real');
  await fresh.pool.query('CREATE TABLE note (name text PRIMARY KEY, times int NOT NULL)');
});
afterAll(() => fresh.drop());

async function opened<T>(options: DatabaseOptions, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(fresh.url, options);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const endConnections = (): Promise<unknown> =>
  fresh.pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );

describe('a transaction', () => {
  it('is undone as a whole when its work throws', async () => {
    const broken = withTransaction(fresh, async (client) => {
      await client.query("INSERT INTO note VALUES ('undone', 1)");
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect((await fresh.query("SELECT FROM note WHERE name = 'undone'")).rows).toEqual([]);
  });

  it('is done again from its start, after one line, when its connection ends in mid-work', async () => {
    const lines: string[] = [];
    await opened({ onOutage: (line) => lines.push(line) }, async (db) => {
      let tries = 0;
      const times = await withTransaction(db, async (client) => {
        tries += 1;
        await client.query(
          "INSERT INTO note VALUES ('again', 1) ON CONFLICT (name) DO UPDATE SET times = note.times + 1",
        );
        if (tries === 1) await endConnections();
        return (await client.query<{ times: number }>("SELECT times FROM note WHERE name = 'again'")).rows[0]?.times;
      });
      expect({ tries, times }).toEqual({ tries: 2, times: 1 });
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^the database plumbline_test_\w+ at 127\.0\.0\.1:\d+ does not answer \(.+\); trying again for up to 60 s$/,
      ),
    ]);
  });

  it('ends with one line, and the process goes on, when the server stays away', async () => {
    await opened({ outageMs: 0 }, async (db) => {
      const lost = withTransaction(db, async (client) => {
        await client.query('SELECT 1');
        await endConnections();
        await client.query('SELECT 2');
      });
      await expect(lost).rejects.toThrow(ConnectionLost);
      await expect(lost).rejects.toThrow(/^the connection to the database \w+ at [\d.:]+ was lost: [^\n]+$/);
      expect((await db.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    });
  });
});

describe('one moment of the database', () => {
  it('sees nothing that was written after it began', async () => {
    await withSnapshot(fresh, async (snapshot) => {
      const count = async (): Promise<number> =>
        (await snapshot.query("SELECT FROM note WHERE name = 'later'")).rows.length;
      expect(await count()).toBe(0);
      await fresh.pool.query("INSERT INTO note VALUES ('later', 1)");
      expect(await count()).toBe(0);
    });
  });

  it('writes nothing', async () => {
    await expect(withSnapshot(fresh, (snapshot) => snapshot.query('DELETE FROM note'))).rejects.toThrow('is read-only');
  });

  it('gives its connection back when the statement in flight has ended, and sends none that still waited', async () => {
    await opened({ connections: 1 }, async (db) => {
      let stray: Promise<unknown> | undefined;
      let later: Promise<unknown> | undefined;
      const stopped = withSnapshot(db, async (snapshot) => {
        const running = snapshot.query('SELECT pg_sleep(0.1)');
        stray = expect(snapshot.query("SELECT 'stray'")).rejects.toThrow('after its work had ended');
        later = running.then(() =>
          expect(snapshot.query("SELECT 'later'")).rejects.toThrow('after its work had ended'),
        );
        await Promise.resolve();
        throw new Error('the reader went away');
      });
      // The one connection: whatever was still sent over it would answer here, or stand in this transaction.
      const next = withSnapshot(db, (snapshot) =>
        snapshot.query<{ began: boolean; before: string }>(
          'SELECT now() = statement_timestamp() AS began, (SELECT query FROM pg_stat_activity WHERE pid = pg_backend_pid()) AS before',
        ),
      );
      await expect(stopped).rejects.toThrow('the reader went away');
      await stray;
      await later;
      expect((await next).rows).toHaveLength(1);
    });
  });
});

describe('waiting for a connection', () => {
  it('is given up with an error that says so', async () => {
    await opened({ connections: 1, patienceMs: 2_000 }, async (db) => {
      // The same patience is had with the connection itself, which a busy machine may take longer to make.
      await expect.poll(() => db.query('SELECT 1').catch(() => undefined)).toBeDefined();
      await withSnapshot(db, async () => {
        const second = db.query('SELECT 1');
        await expect(second).rejects.toThrow(AllConnectionsBusy);
        await expect(second).rejects.toThrow(
          /^all 1 connections to the database \w+ at [\d.:]+ were busy for 2 s; try again when fewer analyses run$/,
        );
      });
    });
  });
});

/** In so many turns of four takers, locks were given up between a moment and the asking for them, when nobody looked for that. */
const TURNS = 400;

describe('a lock', () => {
  it('lets one at a time work, each seeing what the one before it wrote, and rests on no session', async () => {
    await fresh.pool.query("INSERT INTO note VALUES ('counted', 0)");
    await opened({ connections: 3 }, async (db) => {
      let working = 0;
      const add = (): Promise<void> =>
        withLock(db, { purpose: 7, name: 'counted' }, async (client) => {
          working += 1;
          try {
            expect(working).toBe(1);
            const { rows } = await client.query<{ times: number }>("SELECT times FROM note WHERE name = 'counted'");
            await client.query("UPDATE note SET times = $1 WHERE name = 'counted'", [(rows[0]?.times as number) + 1]);
          } finally {
            working -= 1;
          }
        });
      await Promise.all(Array.from({ length: 12 }, add));
      expect((await db.query("SELECT times FROM note WHERE name = 'counted'")).rows).toEqual([{ times: 12 }]);
      expect(
        (
          await fresh.pool.query(
            "SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
          )
        ).rows,
      ).toEqual([]);
    });
  });

  it('never shows a moment from before the one before it ended, though nothing it writes would collide', async () => {
    await fresh.pool.query('CREATE TABLE turn (number int)');
    await opened({ connections: 4 }, async (db) => {
      const take = (): Promise<void> =>
        withLock(db, { purpose: 7, name: 'turns' }, async (client) => {
          const { rows } = await client.query<{ taken: number }>('SELECT count(*)::int AS taken FROM turn');
          await client.query('INSERT INTO turn VALUES ($1)', [rows[0]?.taken]);
        });
      const turns = Array.from({ length: TURNS }, (_, number) => ({ number }));
      const takers = Array.from({ length: 4 }, async (_, taker) => {
        for (let turn = taker; turn < TURNS; turn += 4) await take();
      });
      await Promise.all(takers);
      expect((await db.query('SELECT number FROM turn ORDER BY number')).rows).toEqual(turns);
    });
  });
});
