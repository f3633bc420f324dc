import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { processLives } from '../embedded/processLives.mjs';
import { openDatabase } from '../connection/database';
import { migrate } from '../connection/migrate';
import { removeEmbedded, startEmbedded } from '../embedded/server';

/** The variable through which the tests learn of their server; set by the user, it names a server of theirs. */
export const TEST_SERVER = 'DATABASE_URL_FOR_TESTS';
/** Of the migrated database there that theirs are copied from, which takes a third of the time of all migrations. */
export const TEST_TEMPLATE = 'PLUMBLINE_TEMPLATE_FOR_TESTS';
/** Set where the server, of this run alone, goes at its end with all that is in it. */
export const TEST_SERVER_GOES = 'PLUMBLINE_SERVER_FOR_TESTS_GOES';

const PREFIX = 'plumbline-test-';

/** A run that was killed could not delete its server: the next one does. Homes are named after the process that made them. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : NaN;
    if (Number.isInteger(pid) && !processLives(pid))
      await removeEmbedded(path.join(os.tmpdir(), name)).catch(() => undefined);
  }
}

async function startServer(): Promise<{ readonly url: string; readonly remove: () => Promise<void> }> {
  await sweep();
  const home = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${String(process.pid)}-`));
  await chmod(home, 0o711);
  // Nothing of a test outlives it, so nothing waits for the disk, and nobody tidies up.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
  const server = await startEmbedded({ home, log: () => undefined, settings });
  return { url: server.url('postgres'), remove: () => removeEmbedded(home) };
}

/** A statement outside of any transaction: databases are made and dropped by such alone. */
export async function onServer(url: string, statement: (client: Client) => string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement(client));
  } finally {
    await client.end();
  }
}

/** A migrated database, to which nobody connects any more: only such can be copied. Answers its name. */
async function makeTemplate(server: string): Promise<string> {
  const name = `plumbline_test_template_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => `CREATE DATABASE ${client.escapeIdentifier(name)}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  try {
    await migrate(db);
  } finally {
    await db.close();
  }
  return name;
}

/** Vitest calls it before the tests of each project of them; what it answers, after them. All of a run have one server: that of the first. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env[TEST_TEMPLATE] !== undefined) return () => Promise.resolve();
  const named = process.env[TEST_SERVER];
  const started = named === undefined ? await startServer() : undefined;
  const url = started?.url ?? named ?? '';
  process.env[TEST_SERVER] = url;
  if (started !== undefined) process.env[TEST_SERVER_GOES] = 'yes';
  const template = await makeTemplate(url);
  process.env[TEST_TEMPLATE] = template;
  return async () => {
    Reflect.deleteProperty(process.env, TEST_TEMPLATE);
    if (started === undefined) {
      await onServer(url, (client) => `DROP DATABASE IF EXISTS ${client.escapeIdentifier(template)}`);
    } else {
      for (const name of [TEST_SERVER, TEST_SERVER_GOES]) Reflect.deleteProperty(process.env, name);
      await started.remove();
    }
  };
}
