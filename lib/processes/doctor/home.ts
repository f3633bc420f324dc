import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { codeOrText, failureLine } from '../../domain/failure';
import { readableKeys } from '../../server/keys/keyring';
import { settingsFile } from '../../store/embedded/home';
import * as words from '../../words/en/cli/doctor';
import { fault, note, ok, type Finding } from './finding';
import { LEAST_FREE_BYTES } from './limits';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const MODE = 0o777;
const octal = (mode: number): string => (mode & MODE).toString(8);

/** Windows has no such modes. */
const hasModes = process.platform !== 'win32';

/** The home's folder: whether it is one, can be written to, and is not open to others. */
export async function homeFindings(home: string): Promise<readonly Finding[]> {
  const found = await stat(home).catch(codeOrText);
  if (typeof found === 'string')
    return [found === 'ENOENT' ? await missing(home) : fault('home', words.homeUnwritable(home))];
  if (!found.isDirectory()) return [fault('home', words.homeNoFolder(home))];
  const { mode } = found;
  const faults: Finding[] = [];
  try {
    await access(home, constants.W_OK | constants.X_OK);
  } catch {
    faults.push(fault('home', words.homeUnwritable(home)));
  }
  if (hasModes && (mode & OTHERS_WRITE) !== 0) faults.push(fault('home', words.homeOpen(home, octal(mode))));
  return faults.length > 0 ? faults : [ok('home', words.homeFound(home))];
}

/** What holds a secret, and who may open it. */
async function openSecret(file: string, right: string): Promise<Finding | undefined> {
  const found = await stat(file).catch(() => undefined);
  return hasModes && found !== undefined && (found.mode & OTHERS) !== 0
    ? fault('keys', words.secretOpen(file, octal(found.mode), right))
    : undefined;
}

/** The signing keys and the database's password: whether they can be read, and by nobody else. */
export async function keyFindings(home: string, env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  const folder = path.join(home, 'keys');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const open = await Promise.all([
    openSecret(folder, '700'),
    ...names.map((name) => openSecret(path.join(folder, name), '600')),
    openSecret(settingsFile(home), '600'),
  ]);
  const faults = open.filter((one) => one !== undefined);
  let keys = 0;
  try {
    const readable = await readableKeys(env, (line) => faults.push(fault('keys', line)));
    keys = readable.length;
  } catch (failure) {
    faults.push(fault('keys', failureLine(failure)));
  }
  if (faults.length > 0) return faults;
  return [keys === 0 ? note('keys', words.KEYS_NONE) : ok('keys', words.keysFound(keys))];
}

/** Bytes that this user may still write where the folder lies. */
export type FreeBytes = (folder: string) => Promise<number>;

export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** /proc and /sys take no folder of anybody, whatever their modes say. */
const TAKES_NONE = /^\/(?:proc|sys)(?:\/|$)/;

/** A home that does not exist: the first command makes it, where the folder above takes one. */
async function missing(home: string): Promise<Finding> {
  const above = await existing(home);
  const isTaken = await access(above, constants.W_OK | constants.X_OK).then(
    () => !TAKES_NONE.test(above),
    () => false,
  );
  return isTaken ? note('home', words.homeMissing(home)) : fault('home', words.homeUnmakeable(home, above));
}

/** Space for a folder; one that does not exist yet will lie where the next above it does. */
export async function spaceFinding(folder: string, free: FreeBytes): Promise<Finding> {
  try {
    const bytes = await free(await existing(folder));
    return bytes < LEAST_FREE_BYTES
      ? fault('space', words.spaceShort(folder, bytes, LEAST_FREE_BYTES))
      : ok('space', words.spaceFound(folder, bytes));
  } catch (failure) {
    return note('space', words.spaceUnknown(folder, failureLine(failure)));
  }
}

async function existing(folder: string): Promise<string> {
  const above = path.dirname(folder);
  if (above === folder) return folder;
  return (await stat(folder).catch(() => undefined)) === undefined ? existing(above) : folder;
}
