import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { quotedName, storedTables, type StoredRow, type StoredTable } from './tables';

/** The rows do not fit the tables that are there. */
export class OtherTables extends Error {}

/** The names of tables that have rows; the dataset's own stamp does not count. */
export async function filledTables(of: Readable): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of await storedTables(of)) {
    if (name === 'world') continue;
    const { rows } = await of.query(`SELECT 1 FROM ${quotedName(name)} LIMIT 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

/** Throws `OtherTables` where the database has not exactly these tables and columns. */
export async function refuseOtherTables(of: Readable, wanted: readonly StoredTable[]): Promise<void> {
  const named = (tables: readonly StoredTable[]): string =>
    JSON.stringify(
      tables
        .map(({ name, columns }) => [name, columns.map((column) => [column.name, column.type]).sort()])
        .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    );
  if (named(await storedTables(of)) !== named(wanted)) throw new OtherTables();
}

/**
 * The type of a column that names a transaction of the server it was written on. On another server that number means nothing, or worse a
 * transaction yet to come: there it is the one that brings the rows in.
 */
const TRANSACTION = 'xid8';

/** Adds rows to an empty table, all of them in one statement. */
export async function insertRows(
  client: Transaction,
  { name, columns }: StoredTable,
  rows: readonly StoredRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((column) => quotedName(column.name)).join(', ');
  const values = columns
    .map(({ type }, i) => (type === TRANSACTION ? 'pg_current_xact_id()' : `row.v${String(i)}::${type}`))
    .join(', ');
  const texts = columns.map((_, i) => `$${String(i + 1)}::text[]`).join(', ');
  const aliases = columns.map((_, i) => `v${String(i)}`).join(', ');
  await client.query(
    `INSERT INTO ${quotedName(name)} (${names}) SELECT ${values} FROM unnest(${texts}) AS row (${aliases})
     ${name === 'world' ? 'ON CONFLICT DO NOTHING' : ''}`,
    columns.map((_, i) => rows.map((row) => row[i] ?? null)),
  );
}

/** Lets every column that counts up go on behind what is stored. */
export async function moveSequences(client: Transaction): Promise<void> {
  const { rows } = await client.query<{ readonly table: string; readonly name: string; readonly sequence: string }>(`
    SELECT c.relname::text AS table, a.attname::text AS name, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = to_regnamespace(current_schema())
      AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`);
  for (const { table, name, sequence } of rows) {
    const { rows: last } = await client.query<{ readonly last: string | null }>(
      `SELECT max(${quotedName(name)})::text AS last FROM ${quotedName(table)}`,
    );
    if (typeof last[0]?.last === 'string')
      await client.query('SELECT setval($1::regclass, $2::bigint)', [sequence, last[0].last]);
  }
}
