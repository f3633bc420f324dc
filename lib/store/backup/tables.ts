import type { Readable } from '../connection/client';

/** A column as Postgres names its type; rows hold every value in the text form that the type reads back. */
export interface StoredColumn {
  readonly name: string;
  readonly type: string;
}

export interface StoredTable {
  readonly name: string;
  /** In their order. */
  readonly columns: readonly StoredColumn[];
}

/** A row's values in the order of its table's columns; null: none. */
export type StoredRow = readonly (string | null)[];

/** Every table of the schema but that of migrations, in the order of their names. */
export async function storedTables(of: Readable): Promise<readonly StoredTable[]> {
  const { rows } = await of.query<{ readonly table: string; readonly name: string; readonly type: string }>(`
    SELECT c.relname::text AS table, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = to_regnamespace(current_schema()) AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname, a.attnum`);
  const tables = new Map<string, StoredColumn[]>();
  for (const { table, name, type } of rows) {
    const columns = tables.get(table) ?? [];
    columns.push({ name, type });
    tables.set(table, columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** An identifier as SQL takes it, whatever it is. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
