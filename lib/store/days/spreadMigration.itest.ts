import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../connection/migrate';
import { emptyDatabase, type FreshDatabase } from '../testing/testDatabase';

/** The last migration before the one under test. */
const BEFORE = '20261128181500_alerts';
const OURS = '20261128190000_spread';

let db: FreshDatabase;
beforeEach(async () => {
  db = await emptyDatabase();
  expect(await migrate(db, undefined, BEFORE)).toContain(BEFORE);
  await db.pool.query(`
    INSERT INTO market (id, venue, base, quote, kind) VALUES (1, 'binance', 'ATOM', 'USDT', 'spot'), (2, 'kraken', 'ATOM', 'USD', 'spot');
    INSERT INTO market_day (market_id, source, day, version) VALUES (1, 'rest', 20371, 7), (1, 'rest', 20372, 1), (2, 'rest', 20371, 3);
    INSERT INTO stored_day (market_id, source, day, version, changed, answered_minutes, candles, traded, no_trade, moved, set_aside, quarantined, revised, layout)
      SELECT market_id, source, day, 40, pg_current_xact_id(), 1, 1, 1, 0, 0, 0, 0, 0, 1 FROM market_day
      UNION ALL SELECT 2, 'rest', 20380, 1, pg_current_xact_id(), 0, 0, 0, 0, 0, 1, 1, 0, 1;
    INSERT INTO revision (market_id, source, minute, first_seen, seen_again, open_after)
      SELECT 1 + i % 2, 'rest', 29334240 + i, now(), now(), i FROM generate_series(1, 9) AS i`);
});
afterEach(() => db.drop());

const text = async (statement: string): Promise<readonly unknown[]> =>
  (await db.pool.query<{ readonly t: string }>(`SELECT t::text FROM (${statement}) AS t`)).rows.map(({ t }) => t);

const REVISIONS = 'SELECT * FROM revision ORDER BY id';
const DAYS = 'SELECT market_id, source, day, version, candles FROM stored_day ORDER BY 1, 2, 3';

describe('a database from before candles could be spread over nodes', () => {
  it('has every row afterwards, the key of revisions by market, and of each day the version its counts are of', async () => {
    const before = [await text(REVISIONS), await text(DAYS), await text('SELECT * FROM market_day ORDER BY 1, 2, 3')];
    expect(await migrate(db)).toContain(OURS);
    expect([await text(REVISIONS), await text(DAYS), await text('SELECT * FROM market_day ORDER BY 1, 2, 3')]).toEqual(
      before,
    );
    expect(await text('SELECT market_id, day, row_version FROM stored_day ORDER BY 1, 2')).toEqual([
      '(1,20371,7)',
      '(1,20372,1)',
      '(2,20371,3)',
      '(2,20380,0)',
    ]);
    const { rows } = await db.pool.query<{ readonly key: string }>(
      "SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint WHERE conname = 'revision_pkey'",
    );
    expect(rows).toEqual([{ key: 'PRIMARY KEY (market_id, id)' }]);
    // Ids go on behind the last one.
    const { rows: next } = await db.pool.query<{ readonly id: string }>(
      "INSERT INTO revision (market_id, source, minute, first_seen, seen_again) VALUES (1, 'rest', 1, now(), now()) RETURNING id",
    );
    expect(next).toEqual([{ id: '10' }]);
  });

  it('is left as it was by a migration cut off in the middle, and the next start completes it', async () => {
    const before = [await text(REVISIONS), await text(DAYS)];
    // The key is changed already when the migration comes to a table that someone else has locked.
    const other = await db.pool.connect();
    await other.query('BEGIN; LOCK TABLE stored_day');
    const over = new AbortController();
    const ended = expect(migrate({ ...db, outageMs: 0 })).rejects.toThrow();
    void ended.then(
      () => {
        over.abort();
      },
      () => undefined,
    );
    // It is tried once more before it gives up.
    while (!over.signal.aborted)
      await db.pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = 'stored_day'::regclass",
      );
    await ended;
    await other.query('ROLLBACK');
    other.release();
    expect([await text(REVISIONS), await text(DAYS)]).toEqual(before);
    expect(await migrate(db)).toContain(OURS);
    expect(await text('SELECT sum(row_version) FROM stored_day')).toEqual(['(11)']);
  });
});
