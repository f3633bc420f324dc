import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { appendFile, chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  databaseNotMade,
  LOG_EMPTY,
  passwordNotReset,
  serverNotStarted,
  serverNotStopped,
  startTooSlow,
} from '../../words/en/embedded';
import { asAccount } from './account';
import type { Binaries } from './binaries';
import { dataIn, logIn, type Place } from './place';
import { EmbeddedFailure } from './failure';
import { LOOPBACK } from './port';
import { clearStalePidFile, postmasterOf } from './postmaster';

/** The role that owns everything in the embedded server. */
export const USER = 'plumbline';

/** How long a start may take: crash recovery after a power cut is the longest. */
export const START_SECONDS = 120;
/** How often a start is looked at. */
const LOOK_MS = 50;
/** The end of the server's log that is worth showing when a start fails. */
const LOG_TAIL_LINES = 5;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Run as the server's account, out of reach of a Ctrl-C meant for us, and free of PG* variables meant for other servers. */
function optionsFor(place: Place): SpawnOptions {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  for (const name of Object.keys(env).filter((variable) => variable.startsWith('PG')))
    Reflect.deleteProperty(env, name);
  return { cwd: place.folder, env, detached: true, windowsHide: true, ...asAccount(place.account) };
}

/** Runs one program of the server to its end. `quiet` gives it no pipe that a server left running would hold open. */
function run(
  program: string,
  args: readonly string[],
  place: Place,
  { input, quiet }: { readonly input?: string; readonly quiet?: boolean } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...optionsFor(place), stdio: quiet === true ? 'ignore' : 'pipe' });
    let output = '';
    const add = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.stdin?.end(input);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

const oneLine = (text: string): string => text.trim().split('\n').slice(-LOG_TAIL_LINES).join(' | ');

/** A file the server's account can read and nobody else. */
async function writePrivate(file: string, text: string, { account }: Place): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (account !== undefined) await chown(file, account.uid, account.gid);
}

/**
 * Makes the data folder; aside first, then renamed, so that an interrupted one is never taken for a whole one. `further`: the server's
 * settings; where it does not wait for the disk, this does not either.
 */
export async function initialise(
  binaries: Binaries,
  place: Place,
  password: string,
  further: Readonly<Record<string, string>>,
): Promise<void> {
  const data = dataIn(place.folder);
  const fresh = `${data}.new`;
  const passwordFile = path.join(place.folder, 'password');
  await rm(fresh, { recursive: true, force: true });
  await writePrivate(passwordFile, `${password}\n`, place);
  try {
    const args = [
      '-D',
      fresh,
      '-U',
      USER,
      `--pwfile=${passwordFile}`,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-instructions',
      ...(further['fsync'] === 'off' ? ['--no-sync'] : []),
    ];
    const { code, output } = await run(binaries.initdb, args, place);
    if (code !== 0) throw new EmbeddedFailure(databaseNotMade(data, oneLine(output)));
  } finally {
    await rm(passwordFile, { force: true });
  }
  await appendFile(path.join(fresh, 'postgresql.conf'), `\ninclude_if_exists = '${CONF}'\n`);
  await rename(fresh, data);
}

const CONF = 'plumbline.conf';

/** Loopback only; no socket file, whose path may be too long for the system; times in UTC; autovacuum for rows rewritten every minute. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  autovacuum: 'on',
  jit: 'off',
};

/** Writes the server's settings; those given take the place of ours. */
async function configure(place: Place, further: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries({ ...SETTINGS, ...further }).map(([name, value]) => `${name} = '${value}'`);
  await writePrivate(path.join(dataIn(place.folder), CONF), `${lines.join('\n')}\n`, place);
}

/**
 * Starts the server and waits until it is ready; throws one line with the end of what it wrote to its log when it is not. The
 * program is started without a shell: `pg_ctl start` would go through one, which takes no $ or " in the path of a home.
 */
export async function startServer(
  binaries: Binaries,
  place: Place,
  further: Readonly<Record<string, string>>,
): Promise<void> {
  const data = dataIn(place.folder);
  await clearStalePidFile(data);
  await configure(place, further);
  const file = logIn(place.folder);
  const log = await open(file, 'a', 0o600);
  try {
    if (place.account !== undefined) await log.chown(place.account.uid, place.account.gid);
    const { size: before } = await log.stat();
    const fault = await (process.platform === 'win32'
      ? startByPgCtl(binaries, place)
      : untilReady(
          spawn(binaries.postgres, ['-D', data], { ...optionsFor(place), stdio: ['ignore', log.fd, log.fd] }),
          data,
        ));
    if (fault === undefined) return;
    const written = oneLine((await readFile(file)).subarray(before).toString());
    throw new EmbeddedFailure(serverNotStarted(data, fault || written || LOG_EMPTY, file));
  } finally {
    await log.close();
  }
}

/** Comes to undefined once the server is ready; else to why not, empty where its log says why. */
async function untilReady(child: ChildProcess, data: string): Promise<string | undefined> {
  let fault: string | undefined;
  child.once('error', (failure) => {
    fault = failure.message;
  });
  child.once('exit', () => {
    fault ??= '';
  });
  // It goes on running when we have ended.
  child.unref();
  const until = performance.now() + START_SECONDS * 1000;
  while (performance.now() < until) {
    if (fault !== undefined) return fault;
    const running = await postmasterOf(data);
    if (running?.isReady === true && running.pid === child.pid) return undefined;
    await wait(LOOK_MS);
  }
  return startTooSlow(START_SECONDS);
}

/** On Windows `pg_ctl` gives up rights that the server refuses to run with. */
async function startByPgCtl(binaries: Binaries, place: Place): Promise<string | undefined> {
  const args = [
    'start',
    '-w',
    '-t',
    String(START_SECONDS),
    '-D',
    dataIn(place.folder),
    '-l',
    logIn(place.folder),
    '-s',
  ];
  const { code } = await run(binaries.pgCtl, args, place, { quiet: true });
  return code === 0 ? undefined : '';
}

/** Answers false when no server runs on the data folder. A process that only has the number of one that is gone is left alone. */
export async function stopServer(binaries: Binaries, place: Place): Promise<boolean> {
  const data = dataIn(place.folder);
  if ((await postmasterOf(data)) === undefined) return false;
  const { code, output } = await run(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', data], place);
  if (code !== 0 && (await postmasterOf(data)) !== undefined)
    throw new EmbeddedFailure(serverNotStopped(data, oneLine(output)));
  return code === 0;
}

/** Sets the password of a server that is reachable by nobody any more, in single-user mode. */
export async function resetPassword(binaries: Binaries, place: Place, password: string): Promise<void> {
  await stopServer(binaries, place);
  await clearStalePidFile(dataIn(place.folder));
  const input = `ALTER ROLE ${USER} PASSWORD '${password}';\n`;
  const { code, output } = await run(binaries.postgres, ['--single', '-D', dataIn(place.folder), 'postgres'], place, {
    input,
  });
  if (code !== 0) throw new EmbeddedFailure(passwordNotReset(place.folder, oneLine(output)));
}
