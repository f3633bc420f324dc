import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine, type Ran } from '../testing/commandLine';

/** By hand, from docs/scaling.md and the reference of Citus. */
const SQL = readFileSync(join(import.meta.dirname, 'distribute.sql'), 'utf8');

/** Functions and tables of Citus by name, argument and type, which note how they were called and do nothing else. */
const STAND_IN = `
  CREATE FUNCTION citus_version() RETURNS text LANGUAGE sql AS $$SELECT 'Citus 13.2.2 on x86_64-pc-linux-gnu, compiled by gcc, 64-bit'$$;
  CREATE TABLE pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char", partkey text, colocationid int);
  CREATE TABLE pg_dist_node (groupid int, noderole text, isactive bool, shouldhaveshards bool);
  INSERT INTO pg_dist_node VALUES (0, 'primary', true, false), (1, 'primary', true, true), (1, 'secondary', true, true), (2, 'primary', true, true), (3, 'primary', false, true);
  CREATE FUNCTION column_to_column_name(of regclass, partkey text) RETURNS text LANGUAGE sql AS $$SELECT partkey$$;
  CREATE TABLE called (place serial, line text);
  CREATE FUNCTION create_distributed_table(table_name regclass, distribution_column text, distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'default', shard_count int DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO called (line) VALUES (concat_ws(' ', table_name, distribution_column, distribution_type, colocate_with, current_setting('citus.shard_count')));
    INSERT INTO pg_dist_partition SELECT table_name, 'h', distribution_column,
      coalesce((SELECT colocationid FROM pg_dist_partition WHERE logicalrelid::text = colocate_with), (SELECT count(*) FROM pg_dist_partition));
  END $$;`;

const CALLS = [
  'market_day market_id hash default 4',
  ...['revision', 'quarantine', 'reply', 'longer_candle'].map((name) => `${name} market_id hash market_day 4`),
];

let db: FreshDatabase;
let admin: Client;
const run = (...argv: readonly string[]): Promise<Ran> => commandLine(db.url, 'distribute', ...argv);
const calls = async (): Promise<readonly string[]> =>
  (await admin.query<{ readonly line: string }>('SELECT line FROM called ORDER BY place')).rows.map(({ line }) => line);

const refused = async (...argv: readonly string[]): Promise<{ readonly code: number; readonly line: string }> => {
  const { code, stdout, stderr } = await run(...argv);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return { code, line: stderr };
};

it('distribute --print says the SQL, and needs no database', async () => {
  const { code, stdout, stderr } = await commandLine('postgresql://nobody@127.0.0.1:1/none', 'distribute', '--print');
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: SQL, stderr: '' });
  const more = await commandLine('postgresql://nobody@127.0.0.1:1/none', 'distribute', '--print', '--shards', '12');
  expect(more.stdout).toBe(SQL.replace('shard_count = 4', 'shard_count = 12'));
});

it.each(['0', '1.5', '-4', 'many', '64001'])('distribute --shards %s is bad input', async (given) => {
  const { code, stderr } = await commandLine('postgresql://nobody@127.0.0.1:1/none', 'distribute', `--shards=${given}`);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining(`--shards ${given} is not a whole number from 1 to 64000`),
  ]);
});

describe('distribute', () => {
  beforeAll(async () => {
    // Nothing of ours is connected to it but the command itself, which makes the tables.
    db = await emptyDatabase();
    admin = new Client(db.url);
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await db.drop();
  });
  beforeEach(() => admin.query(STAND_IN));
  afterEach(async () => {
    await admin.query(
      'DROP FUNCTION IF EXISTS citus_version; DROP FUNCTION create_distributed_table, column_to_column_name; DROP TABLE pg_dist_partition, pg_dist_node, called',
    );
  });

  it('is refused without the extension, by a line that names what to do', async () => {
    await admin.query('DROP FUNCTION citus_version');
    const { code, line } = await refused();
    expect(code).toBe(1);
    expect(line).toMatch(
      /^the database plumbline_test_\w+ at \S+ has no extension citus; install Citus 13 on every node, .* CREATE EXTENSION citus .* citus_add_node\('HOST', 5432\)/,
    );
    expect(await calls()).toEqual([]);
  });

  it('sends what it prints, in one transaction, and a second time nothing', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(
      'market_day, revision, quarantine, reply, longer_candle: spread over 2 nodes in 4 parts. Start serve and follow again.',
    );
    expect(await calls()).toEqual(CALLS);
    expect(await run()).toEqual({
      code: 0,
      stdout: 'The tables are already spread over nodes. Nothing was changed.\n',
      stderr: '',
    });
    expect(await calls()).toEqual(CALLS);
  });

  it('prints what a database takes as it stands, and finds it done then', async () => {
    const { stdout } = await run('--print');
    await admin.query(stdout);
    expect(await calls()).toEqual(CALLS);
    expect((await run()).stdout).toMatch(/^The tables are already spread/);
  });

  it('leaves nothing spread where one table cannot be, and does all of it once it can', async () => {
    await admin.query('ALTER TABLE pg_dist_partition ADD CONSTRAINT no_reply CHECK (logicalrelid::text <> $$reply$$)');
    expect((await refused()).code).toBe(1);
    expect(await calls()).toEqual([]);
    await admin.query('ALTER TABLE pg_dist_partition DROP CONSTRAINT no_reply');
    expect((await run()).code).toBe(0);
    expect(await calls()).toEqual(CALLS);
  });

  it('spreads what is missing beside what is spread', async () => {
    await admin.query("SET citus.shard_count = 8; SELECT create_distributed_table('market_day', 'market_id')");
    expect((await run()).stdout).toMatch(/^revision, quarantine, reply, longer_candle: spread/);
    expect(await calls()).toEqual(['market_day market_id hash default 8', ...CALLS.slice(1)]);
  });

  it.each([
    [
      'an older Citus',
      "CREATE OR REPLACE FUNCTION citus_version() RETURNS text LANGUAGE sql AS $$SELECT 'Citus 12.1.4 on x86_64'$$",
      1,
      /^this database has Citus 12\.1\.4; use Citus 13 or newer\n$/,
    ],
    ['no node', 'DELETE FROM pg_dist_node WHERE groupid > 0', 1, /^this database has no node .*citus_add_node/],
    [
      'more nodes than parts',
      "INSERT INTO pg_dist_node SELECT g, 'primary', true, true FROM generate_series(4, 6) AS g",
      2,
      /^4 parts on 5 nodes leave nodes empty; use --shards 10\n$/,
    ],
    [
      'a table that lies otherwise',
      "INSERT INTO pg_dist_partition VALUES ('reply', 'n', NULL, 9)",
      1,
      /^reply is already spread, but not by market beside market_day; run SELECT undistribute_table\('reply'\)/,
    ],
    [
      'a table spread by something else',
      "INSERT INTO pg_dist_partition VALUES ('market_day', 'h', 'day', 9)",
      1,
      /^market_day is already spread, but not by market/,
    ],
  ])('is refused where it finds %s, with the mend', async (_, change, exit, line) => {
    await admin.query(change);
    const said = await refused();
    expect(said.code).toBe(exit);
    expect(said.line).toMatch(line);
    expect(await calls()).toEqual([]);
  });

  it('is refused while another program of ours is connected, which would not notice', async () => {
    await db.query('SELECT 1');
    const { code, line } = await refused();
    expect([code, line]).toEqual([
      1,
      'other plumbline programs have 1 connection to this database; stop serve, follow and every ingest, then run this again\n',
    ]);
    expect(await calls()).toEqual([]);
  });
});
