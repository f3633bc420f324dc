import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LongerAnswer } from '../../domain/longerCandle';
import { CANDLE_FIELDS } from '../../domain/candle';
import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import { dayChanges } from '../answered/dayChanges';
import { lastModified } from '../answered/lastModified';
import { rowsOf } from '../backup/dump';
import { filledTables, insertRows, moveSequences } from '../backup/load';
import { storedTables } from '../backup/tables';
import { recount } from '../books/recount';
import { openDatabase, type Database } from '../connection/database';
import { withSnapshot, withTransaction } from '../connection/transactions';
import { diskUse } from '../coverage/diskUse';
import { answeredOf, newestCoverageOf } from '../coverage/storedCoverage';
import { candlesOf } from '../days/candles';
import { withEverything } from '../days/oneMoment';
import { stampDataset } from '../dataset/dataset';
import { movesOf } from '../errata/moves';
import { ledgerOf } from '../ledger/ledger';
import { longerCandlesOf, longerSourcesOf } from '../longer/longerCandles';
import { longerLedgerOf } from '../longer/longerLedger';
import { quarantineOf } from '../quarantine/quarantine';
import { provenanceOf, prunableReplies, pruneReplies, replyOfHash } from '../replies/provenance';
import { revisionsOf } from '../revisions/revisions';
import { markSpread } from '../testing/nodes';
import { answer, ASKED_AT, at, ATOM, attempt, candle, range } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { SPREAD_BY, LOCAL_TABLES, SPREAD_TABLES } from './tables';
import { literals } from './testing/literals';
import { faultsOf, isSpread, plainText, type FanOut } from './testing/rules';

/** The statements that go to every node: seldom asked, and each of everything there is. */
const FAN_OUT: readonly FanOut[] = [
  {
    text: 'FROM market_day GROUP BY market_id',
    why: 'the disk used by all assets, which the command of that name asks for',
  },
  { text: 'SELECT DISTINCT market_id AS "marketId", source FROM', why: 'every book there is, for a recount' },
  { text: 'DECLARE plumbline_rows NO SCROLL CURSOR FOR', why: 'every row there is, for a backup' },
  {
    text: 'FROM market_day GROUP BY market_id, source',
    why: 'the version of every day there is, and how much was set aside on which, before a backup',
  },
  { text: 'SELECT 1 FROM "', why: 'whether a database is empty, before something is restored into it' },
  { text: 'SELECT max("id")::text AS last FROM "revision"', why: 'the last number, after something was restored' },
  { text: 'ALTER TABLE', why: 'the rule of a dataset, once in the life of a database' },
];

const REST = { market: ATOM, source: 'rest' as const };
const LATER = ASKED_AT + 86_400_000;
const reply = (n: number) => ({
  address: `https://venue.example/${String(n)}`,
  receivedAtMs: ASKED_AT,
  sha256: String(n).padEnd(64, '0'),
  reader: 'ccxt 4.5.84',
  body: Buffer.from('[]'),
});
const aside = { minute: at(7), reason: 'low above high', raw: '[]' };

let db: FreshDatabase;
/** What was sent where tables are spread, and what was sent where they are not. */
const sent = new Set<string>();
const sentUnspread = new Set<string>();

/** Notes every statement that goes over the connections. */
function heard({ pool }: Database, into: Set<string>): void {
  const clients = new Set<PoolClient>();
  pool.on('acquire', (client) => {
    if (clients.has(client)) return;
    clients.add(client);
    const send = client.query.bind(client) as (...given: readonly unknown[]) => unknown;
    client.query = ((...given: readonly unknown[]) => {
      const [statement] = given;
      if (typeof statement === 'string') into.add(statement);
      return send(...given);
    }) as typeof client.query;
  });
}

beforeAll(async () => {
  db = await freshDatabase('real');
  const unspread = openDatabase(db.url);
  heard(unspread, sentUnspread);
  await candlesOf(unspread, [REST], range(0, 1440));
  await unspread.close();
  await markSpread(db);
  heard(db, sent);
  await everythingAsked();
});
afterAll(() => db.drop());

/** Has every statement of the store on these tables sent once. */
async function everythingAsked(): Promise<void> {
  const ledger = ledgerOf(db, { keepBodies: true });
  const first = answer({
    asked: range(0, 10),
    candles: [candle(at(3), 4, { baseVolume: NaN })],
    quarantined: [aside],
    provenance: [reply(1)],
  });
  await ledger.record([first]);
  await ledger.record([
    { ...first, asked: range(3, 20), candles: [candle(at(3), 5, { baseVolume: NaN })], askedAtMs: LATER },
  ]);
  // Asked between the two: the history of the minute is written anew. And what was set aside was seen earlier.
  await ledgerOf(db).record([{ ...first, candles: [candle(at(3), 6)], askedAtMs: ASKED_AT + 1_000 }]);
  await ledgerOf(db).record([answer({ asked: range(1500, 1510), quarantined: [aside], askedAtMs: ASKED_AT - 1_000 })]);
  await ledger.attempted([attempt({ asked: range(100, 110) })]);
  const longer: LongerAnswer = {
    ...REST,
    timeframe: '5m',
    asked: range(0, 60),
    candles: [],
    quarantined: [],
    askedAtMs: ASKED_AT,
    provenance: [],
  };
  await longerLedgerOf(db).record([longer]);

  await ledger.answered(ATOM, 'rest', range(0, 20));
  await longerLedgerOf(db).answered(ATOM, 'rest', '5m', range(0, 60));
  for (const asOf of [undefined, ASKED_AT + 500]) {
    await withSnapshot(db, async (snapshot) => {
      const then = asOf as Instant | undefined;
      await candlesOf(snapshot, [REST], range(0, 1440), { asOf: then, fields: ['close'], traded: true });
      await candlesOf(snapshot, [REST], range(0, 1440), { asOf: then, fields: CANDLE_FIELDS });
      await answeredOf(snapshot, 'ATOM' as Asset, { asOf: then });
      await lastModified(
        snapshot,
        [{ ...REST, first: 20_371, last: 20_372 } as Parameters<typeof lastModified>[1][number]],
        then,
      );
    });
  }
  await dayChanges(db, [REST], range(0, 1440));
  await newestCoverageOf(db, { assets: ['ATOM' as Asset], until: undefined, most: 31 });
  await revisionsOf(db, { asset: 'ATOM' as Asset });
  await quarantineOf(db, { asset: 'ATOM' as Asset, limit: 10 });
  await provenanceOf(db, { market: ATOM, range: range(0, 1440) });
  await replyOfHash(db, 'ATOM' as Asset, reply(1).sha256);
  await longerSourcesOf(db, 'ATOM' as Asset, { range: range(0, 60) });
  await longerCandlesOf(db, REST, { range: range(0, 60) });
  await movesOf(db, 'ATOM' as Asset);
  await diskUse(db);
  const keep = [{ base: 'ATOM' as Asset, ranges: [] }];
  await prunableReplies(db, keep);
  await pruneReplies(db, keep, undefined);
  await recount(db);
  await filledTables(db);
  await withEverything(db, () => Promise.resolve());
  await withTransaction(db, async (client) => {
    const tables = await storedTables(client);
    for (const table of tables.filter(({ name }) => (SPREAD_TABLES as readonly string[]).includes(name))) {
      const rows = [];
      for await (const batch of rowsOf(client, table)) rows.push(...batch);
      await client.query(`DELETE FROM ${table.name} WHERE ${SPREAD_BY} = ANY($1::int[])`, [
        rows.map((row) => row[table.columns.findIndex(({ name }) => name === SPREAD_BY)]),
      ]);
      await insertRows(client, table, rows);
    }
    await moveSequences(client);
  });
  await db.pool.query(
    'ALTER TABLE reply DROP CONSTRAINT reply_is_of_world, ADD CONSTRAINT reply_is_of_world CHECK (true)',
  );
  await stampDataset(db, 'real');
}

describe('a statement where nothing is spread', () => {
  it('is another, which looks the markets up itself: one question less', () => {
    expect([...sentUnspread].flatMap((statement) => faultsOf(statement))).toEqual([
      'market, of which other nodes have no rows',
      'market_id is not given for each table',
    ]);
  });

  it('is alone: one moment holds there, and no versions are compared', () => {
    expect([...sentUnspread].filter((statement) => /row_version|int4send/.test(statement))).toEqual([]);
    expect([...sent].some((statement) => /int4send\(version\)/.test(statement))).toBe(true);
  });
});

describe('the statements of the store on tables that are spread over nodes', () => {
  it('name the markets they are about and nothing that other nodes do not have, each of them', () => {
    const faults = [...sent].flatMap((statement) =>
      faultsOf(statement, FAN_OUT).map((fault) => `${fault}: ${plainText(statement)}`),
    );
    expect(faults).toEqual([]);
    expect([...sent].filter(isSpread).length).toBeGreaterThan(30);
  });

  it('are all there are in the code: each was sent here', () => {
    const all = literals();
    expect(all.length).toBeGreaterThan(25);
    expect(
      all
        .filter(({ pattern }) => ![...sent, ...sentUnspread].some((statement) => pattern.test(statement)))
        .map(({ at: place }) => place),
    ).toEqual([]);
  });

  it('go to every node only where that is listed, and everything listed does', () => {
    const texts = [...sent].map(plainText);
    expect(FAN_OUT.filter(({ text }) => !texts.some((statement) => statement.includes(text)))).toEqual([]);
  });
});

describe('the tables', () => {
  const asked = async (statement: string): Promise<readonly string[]> =>
    (await db.pool.query<{ readonly name: string }>(statement)).rows.map(({ name }) => name);

  it('are spread or local, each of them', async () => {
    const names = await asked(
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    expect(names.filter((name) => !['_prisma_migrations', 'pg_dist_partition'].includes(name))).toEqual(
      [...SPREAD_TABLES, ...LOCAL_TABLES].sort(),
    );
  });

  it('that are spread have the market in each of their keys, no rule that names another table, and no trigger', async () => {
    const spread = SPREAD_TABLES.map((name) => `'${name}'::regclass`).join(', ');
    expect(
      await asked(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i WHERE i.indrelid IN (${spread}) AND i.indisunique
        AND NOT (SELECT attnum FROM pg_attribute WHERE attrelid = i.indrelid AND attname = '${SPREAD_BY}') = ANY (i.indkey::int2[])`),
    ).toEqual([]);
    expect(await asked(`SELECT conname::text AS name FROM pg_constraint WHERE contype = 'f'`)).toEqual([]);
    expect(await asked(`SELECT tgname::text AS name FROM pg_trigger WHERE tgrelid IN (${spread})`)).toEqual([]);
    expect(
      await asked(
        `SELECT attname::text AS name FROM pg_attribute WHERE attrelid IN (${spread}) AND (attgenerated <> '' OR attidentity <> '')`,
      ),
    ).toEqual([]);
    const { rows } = await db.pool.query<{ readonly type: string }>(
      `SELECT DISTINCT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid IN (${spread}) AND attname = '${SPREAD_BY}'`,
    );
    expect(rows).toEqual([{ type: 'integer' }]);
  });
});

describe('the functions of the database', () => {
  it('that read what is spread are of plpgsql, and each statement of theirs names its markets', async () => {
    const { rows } = await db.pool.query<{ readonly name: string; readonly language: string; readonly body: string }>(
      `SELECT p.proname::text AS name, l.lanname::text AS language, p.prosrc AS body FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
       WHERE p.pronamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const reading = rows.filter(({ body }) => isSpread(body));
    expect(reading.map(({ name, language }) => [name, language])).toEqual([
      ['answered', 'plpgsql'],
      ['candles', 'plpgsql'],
    ]);
    for (const { body } of reading)
      expect(body.split(';').flatMap((statement) => faultsOf(statement.replace('RETURN QUERY', '')))).toEqual([]);
  });
});
