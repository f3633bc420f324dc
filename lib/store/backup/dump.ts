import type { Readable } from '../connection/client';
import { quotedName, type StoredRow, type StoredTable } from './tables';

/** What of a table is held in memory at once, in characters: a body of a reply may be some megabytes long. */
const BATCH_CHARACTERS = 2 ** 22;
const FIRST_ROWS = 16;
const MOST_ROWS = 8_192;

/**
 * The rows of a table in the order in which the server has them, batch by batch. `snapshot`: one moment of the database, in which nothing else is
 * asked meanwhile; its settings make every value the same text on every server.
 */
export async function* rowsOf(
  snapshot: Readable,
  { name, columns }: StoredTable,
): AsyncGenerator<readonly StoredRow[]> {
  const aliases = columns.map((_, i) => `v${String(i)}`);
  const values = columns.map((column, i) => `${quotedName(column.name)}::text AS ${aliases[i] ?? ''}`).join(', ');
  await snapshot.query(`DECLARE plumbline_rows NO SCROLL CURSOR FOR SELECT ${values} FROM ${quotedName(name)}`);
  for (let wanted = FIRST_ROWS; ;) {
    const { rows: found } = await snapshot.query<Readonly<Record<string, string | null>>>(
      `FETCH ${String(wanted)} FROM plumbline_rows`,
    );
    const rows = found.map((row) => aliases.map((alias) => row[alias] ?? null));
    if (rows.length > 0) yield rows;
    if (rows.length < wanted) break;
    wanted = nextBatch(rows.length, charactersIn(rows));
  }
  await snapshot.query('CLOSE plumbline_rows');
}

export const charactersIn = (rows: readonly StoredRow[]): number =>
  rows.reduce((all, row) => row.reduce((sum, value) => sum + (value === null ? 0 : value.length), all), 0);

/** As many rows as would fill a batch if they were like the last ones, at most twice as many as those. */
const nextBatch = (rows: number, characters: number): number =>
  Math.max(1, Math.min(MOST_ROWS, 2 * rows, Math.floor((rows * BATCH_CHARACTERS) / Math.max(characters, 1))));
