import { spawn, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asAccount } from './account';
import type { Binaries } from './binaries';
import { dataIn, logIn, type Place } from './place';
import { LOOPBACK } from './port';

/** The role that owns everything in the embedded server. */
export const USER = 'plumbline';

/** How long a start may take: crash recovery after a power cut is the longest. */
const START_SECONDS = 120;
/** The end of the server's log that is worth showing when a start fails. */
const LOG_TAIL_LINES = 5;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs one program of the server as its account, out of reach of a Ctrl-C meant for us, and free of PG* variables meant
 * for other servers. `quiet` gives it no pipe that a server left running would hold open.
 */
function run(
  program: string,
  args: readonly string[],
  place: Place,
  { input, quiet }: { readonly input?: string; readonly quiet?: boolean } = {},
): Promise<Ended> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  for (const name of Object.keys(env).filter((variable) => variable.startsWith('PG')))
    Reflect.deleteProperty(env, name);
  return new Promise((resolve, reject) => {
    const options: SpawnOptions = {
      cwd: place.folder,
      env,
      stdio: quiet === true ? 'ignore' : 'pipe',
      detached: true,
      windowsHide: true,
      ...asAccount(place.account),
    };
    const child = spawn(program, args, options);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
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

/** Makes the data folder; aside first, then renamed, so that an interrupted one is never taken for a whole one. */
export async function initialise(binaries: Binaries, place: Place, password: string): Promise<void> {
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
    ];
    const { code, output } = await run(binaries.initdb, args, place);
    if (code !== 0)
      throw new Error(
        `the database could not be made in ${data}: ${oneLine(output)}; set DATABASE_URL to a Postgres of yours if this cannot be mended`,
      );
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

/** Starts the server and waits until it answers; throws one line with the end of its log when it does not. */
export async function startServer(
  binaries: Binaries,
  place: Place,
  further: Readonly<Record<string, string>>,
): Promise<void> {
  const data = dataIn(place.folder);
  const lines = Object.entries({ ...SETTINGS, ...further }).map(([name, value]) => `${name} = '${value}'`);
  await writePrivate(path.join(data, CONF), `${lines.join('\n')}\n`, place);
  const log = logIn(place.folder);
  const { code } = await run(
    binaries.pgCtl,
    ['start', '-w', '-t', String(START_SECONDS), '-D', data, '-l', log, '-s'],
    place,
    { quiet: true },
  );
  if (code === 0) return;
  const said = existsSync(log) ? oneLine(await readFile(log, 'utf8')) : 'it left no log';
  throw new Error(`the database in ${data} did not start: ${said} (whole log: ${log})`);
}

/** Answers false when no server runs on the data folder. */
export async function stopServer(binaries: Binaries, place: Place): Promise<boolean> {
  const data = dataIn(place.folder);
  if (!existsSync(path.join(data, 'postmaster.pid'))) return false;
  const { code, output } = await run(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', data], place);
  if (code !== 0 && existsSync(path.join(data, 'postmaster.pid')))
    throw new Error(`the database in ${data} did not stop: ${oneLine(output)}`);
  return code === 0;
}

/** Sets the password of a server that is reachable by nobody any more, in single-user mode. */
export async function resetPassword(binaries: Binaries, place: Place, password: string): Promise<void> {
  await stopServer(binaries, place);
  const input = `ALTER ROLE ${USER} PASSWORD '${password}';\n`;
  const { code, output } = await run(binaries.postgres, ['--single', '-D', dataIn(place.folder), 'postgres'], place, {
    input,
  });
  if (code !== 0)
    throw new Error(`the password of the database in ${place.folder} could not be set anew: ${oneLine(output)}`);
}
