import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { runnableBinaries } from './binaries';
import { initialise, resetPassword, startServer, stopServer, USER } from './control';
import { makeHome, newPassword, readSettings, writeSettings, type Settings } from './home';
import { withLock } from './lock';
import { dataIn, makeFolder, placeFor } from './place';
import { freePort, LOOPBACK } from './port';
import { rootServes } from './account';

/** The running server of one home. */
export interface EmbeddedServer {
  readonly port: number;
  /** The address of one of its databases, password included. */
  url(database: string): string;
}

export interface EmbeddedOptions {
  readonly home: string;
  /** Told, in words for people, what takes time. */
  readonly log: (line: string) => void;
  /** Further server settings, for a server whose data may be lost (tests). */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A start loses the race for a port only to a program that took it in the same instant; three losses mean another fault. */
const PORT_TRIES = 3;
const KNOCK_TIMEOUT_MS = 5_000;
/** SQLSTATE cannot_connect_now: the server starts up, or recovers after a crash. */
const STARTING_UP = '57P03';
const STARTING_UP_PAUSE_MS = 200;

/** The file that a running server keeps in its data folder, and a killed one leaves there. */
const RUNNING = 'postmaster.pid';

const lockFile = (home: string): string => path.join(home, 'postgres.lock');

function serverAt({ port, password }: Settings): EmbeddedServer {
  return {
    port,
    url: (database) => `postgresql://${USER}:${password}@${LOOPBACK}:${String(port)}/${encodeURIComponent(database)}`,
  };
}

/** The server of this home, if it answers; another home's server on the remembered port is not taken for it. */
async function runningServer(home: string): Promise<EmbeddedServer | undefined> {
  const settings = await readSettings(home);
  if (settings === undefined || !existsSync(path.join(dataIn(settings.folder), RUNNING))) return undefined;
  for (;;) {
    const client = new Client({
      connectionString: serverAt(settings).url('postgres'),
      connectionTimeoutMillis: KNOCK_TIMEOUT_MS,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return rows[0]?.data_directory === dataIn(settings.folder) ? serverAt(settings) : undefined;
    } catch (failure) {
      if (!(failure instanceof DatabaseError) || failure.code !== STARTING_UP) return undefined;
      await wait(STARTING_UP_PAUSE_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function launch({ home, log, settings: further = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const remembered = await readSettings(home);
  const place = await placeFor(home, remembered?.folder);
  const binaries = await runnableBinaries(place.account, place.shelf);
  await makeFolder(place);
  const settings = { password: remembered?.password ?? newPassword(), folder: place.folder };
  if (!existsSync(path.join(dataIn(place.folder), 'PG_VERSION'))) {
    log('making a new database');
    await initialise(binaries, place, settings.password);
  } else if (remembered === undefined) {
    log('the password of the database was lost; giving it a new one');
    await resetPassword(binaries, place, settings.password);
  }
  let wanted = remembered?.port;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wanted);
    await writeSettings(home, { ...settings, port });
    try {
      await startServer(binaries, place, { ...further, port: String(port) });
      return serverAt({ ...settings, port });
    } catch (failure) {
      if (attempt === PORT_TRIES) throw failure;
      wanted = undefined;
    }
  }
}

/**
 * The Postgres server of this home, started when it does not run yet, initialised when it is new. It goes on running
 * after this process ends. Several processes may call it at once: one does the work, the others wait for it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { home } = options;
  const running = await runningServer(home);
  if (running !== undefined) return running;
  await makeHome(home, rootServes());
  return withLock(lockFile(home), async () => (await runningServer(home)) ?? launch(options));
}

/** Stops the server of this home, waiting until it has; answers false when there was none to stop. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const settings = await readSettings(home);
  if (settings === undefined || !existsSync(dataIn(settings.folder))) return false;
  return withLock(lockFile(home), async () => {
    const place = await placeFor(home, settings.folder);
    return stopServer(await runnableBinaries(place.account, place.shelf), place);
  });
}

/** Stops the server and deletes the home with everything in it, wherever the server's folder lies. */
export async function removeEmbedded(home: string): Promise<void> {
  const settings = await readSettings(home);
  await stopEmbedded(home);
  if (settings !== undefined) await rm(settings.folder, { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}
