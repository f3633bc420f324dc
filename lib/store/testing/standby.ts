import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { asAccount, NOBODY, rootServes } from '../embedded/account';
import { runnableBinaries } from '../embedded/binaries';
import { freePort, LOOPBACK } from '../embedded/port';
import { TEST_SERVER } from './testServer';

/** A hot standby of the tests' server: a server of its own that repeats what the other writes, and takes no writes. */
export interface Standby {
  /** The same database there. */
  readonly urlOf: (url: string) => string;
  /** Resolves once the standby has what the primary has written by now. */
  readonly caughtUp: () => Promise<void>;
  /** Falls behind from now on; what it has can be read. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const account = rootServes() ? NOBODY : undefined;

/** Runs a program to its end; its exit code. */
const ran = (program: string, args: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', stdio: 'ignore', ...asAccount(account) });
    child.on('error', reject);
    child.on('close', resolve);
  });

async function clientOf(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const NOT_YET = '57P03';

/** Once it takes connections: `pg_ctl` waits until a standby is up, which is a little sooner. */
async function clientOnceReady(url: string): Promise<Client> {
  for (;;) {
    try {
      return await clientOf(url);
    } catch (failure) {
      if ((failure as { readonly code?: unknown }).code !== NOT_YET) throw failure;
    }
  }
}

/** A start loses the race for a port only to a program that took it in the same instant; three losses mean another fault. */
const PORT_TRIES = 3;

/** The port on which it started; else throws what it logged. */
async function portOnceStarted(start: (port: number) => Promise<number | null>, log: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(undefined);
    if ((await start(port)) === 0) return port;
    if (attempt === PORT_TRIES) throw new Error(await readFile(log, 'utf8'));
  }
}

/** Once its follower is noticed to be gone. */
async function letGo(primary: Client, slot: string): Promise<void> {
  for (;;) {
    const left = await primary.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active',
      [slot],
    );
    if (left.rowCount === 1) return;
  }
}

/**
 * Copies the running server's files as a base backup does (`pg_basebackup` is not among the programs at hand) and starts a server on them that follows the
 * first. undefined: the tests' server is another machine's, or of another version than the programs at hand.
 */
export async function startStandby(): Promise<Standby | undefined> {
  const address = new URL(process.env[TEST_SERVER] ?? '');
  const primary = await clientOf(address.href);
  const { rows } = await primary.query<{ folder: string; version: string }>(
    "SELECT current_setting('data_directory') AS folder, current_setting('server_version') AS version",
  );
  const { folder: from = '', version = '' } = rows[0] ?? {};
  const home = await mkdtemp(path.join(os.tmpdir(), 'plumbline-standby-'));
  await chmod(home, 0o700);
  if (account !== undefined) await chown(home, account.uid, account.gid);
  const { pgCtl, postgres } = await runnableBinaries(account, home);
  const own = execFileSync(postgres, ['--version'], { cwd: '/', encoding: 'utf8', ...asAccount(account) });
  if (!existsSync(from) || !own.includes(` ${version}`)) {
    await primary.end();
    await rm(home, { recursive: true });
    return undefined;
  }
  const data = path.join(home, 'data');
  // What tests are done with need not be copied.
  const left = await primary.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datconnlimit = 0 AND datname LIKE 'plumbline_test_%'",
  );
  for (const { datname } of left.rows)
    await primary.query(`DROP DATABASE ${primary.escapeIdentifier(datname)} WITH (FORCE)`);
  // Every database that is dropped makes a checkpoint, after which the log before it goes: what the copy rests on and has not read yet stays.
  const slot = `standby_${randomBytes(6).toString('hex')}`;
  await primary.query('SELECT pg_create_physical_replication_slot($1, true)', [slot]);
  await primary.query("SELECT pg_backup_start('standby', true)");
  // Files of databases that are dropped meanwhile are missed by cp, and by nobody later.
  await ran('cp', ['-a', from, data]);
  const label = (await primary.query<{ label: string }>('SELECT labelfile AS label FROM pg_backup_stop(false)'))
    .rows[0];
  for (const name of ['postmaster.pid', 'postmaster.opts']) await rm(path.join(data, name), { force: true });
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(path.join(data, name), text);
    if (account !== undefined) await chown(path.join(data, name), account.uid, account.gid);
  };
  await write('backup_label', label?.label ?? '');
  await write('standby.signal', '');
  const followed = `host=${address.hostname} port=${address.port} user=${address.username} password=${decodeURIComponent(address.password)}`;
  await appendFile(
    path.join(data, 'postgresql.auto.conf'),
    `\nprimary_conninfo = '${followed}'\nprimary_slot_name = '${slot}'\n`,
  );
  const control = (...args: readonly string[]): Promise<number | null> => ran(pgCtl, ['-D', data, '-w', ...args]);
  const log = path.join(home, 'log');
  const port = await portOnceStarted(
    // Who reads what the primary removes is not waited for.
    (wanted) => control('-o', `-p ${String(wanted)} -c max_standby_streaming_delay=0`, '-l', log, 'start'),
    log,
  );
  const urlOf = (url: string): string => {
    const there = new URL(url);
    there.host = `${LOOPBACK}:${String(port)}`;
    return there.href;
  };
  const standby = await clientOnceReady(urlOf(address.href));
  return {
    urlOf,
    caughtUp: async () => {
      // The tests' server does not wait for the disk, and only what is on it is sent: a transaction that does wait has all before it written.
      await primary.query(
        "BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_logical_emit_message(true, 'plumbline', ''); COMMIT",
      );
      const now = await primary.query<{ lsn: string }>('SELECT pg_current_wal_lsn()::text AS lsn');
      for (;;) {
        const there = await standby.query<{ has: boolean }>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS has', [
          now.rows[0]?.lsn,
        ]);
        if (there.rows[0]?.has === true) return;
      }
    },
    pause: async () => {
      await standby.query('SELECT pg_wal_replay_pause()');
      for (;;) {
        const state = await standby.query<{ state: string }>('SELECT pg_get_wal_replay_pause_state() AS state');
        if (state.rows[0]?.state === 'paused') return;
      }
    },
    resume: async () => {
      await standby.query('SELECT pg_wal_replay_resume()');
    },
    stop: async () => {
      await standby.end();
      await control('-m', 'immediate', 'stop');
      await letGo(primary, slot);
      await primary.end();
      await rm(home, { recursive: true, force: true });
    },
  };
}
