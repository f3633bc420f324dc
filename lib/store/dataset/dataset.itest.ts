import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSimulated, SOURCES, type Source } from '../../domain/market';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { stampDataset, datasetOf, type Dataset } from './dataset';

const insertDay = async (db: FreshDatabase, source: string): Promise<unknown> =>
  db.pool.query('INSERT INTO market_day (market_id, source, day, version) VALUES (1, $1, 20371, 1)', [source]);

const insertOthers = (source: string): readonly [string, string][] => [
  [
    'coverage',
    `INSERT INTO coverage (market_id, source, from_minute, to_minute, outcome, cause, first_asked_at, asked_at) VALUES (1, '${source}', 0, 1, 'failed', '', now(), now())`,
  ],
  [
    'revision',
    `INSERT INTO revision (market_id, source, minute, first_seen, seen_again) VALUES (1, '${source}', 0, now(), now())`,
  ],
  [
    'quarantine',
    `INSERT INTO quarantine (market_id, source, digest, reason, raw, seen_at) VALUES (1, '${source}', 'd', '', '', now())`,
  ],
  [
    'reply',
    `INSERT INTO reply (market_id, source, from_minute, to_minute, digest, received_at, sha256, address, reader) VALUES (1, '${source}', 0, 1, 'd', now(), '', '', '')`,
  ],
  [
    'longer_candle',
    `INSERT INTO longer_candle (market_id, source, timeframe, open_minute, observed_at) VALUES (1, '${source}', '1h', 0, now())`,
  ],
  [
    'stored_book',
    `INSERT INTO stored_book (market_id, source, version, changed, created, whole_version, whole_changed) VALUES (1, '${source}', 1, '1', '1', 1, '1')`,
  ],
  [
    'stored_day',
    `INSERT INTO stored_day (market_id, source, day, version, changed, answered_minutes, candles, traded, no_trade, moved, set_aside, quarantined, revised, layout)
     VALUES (1, '${source}', 0, 1, '1', 0, 0, 0, 0, 0, 0, 0, 0, 4)`,
  ],
];

const REAL = SOURCES.filter((source) => !isSimulated(source));
const SIMULATED = SOURCES.filter(isSimulated);

describe.each<{ dataset: Dataset; other: Dataset; accepts: readonly Source[]; refuses: readonly Source[] }>([
  { dataset: 'real', other: 'rehearsal', accepts: REAL, refuses: SIMULATED },
  { dataset: 'rehearsal', other: 'real', accepts: SIMULATED, refuses: REAL },
])('a database stamped $world', ({ dataset, other, accepts, refuses }) => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase(dataset);
  });
  afterAll(async () => {
    await db.drop();
  });

  it('names the dataset it is of', async () => {
    expect(await datasetOf(db)).toBe(dataset);
  });

  it('takes the same stamp again', async () => {
    await expect(stampDataset(db, dataset)).resolves.toBeUndefined();
  });

  it('refuses the stamp of the other dataset in one line', async () => {
    await expect(stampDataset(db, other)).rejects.toThrow(
      `this database contains ${CONTENTS[dataset]} candles, not ${CONTENTS[other]} ones`,
    );
    expect(await datasetOf(db)).toBe(dataset);
  });

  it('names no source in a table without the rule', async () => {
    const { rows } = await db.pool.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'source'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.conname = c.relname || '_is_of_world')`);
    expect(rows).toEqual([]);
  });

  it(`keeps ${accepts.join(', ')} rows and refuses ${refuses.join(', ')} ones, whoever writes them`, async () => {
    for (const source of accepts) {
      await expect(insertDay(db, source)).resolves.toBeDefined();
      for (const [table, statement] of insertOthers(source))
        await expect(db.pool.query(statement), table).resolves.toBeDefined();
    }
    for (const source of refuses) {
      await expect(insertDay(db, source)).rejects.toThrow('market_day_is_of_world');
      for (const [table, statement] of insertOthers(source))
        await expect(db.pool.query(statement)).rejects.toThrow(`${table}_is_of_world`);
    }
  });
});

const CONTENTS = { real: 'real', rehearsal: 'simulated' } as const;

describe('a database that an older version stamped', () => {
  const definitions = async (db: FreshDatabase): Promise<unknown[]> =>
    (
      await db.pool.query<Record<string, unknown>>(
        "SELECT conname, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conname LIKE '%_is_of_world' ORDER BY 1",
      )
    ).rows;

  it("gets today's rule in the place of the older one, and keeps it at the next stamp", async () => {
    const db = await freshDatabase('rehearsal');
    try {
      const wanted = await definitions(db);
      await db.pool.query(
        "ALTER TABLE market_day DROP CONSTRAINT market_day_is_of_world, ADD CONSTRAINT market_day_is_of_world CHECK (source = 'simulated')",
      );
      await db.pool.query('ALTER TABLE reply DROP CONSTRAINT reply_is_of_world');
      await expect(insertDay(db, 'simulated-archive')).rejects.toThrow('market_day_is_of_world');
      await Promise.all([1, 2, 3].map(() => stampDataset(db, 'rehearsal')));
      expect(await definitions(db)).toEqual(wanted);
      await expect(insertDay(db, 'simulated-archive')).resolves.toBeDefined();
      const oids = async (): Promise<unknown[]> =>
        (
          await db.pool.query<Record<string, unknown>>(
            "SELECT oid FROM pg_constraint WHERE conname LIKE '%_is_of_world' ORDER BY 1",
          )
        ).rows;
      const before = await oids();
      await stampDataset(db, 'rehearsal');
      expect(await oids()).toEqual(before);
    } finally {
      await db.drop();
    }
  });
});
