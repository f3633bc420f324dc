import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import {
  MAKING_DATABASE,
  RESETTING_PASSWORD,
  SERVER_SLOW,
  serverDiskFull,
  serverSilent,
} from '../../words/en/embedded';
import { runnableBinaries } from './binaries';
import { initialise, resetPassword, START_SECONDS, startServer, stopServer, USER } from './control';
import { EmbeddedFailure } from './failure';
import { makeHome, newPassword, readSettings, writeSettings, type Settings } from './home';
import { lockState } from './fileLock.mjs';
import { underLock } from './lock';
import { dataIn, isMade, makeFolder, placeFor } from './place';
import { freePort, LOOPBACK } from './port';
import { hasPidFile, postmasterOf } from './postmaster';
import { rootServes } from './account';

/** The running server of one home. */
export interface EmbeddedServer {
  readonly port: number;
  /** The address of one of its databases, password included. */
  url(database: string): string;
}

export interface EmbeddedOptions {
  readonly home: string;
  /** Given one line for people when something takes time. */
  readonly log: (line: string) => void;
  /** Further server settings, for a server whose data may be lost (tests). */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long a running server may take to answer before it is asked again. Default: 5 s. */
  readonly knockTimeoutMs?: number;
}

/** A start loses the race for a port only to a program that took it in the same instant; three losses mean another fault. */
const PORT_TRIES = 3;
const KNOCK_TIMEOUT_MS = 5_000;
const KNOCK_PAUSE_MS = 200;

export const lockFile = (home: string): string => path.join(home, 'postgres.lock');

export function serverAt({ port, password }: Pick<Settings, 'port' | 'password'>): EmbeddedServer {
  return {
    port,
    url: (database) => `postgresql://${USER}:${password}@${LOOPBACK}:${String(port)}/${encodeURIComponent(database)}`,
  };
}

type Knock = 'answers' | 'silent' | 'other-password' | 'disk-full';

/** By SQLSTATE: invalid_password; disk_full, where no connection can begin before space is made. */
const REFUSALS: ReadonlyMap<string | undefined, Knock> = new Map([
  ['28P01', 'other-password'],
  ['53100', 'disk-full'],
]);

/** What comes of a connection to the server. */
async function knock(server: EmbeddedServer, timeoutMs: number): Promise<Knock> {
  const client = new Client({ connectionString: server.url('postgres'), connectionTimeoutMillis: timeoutMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'answers';
  } catch (failure) {
    return (failure instanceof DatabaseError ? REFUSALS.get(failure.code) : undefined) ?? 'silent';
  } finally {
    void client.end().catch(() => undefined);
  }
}

/**
 * The server of this home, if it runs. One that starts, or is slow, is waited for: taken for down it would be started a second
 * time. Its own port counts, whatever was remembered. undefined: none runs, or one that does not take our password.
 */
async function runningServer({ home, log, knockTimeoutMs }: EmbeddedOptions): Promise<EmbeddedServer | undefined> {
  const settings = await readSettings(home);
  if (settings === undefined) return undefined;
  const data = dataIn(settings.folder);
  const until = performance.now() + START_SECONDS * 1000;
  for (let isFirst = true; ; isFirst = false) {
    const running = await postmasterOf(data);
    if (running === undefined) return undefined;
    const now = { ...settings, port: running.port ?? settings.port };
    // Before it listens, whoever answers at the remembered port is another.
    const came = running.isReady ? await knock(serverAt(now), knockTimeoutMs ?? KNOCK_TIMEOUT_MS) : 'silent';
    if (came === 'other-password') return undefined;
    if (came === 'disk-full') throw new EmbeddedFailure(serverDiskFull(data));
    if (came === 'answers') {
      if (now.port !== settings.port) await writeSettings(home, now);
      return serverAt(now);
    }
    if (performance.now() > until) throw new EmbeddedFailure(serverSilent(data, running.pid, START_SECONDS));
    if (isFirst && running.isReady) log(SERVER_SLOW);
    await wait(KNOCK_PAUSE_MS);
  }
}

async function launch({ home, log, settings: further = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const remembered = await readSettings(home);
  const place = await placeFor(home, remembered?.folder);
  const data = dataIn(place.folder);
  const binaries = await runnableBinaries(place.account, place.shelf);
  await makeFolder(place);
  const settings = { password: remembered?.password ?? newPassword(), folder: place.folder };
  if (!isMade(data)) {
    log(MAKING_DATABASE);
    await initialise(binaries, place, settings.password, further);
  } else if (remembered === undefined || (await postmasterOf(data)) !== undefined) {
    // One that runs and was not taken for running takes another password than the one remembered.
    log(RESETTING_PASSWORD);
    await resetPassword(binaries, place, settings.password);
  }
  let wanted = remembered?.port;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(wanted);
    if (remembered === undefined) await writeSettings(home, { ...settings, port });
    try {
      await startServer(binaries, place, { ...further, port: String(port) });
      await writeSettings(home, { ...settings, port });
      return serverAt({ ...settings, port });
    } catch (failure) {
      const isPortTaken = (await freePort(port)) !== port;
      if (!isPortTaken || attempt === PORT_TRIES) throw failure;
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
  const running = await runningServer(options);
  if (running !== undefined) return running;
  await makeHome(home, rootServes());
  return underLock(lockFile(home), async () => (await runningServer(options)) ?? launch(options));
}

/**
 * Starts the server of this home again where it was ended without a stop (a kill, the system short of memory); one that was
 * stopped, or runs, is left as it is. Answers whether it was started.
 */
export async function reviveEmbedded(options: EmbeddedOptions): Promise<boolean> {
  const settings = await readSettings(options.home);
  if (settings === undefined) return false;
  const data = dataIn(settings.folder);
  if (!hasPidFile(data) || (await postmasterOf(data)) !== undefined) return false;
  await startEmbedded(options);
  return true;
}

/** Stops the server of this home, waiting until it has; answers false when there was none to stop. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const settings = await readSettings(home);
  if (settings === undefined || !existsSync(dataIn(settings.folder))) return false;
  // Where none runs and nobody is starting one there is nothing to wait for, nor a lock to make: a home may be readable alone.
  if ((await postmasterOf(dataIn(settings.folder))) === undefined && (await lockState(lockFile(home))) !== 'held')
    return false;
  return underLock(lockFile(home), async () => {
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
