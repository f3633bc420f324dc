import type { Readable } from '../connection/client';
import { datasetOf, type Dataset } from './dataset';

/**
 * SQL that names the tables themselves: of another server, another database, of one made anew under the same name, emptied, or brought back
 * to an earlier moment it is another text. (A copy of a server's files put back in its place without Postgres recovering a moment from them has the
 * name it had when it was copied.)
 */
export const IDENTITY = `(SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), (SELECT timeline_id FROM pg_control_checkpoint()),
  (SELECT oid FROM pg_database WHERE datname = current_database()), pg_relation_filenode('stored_book'), pg_relation_filenode('stored_day'),
  pg_relation_filenode('market_day'), (SELECT name FROM world WHERE id = 1)))`;

export interface Identity {
  readonly dataset: Dataset;
  readonly text: string;
}

/** Which tables these are; undefined: of no dataset yet. Throws where the role may not ask the server for its name. */
export async function identityOf(db: Readable): Promise<Identity | undefined> {
  const dataset = await datasetOf(db);
  const { rows } = await db.query<{ readonly identity: string }>(`SELECT ${IDENTITY} AS identity`);
  const [row] = rows;
  return dataset === undefined || row === undefined ? undefined : { dataset, text: row.identity };
}

/** The same on a server and on those that repeat what it writes: its tables, without the moment they are at. */
const TABLES = `(SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), (SELECT oid FROM pg_database WHERE datname = current_database()),
  pg_relation_filenode('stored_book'), pg_relation_filenode('market_day')))`;

/** Whether one is the other, or a standby of it. Throws where a role may not ask its server for its name. */
export async function areSameTables(one: Readable, other: Readable): Promise<boolean> {
  const [mine, its] = await Promise.all(
    [one, other].map(async (db) => (await db.query<{ readonly tables: string }>(`SELECT ${TABLES} AS tables`)).rows[0]),
  );
  return mine !== undefined && mine.tables === its?.tables;
}
