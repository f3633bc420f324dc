import { randomBytes } from 'node:crypto';
import { openDatabase, type Database } from '../connection/database';
import { onServer, TEST_SERVER, TEST_SERVER_GOES, TEST_TEMPLATE } from './testServer';
import { stampDataset, type Dataset } from '../dataset/dataset';

/** A database that one test file has to itself. */
export interface FreshDatabase extends Database {
  readonly url: string;
  /** Closes it; it is deleted, at the latest with its server. */
  readonly drop: () => Promise<void>;
}

/** A variable that the set-up of the integration tests has set. */
function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set; run the integration tests with "npx vitest run --project 'integration*'"`);
  return value;
}

async function newDatabase(template: string): Promise<FreshDatabase> {
  const name = `plumbline_test_${randomBytes(6).toString('hex')}`;
  const server = fromSetup(TEST_SERVER);
  const goes = process.env[TEST_SERVER_GOES] !== undefined;
  await onServer(server, (client) => {
    const made = `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${client.escapeIdentifier(template)}`;
    // Another server may be older than this word.
    return goes ? `${made} STRATEGY FILE_COPY` : made;
  });
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  return {
    ...db,
    url: url.href,
    drop: async () => {
      await db.close();
      await onServer(server, (client) =>
        goes
          ? leave(client.escapeIdentifier(name), client.escapeLiteral(name))
          : `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`,
      );
    },
  };
}

/**
 * Ends what is still connected, and says that nobody comes again. The files stay until the server goes: a file system looks long for a place among
 * files just deleted, and made of four hundred of them the next database would cost five times as much.
 */
const leave = (identifier: string, literal: string): string =>
  `ALTER DATABASE ${identifier} CONNECTION LIMIT 0; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${literal}`;

/** A new database on the tests' server, named at random: empty, not even migrated. */
export const emptyDatabase = (): Promise<FreshDatabase> => newDatabase('template1');

/** A new database on the tests' server, migrated and stamped. Call `drop()` after the tests. */
export async function freshDatabase(dataset: Dataset): Promise<FreshDatabase> {
  const db = await newDatabase(fromSetup(TEST_TEMPLATE));
  await stampDataset(db, dataset);
  return db;
}
