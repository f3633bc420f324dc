import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../coverage/storedCoverage';
import { ledgerOf } from '../ledger/ledger';
import { beginProgress, readProgress } from '../ingestProgress';
import { startPooler, type Pooler } from '../testing/pooler';
import { answer, ASKED_AT, at, candle, range, spot } from '../testing/testAnswers';
import { emptyDatabase, type FreshDatabase } from '../testing/testDatabase';
import { openDatabase, type Database } from './database';
import { withLock } from './transactions';
import { readyDatabase } from './urls';

const SERVER_CONNECTIONS = 2;

let behind: FreshDatabase;
let pooler: Pooler;
let db: Database;
beforeAll(async () => {
  behind = await emptyDatabase();
  await behind.pool.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET DateStyle = %L', current_database(), 'German, DMY'); END $$`,
  );
  pooler = await startPooler(behind.url, SERVER_CONNECTIONS);
  db = await readyDatabase({ real: pooler.url, rehearsal: '' }, 'real');
});
afterAll(async () => {
  await db.close();
  await pooler.close();
  await behind.drop();
});

describe('behind a pooler that lends its connections per transaction', () => {
  it('a connection with options is refused, and named so', async () => {
    const client = new Client({ connectionString: pooler.url, options: '-c timezone=UTC' });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toThrow('unsupported startup parameter: options');
    const named = openDatabase(`${pooler.url}?options=-c%20timezone%3DUTC`);
    await expect(named.query('SELECT 1')).rejects.toThrow(
      /^cannot connect to [^\n]+: unsupported startup parameter: options; connect to the server itself, or let the pooler ignore this option$/,
    );
    await named.close();
  });

  it('five writers of one asset all come to their end, over fewer connections than there are writers', async () => {
    const venues = ['binance', 'okx', 'kraken', 'coinbase', 'bybit'];
    await Promise.all(
      venues.map((venue) =>
        ledgerOf(db).record([
          answer({ market: spot(venue, 'ATOM', 'USD'), asked: range(0, 60), candles: [candle(at(7), 4)] }),
        ]),
      ),
    );
    const coverage = await coverageOf(db);
    expect(coverage.map(({ candles }) => candles)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set(coverage.map(({ firstAskedAtMs }) => firstAskedAtMs))).toEqual(new Set([ASKED_AT]));
  });

  it('locks let one at a time work, and none is left behind in a connection', async () => {
    let working = 0;
    await Promise.all(
      Array.from({ length: 6 }, () =>
        withLock(db, { purpose: 3, name: 'one' }, async (client) => {
          working += 1;
          await client.query('SELECT 1');
          expect(working).toBe(1);
          working -= 1;
        }),
      ),
    );
    expect(
      (
        await behind.pool.query(
          "SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        )
      ).rows,
    ).toEqual([]);
  });

  it('progress is written and read in UTC, and no setting stays behind in a connection', async () => {
    const nowMs = Date.UTC(2026, 6, 7, 8, 9, 10, 11);
    await beginProgress(db, nowMs);
    expect((await readProgress(db, nowMs))?.startedAtMs).toBe(nowMs);
    const shown = await Promise.all(
      Array.from({ length: SERVER_CONNECTIONS }, () => db.pool.query<{ DateStyle: string }>('SHOW DateStyle')),
    );
    expect(shown.map(({ rows }) => rows[0]?.DateStyle)).toEqual(shown.map(() => 'German, DMY'));
  });
});
