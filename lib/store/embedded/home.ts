import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { failureText } from '../../domain/failure';
import { homeNotMade, NO_HOME } from '../../words/en/embedded';
import { EmbeddedFailure } from './failure';
import { folderMade } from './folder';

/** The folder of the embedded server, keys and caches: PLUMBLINE_HOME, else `.plumbline` in the user's home. */
export function homeOf(env: Readonly<Record<string, string | undefined>>): string {
  const named = env['PLUMBLINE_HOME'];
  if (named !== undefined && named !== '') return path.resolve(named);
  return path.join(userHome(env['HOME']), '.plumbline');
}

/** HOME where it is set, else what the system knows of the user: in a container often nothing. */
function userHome(set: string | undefined): string {
  if (set !== undefined && set !== '') return path.resolve(set);
  try {
    return os.userInfo().homedir;
  } catch (cause) {
    throw new EmbeddedFailure(NO_HOME, { cause });
  }
}

/** What must be remembered to reach the server again. */
export interface Settings {
  readonly port: number;
  readonly password: string;
  /** The folder of the server's own: its data and its log. Not always below the home (see place.ts). */
  readonly folder: string;
}

/** The file with the password of the home's database. */
export const settingsFile = (home: string): string => path.join(home, 'postgres.json');

/**
 * Makes the home folder. When new, it is closed to other users, but for passing through where the server runs under
 * another account.
 */
export async function makeHome(home: string, passable: boolean): Promise<void> {
  try {
    if (await folderMade(home)) await chmod(home, passable ? 0o711 : 0o700);
  } catch (cause) {
    const reason = failureText(cause);
    throw new EmbeddedFailure(homeNotMade(home, reason), { cause });
  }
}

/** The remembered settings; undefined when there are none or they cannot be read as such. */
export async function readSettings(home: string): Promise<Settings | undefined> {
  try {
    const read = JSON.parse(await readFile(settingsFile(home), 'utf8')) as Partial<Settings>;
    if (typeof read.port !== 'number' || typeof read.password !== 'string' || typeof read.folder !== 'string')
      return undefined;
    return { port: read.port, password: read.password, folder: path.resolve(home, read.folder) };
  } catch {
    return undefined;
  }
}

/**
 * Readable by the owner of the home alone (and by root, who may be the one that writes); replaced as a whole, so that a
 * reader never meets half a file. A folder in the home is written as its place there: a home that is moved takes its data
 * along, and a copy has data of its own.
 */
export async function writeSettings(home: string, settings: Settings): Promise<void> {
  const fresh = `${settingsFile(home)}.${String(process.pid)}`;
  const place = path.relative(home, settings.folder);
  const folder = place.startsWith('..') ? settings.folder : place;
  await writeFile(fresh, `${JSON.stringify({ ...settings, folder })}\n`, { mode: 0o600 });
  const { uid, gid } = await stat(home);
  if (process.getuid?.() === 0 && uid !== 0) await chown(fresh, uid, gid);
  await rename(fresh, settingsFile(home));
}

/** 192 random bits, in letters that need no escaping in an address or a file. */
export const newPassword = (): string => randomBytes(24).toString('base64url');
