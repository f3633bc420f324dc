import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A process of this machine, as far as the system tells. */
export interface MachineProcess {
  readonly startedAtMs: number;
  /** The file name of its program. */
  readonly program: string;
  /** Whether it works in a folder, given without symbolic links. */
  readonly worksIn: (folder: string) => boolean;
  /** Whether the system tells its folder itself; else `worksIn` is a guess from its command. */
  readonly isFolderKnown: boolean;
}

const run = promisify(execFile);

/** Ticks of /proc/PID/stat: USER_HZ, 100 on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;
/** The field of /proc/PID/stat with the start, counted from the state, which follows the name in parentheses (proc(5)). */
const START_FIELD = 19;

/** From /proc, where there is one. */
async function fromProc(pid: number): Promise<MachineProcess | undefined> {
  const [stat, boot, folder] = await Promise.all([
    readFile(`/proc/${String(pid)}/stat`, 'utf8'),
    readFile('/proc/stat', 'utf8'),
    readlink(`/proc/${String(pid)}/cwd`).catch(() => undefined),
  ]);
  const end = stat.lastIndexOf(')');
  const ticks = Number(stat.slice(end + 2).split(' ')[START_FIELD]);
  const bootSeconds = Number(/^btime (\d+)/m.exec(boot)?.[1]);
  return {
    startedAtMs: (bootSeconds + ticks / TICKS_PER_SECOND) * 1000,
    program: stat.slice(stat.indexOf('(') + 1, end),
    worksIn: (wanted) => folder === wanted,
    isFolderKnown: folder !== undefined,
  };
}

/** From `ps`, which every Unix has; it tells the command instead of the folder, and servers of ours are started with theirs in it. */
async function fromPs(pid: number): Promise<MachineProcess | undefined> {
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'lstart=', '-o', 'command='], {
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  const [, started = '', command = ''] = /^(\w+ +\w+ +\d+ +[\d:]+ +\d+) +(.*)$/m.exec(stdout.trim()) ?? [];
  return {
    startedAtMs: Date.parse(`${started} UTC`),
    program: /postgres/.test(command) ? 'postgres' : command,
    worksIn: (wanted) => command.includes(wanted),
    isFolderKnown: false,
  };
}

/** From PowerShell; Windows tells no folder. */
async function fromPowerShell(pid: number): Promise<MachineProcess | undefined> {
  const ask = `$p = Get-Process -Id ${String(pid)}; $p.StartTime.ToUniversalTime().ToString('o'); $p.ProcessName`;
  const { stdout } = await run('powershell', ['-NoProfile', '-Command', ask]);
  const [started = '', program = ''] = stdout.trim().split(/\r?\n/);
  return { startedAtMs: Date.parse(started), program, worksIn: () => true, isFolderKnown: false };
}

const FROM: Readonly<Partial<Record<NodeJS.Platform, typeof fromPs>>> = { linux: fromProc, win32: fromPowerShell };

/** The process of that number; undefined: there is none, or it is another user's and tells nothing. */
export async function machineProcess(pid: number): Promise<MachineProcess | undefined> {
  try {
    return await (FROM[process.platform] ?? fromPs)(pid);
  } catch {
    return undefined;
  }
}

/** Those that work in a folder, by number; known on Linux alone. Postgres itself checks its shared memory, on every system. */
export interface FolderUsers {
  /** Processes of a database server whose first one is gone: they end when their statement does. */
  readonly orphans: readonly number[];
  /** Any other process: a program of somebody's, or a server that is not proven ours. */
  readonly others: readonly number[];
}

/** The title that Postgres gives each of its processes but the first; one that ends has none any more, while its folder can still be read. */
const CHILD_TITLE = /^(?:postgres: |$)/;

/** `folder`: without symbolic links. */
export async function usersOf(folder: string): Promise<FolderUsers> {
  const titles = new Map<number, string>();
  if (process.platform === 'linux') {
    for (const name of await readdir('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid) || (await readlink(`/proc/${name}/cwd`).catch(() => undefined)) !== folder) continue;
      titles.set(pid, await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''));
    }
  }
  return usersByTitle(titles);
}

/** Those of a folder, told by the titles of all that work in it, by number. */
export function usersByTitle(titles: ReadonlyMap<number, string>): FolderUsers {
  const [children, others] = [true, false].map((isChild) =>
    [...titles].filter(([, title]) => CHILD_TITLE.test(title) === isChild).map(([pid]) => pid),
  ) as [number[], number[]];
  // A first process that works there still has its children in hand.
  return { orphans: others.length > 0 ? [] : children, others };
}
