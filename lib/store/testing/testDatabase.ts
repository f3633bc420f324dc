import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase, type Database } from '../connection/database';
import { migrate } from '../connection/migrate';
import { TEST_SERVER } from './testServer';
import { stampDataset, type Dataset } from '../dataset/dataset';

/** A database that one test file has to itself. */
export interface FreshDatabase extends Database {
  readonly url: string;
  /** Closes and deletes it. */
  readonly drop: () => Promise<void>;
}

async function onServer(statement: (client: Client) => string): Promise<URL> {
  const server = process.env[TEST_SERVER];
  if (server === undefined)
    throw new Error(`${TEST_SERVER} is not set; run the integration tests with "npx vitest run --project integration"`);
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement(client));
  } finally {
    await client.end();
  }
  return new URL(server);
}

/** A new database on the tests' server, named at random: empty, not even migrated. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const name = `plumbline_test_${randomBytes(6).toString('hex')}`;
  const url = await onServer((client) => `CREATE DATABASE ${client.escapeIdentifier(name)}`);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  return {
    ...db,
    url: url.href,
    drop: async () => {
      await db.close();
      await onServer((client) => `DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    },
  };
}

/** A new database on the tests' server, migrated and stamped. Call `drop()` after the tests. */
export async function freshDatabase(dataset: Dataset): Promise<FreshDatabase> {
  const db = await emptyDatabase();
  await migrate(db);
  await stampDataset(db, dataset);
  return db;
}
