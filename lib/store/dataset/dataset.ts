import { otherDataset, databaseUnstampedUnwritable } from '../../words/en/database';
import type { Connections, Readable } from '../connection/client';
import { reasonOf, WritesRefused } from '../connection/failures';
import { UnfitDatabase } from '../connection/migrate';
import { withSnapshot, withTransaction, type Transaction } from '../connection/transactions';

/** `real`: what exchanges published. `rehearsal`: what the exchange simulator made. No database holds both. */
export const DATASETS = ['real', 'rehearsal'] as const;
export type Dataset = (typeof DATASETS)[number];

/** Every table that names a source. */
const TABLES = [
  'market_day',
  'coverage',
  'revision',
  'quarantine',
  'reply',
  'stored_book',
  'stored_day',
  'longer_candle',
] as const;

/** The rule each table keeps from the stamp on: the database itself refuses a row of the other dataset (`isSimulated`). */
const ruleOf = (dataset: Dataset): string =>
  dataset === 'rehearsal' ? "source LIKE 'simulated%'" : "source NOT LIKE 'simulated%'";

/** How Postgres writes that rule down. Should a server write it otherwise, the rule is put in place anew at each stamp. */
const writtenOf = (dataset: Dataset): string =>
  `CHECK ((source ${dataset === 'rehearsal' ? '~~' : '!~~'} 'simulated%'::text))`;

const constraintOf = (table: string): string => `${table}_is_of_world`;

const named = (name: string | undefined): Dataset | undefined => DATASETS.find((dataset) => dataset === name);

const NAME = 'SELECT name FROM world WHERE id = 1';

/** The dataset this migrated database was stamped with; undefined when it has not been stamped yet. */
export async function datasetOf(db: Readable): Promise<Dataset | undefined> {
  const { rows } = await db.query<{ readonly name: string }>(NAME);
  return named(rows[0]?.name);
}

/** The tables whose rule is not the dataset's, as Postgres writes it down today; `hasOther`: one of that name is in its place. */
async function unruled(
  client: Readable,
  dataset: Dataset,
): Promise<readonly { readonly table: string; readonly hasOther: boolean }[]> {
  const { rows } = await client.query<{ readonly name: string; readonly written: string }>(
    `SELECT c.conname AS name, pg_get_constraintdef(c.oid) AS written
     FROM pg_constraint c JOIN unnest($1::text[]) AS t (name) ON c.conrelid = to_regclass(t.name)
     WHERE c.contype = 'c'`,
    [TABLES],
  );
  const rules = new Map(rows.map(({ name, written }) => [name, written]));
  return TABLES.filter((table) => rules.get(constraintOf(table)) !== writtenOf(dataset)).map((table) => ({
    table,
    hasOther: rules.has(constraintOf(table)),
  }));
}

/** Throws where the database is another dataset's; answers whether it is this one's, every rule in place. */
async function isStamped(client: Readable, dataset: Dataset, statement: string): Promise<boolean> {
  const { rows } = await client.query<{ readonly name: string }>(statement);
  const [row] = rows;
  if (row !== undefined && row.name !== dataset) throw new UnfitDatabase(otherDataset(named(row.name), dataset));
  return row !== undefined && (await unruled(client, dataset)).length === 0;
}

async function stamp(client: Transaction, dataset: Dataset): Promise<void> {
  await client.query('INSERT INTO world (id, name) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [dataset]);
  // The row's lock: of several processes that stamp at once, one rules the tables and the others find them ruled.
  if (await isStamped(client, dataset, `${NAME} FOR UPDATE`)) return;
  for (const { table, hasOther } of await unruled(client, dataset)) {
    const name = constraintOf(table);
    if (hasOther) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${ruleOf(dataset)})`);
  }
}

/**
 * Dedicates the database to a dataset, for good: from now on its tables accept rows of that one alone. Stamping it again
 * alike writes nothing, unless an older version stamped it: then today's rule takes the place of the older one. A database
 * of the other dataset throws `UnfitDatabase`, one line; so does one that was never stamped where we may not write. Several
 * processes may stamp at once.
 */
export async function stampDataset(of: Connections, dataset: Dataset): Promise<void> {
  if (await withSnapshot(of, (snapshot) => isStamped(snapshot, dataset, NAME))) return;
  try {
    await withTransaction(of, (client) => stamp(client, dataset));
  } catch (cause) {
    if (!(cause instanceof WritesRefused)) throw cause;
    throw new UnfitDatabase(databaseUnstampedUnwritable(reasonOf(cause.cause)), { cause });
  }
}
