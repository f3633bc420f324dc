import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginProgress, readProgress } from '../ingestProgress';
import { ledgerOf } from '../ledger/ledger';
import { quarantineOf } from '../quarantine/quarantine';
import { revisionsOf } from '../revisions/revisions';
import { provenanceOf } from '../replies/provenance';
import { coverageOf } from '../coverage/storedCoverage';
import { answer, ASKED_AT, ATOM, attempt, at, candle, range } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { openDatabase } from './database';
import { WritesRefused } from './failures';
import { readyDatabase } from './urls';

const LATER = Date.UTC(2026, 1, 3, 4, 5, 6, 789);
/** A price that 15 digits do not hold. */
const EXACT = 0.1 + 0.2;

/** Something of every table that holds a time. */
async function fill(db: FreshDatabase): Promise<void> {
  const ledger = ledgerOf(db);
  await ledger.record([
    answer({
      asked: range(0, 10),
      candles: [candle(at(3), EXACT)],
      quarantined: [{ minute: at(4), reason: 'high below low', raw: '[1]' }],
      provenance: [
        {
          address: 'https://x.example/',
          receivedAtMs: LATER,
          sha256: 'ab'.repeat(32),
          reader: 'test',
          body: undefined,
        },
      ],
    }),
  ]);
  await ledger.record([answer({ asked: range(3, 4), candles: [candle(at(3), 5)], askedAtMs: LATER })]);
  await ledger.attempted([attempt({ asked: range(20, 30), askedAtMs: LATER })]);
  await beginProgress(db, LATER);
}

describe('a server with settings of its own', () => {
  it.each([
    ['DateStyle', 'German, DMY'],
    ['DateStyle', 'SQL, DMY'],
    ['DateStyle', 'Postgres, MDY'],
    ['TimeZone', 'Asia/Kathmandu'],
    ['extra_float_digits', '0'],
    ['bytea_output', 'escape'],
    ['default_transaction_isolation', 'serializable'],
  ])('is read to the millisecond and the last bit with %s = %s', async (name, value) => {
    const db = await freshDatabase('real');
    try {
      await db.pool.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${name} = %L', current_database(), '${value}'); END $$`,
      );
      // Settings of a database hold for connections made after them.
      const set = openDatabase(db.url);
      try {
        const shown = await set.pool.query<Record<string, string>>(`SHOW ${name}`);
        expect(Object.values(shown.rows[0] ?? {})[0]).toBe(value);
        await fill({ ...db, ...set });
        const [revision] = await revisionsOf(set);
        expect(revision).toMatchObject({ firstSeenMs: ASKED_AT, seenAgainMs: LATER });
        expect(revision?.before?.open).toBe(EXACT);
        expect((await quarantineOf(set, { limit: 9 })).map(({ seenAtMs }) => seenAtMs)).toEqual([ASKED_AT]);
        expect((await provenanceOf(set, { range: range(0, 10) })).map(({ receivedAtMs }) => receivedAtMs)).toEqual([
          LATER,
        ]);
        const [coverage] = await coverageOf(set);
        expect(coverage?.unanswered.map(({ askedAtMs }) => askedAtMs)).toEqual([LATER]);
        expect(await readProgress(set, LATER)).toMatchObject({ startedAtMs: LATER, heartbeatAtMs: LATER });
      } finally {
        await set.close();
      }
    } finally {
      await db.drop();
    }
  });
});

describe('a database that takes no writes', () => {
  let db: FreshDatabase;
  const role = `reader_${randomBytes(6).toString('hex')}`;
  const asReader = (): string => {
    const url = new URL(db.url);
    [url.username, url.password] = [role, 'secret'];
    return url.href;
  };
  beforeAll(async () => {
    db = await freshDatabase('real');
    await fill(db);
    await db.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await db.pool.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  });
  afterAll(async () => {
    await db.pool.query(`DROP OWNED BY ${role}`);
    await db.pool.query(`DROP ROLE ${role}`);
    await db.drop();
  });

  const ways: readonly (readonly [string, () => string])[] = [
    ['a role that may only read', asReader],
    [
      'a database that is read-only, as a standby is',
      () => `${db.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`,
    ],
  ];
  it.each(ways)('is opened and read through %s', async (_, url) => {
    const opened = await readyDatabase({ real: url(), rehearsal: '' }, 'real');
    try {
      expect((await coverageOf(opened))[0]?.market).toEqual(ATOM);
      expect(await revisionsOf(opened)).toHaveLength(1);
      expect(await readProgress(opened, LATER)).toBeDefined();
    } finally {
      await opened.close();
    }
  });

  it.each(ways)('refuses to record through %s in one line that names the mend', async (_, url) => {
    const opened = openDatabase(url());
    try {
      const refused = ledgerOf(opened).record([answer({ asked: range(100, 110) })]);
      await expect(refused).rejects.toThrow(WritesRefused);
      await expect(refused).rejects.toThrow(
        /^(?!.*secret)[^\n]+; (grant them, or use a role|set DATABASE_URL to the primary)[^\n]+$/,
      );
    } finally {
      await opened.close();
    }
  });
});
