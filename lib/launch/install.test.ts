import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..');
const textOf = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

/** What package-lock.json installs without the packages for tests. */
const { packages } = JSON.parse(textOf('package-lock.json')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
};
const isInstalledToRun = (name: string): boolean => {
  const found = packages[`node_modules/${name}`];
  return found !== undefined && found.dev !== true && found.devOptional !== true;
};

/** Neither tests, nor what only developers run. */
const NOT_RUN = /\.(test|itest|spec)\.tsx?$|(^|\/)(testing|golden|proof|bench|torture|fuzz|generated|launch\/lint)\//;
/** What is run from a checkout with everything in it. */
const DEVELOPERS =
  /^lib\/launch\/(assemble|check|checks|chromium|fuzz|golden|icons|licences|screenshots|test|rehearsalForTests)\./;

/** What the build and the commands load from the folder itself. */
const AT_ROOT = ['instrumentation.ts', 'next.config.ts', 'postcss.config.mjs', 'prisma.config.ts', 'proxy.ts'];

const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).map((name) =>
      path.posix.join(folder, name.split(path.sep).join('/')),
    ),
  )
  .filter((name) => /\.(tsx?|mjs)$/.test(name) && !NOT_RUN.test(name) && !DEVELOPERS.test(name))
  .concat(AT_ROOT);

/** The packages a file loads: what is imported as a type alone is gone when it runs. */
const loadedBy = (name: string): readonly string[] =>
  [
    ...textOf(name).matchAll(
      /^(?:import|export) (?!type )[^'"`;]*?from '([^'./][^']*)'|(?<![\w.])import\('([^'./][^']*)'\)|^import '([^'./][^']*)'/gm,
    ),
  ]
    .map(([, one, two, three]) => one ?? two ?? three ?? '')
    .filter((from) => !from.startsWith('node:') && !from.startsWith('@/') && !builtinModules.includes(from))
    .map((from) => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);

it('a start has every package that the app, its build and its commands load', () => {
  const loaded = new Map(sources.flatMap((name) => loadedBy(name).map((from) => [from, name] as const)));
  expect(loaded.size).toBeGreaterThan(20);
  expect([...loaded].filter(([from]) => !isInstalledToRun(from))).toEqual([]);
});

it('the web framework finds what it looks for before it builds TypeScript: without it, it would install packages by itself', () => {
  for (const name of ['typescript', '@types/react', '@types/node', '@tailwindcss/postcss', 'esbuild', 'prisma'])
    expect([name, isInstalledToRun(name)]).toEqual([name, true]);
});

describe('an installation', () => {
  let folder: string;
  /** What npm was told; it ends with 1 where `broken` says so. */
  const NPM = `#!/bin/sh
echo "$*" >> told
mkdir -p node_modules
[ ! -e broken ]
`;
  const told = (): readonly string[] =>
    existsSync(path.join(folder, 'told')) ? readFileSync(path.join(folder, 'told'), 'utf8').trim().split('\n') : [];
  const installing = (tests: boolean): ChildProcess => {
    const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const code = `import('./lib/launch/install.mjs').then((it) => it.installPackages({ tests: ${String(tests)} })).catch(() => process.exit(1))`;
    return spawn(process.execPath, ['-e', code], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const install = async (tests: boolean): Promise<void> => {
    const [code] = (await once(installing(tests), 'close')) as [number];
    if (code !== 0) throw new Error('it broke off');
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plumbline install '));
    mkdirSync(path.join(folder, 'lib', 'launch'), { recursive: true });
    mkdirSync(path.join(folder, 'lib', 'store', 'embedded'), { recursive: true });
    for (const name of [
      ...['alone', 'install', 'steps', 'stamp', 'words'].map((own) => `launch/${own}`),
      ...['fileLock', 'processLives'].map((own) => `store/embedded/${own}`),
    ])
      copyFileSync(path.join(ROOT, 'lib', `${name}.mjs`), path.join(folder, 'lib', `${name}.mjs`));
    writeFileSync(path.join(folder, 'package-lock.json'), '{"of":"today"}');
    writeFileSync(path.join(folder, 'npm'), NPM, { mode: 0o755 });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('of a start leaves out what tests need, is made once, and is enough for no test', async () => {
    await install(false);
    await install(false);
    expect(told().map((line) => /--omit=dev|--include=dev/.exec(line)?.[0])).toEqual(['--omit=dev']);
    await install(true);
    await install(false);
    expect(told().map((line) => /--omit=dev|--include=dev/.exec(line)?.[0])).toEqual(['--omit=dev', '--include=dev']);
  });

  it('that broke off is made again, by a start too that had its packages before', async () => {
    await install(false);
    writeFileSync(path.join(folder, 'broken'), '');
    await expect(install(true)).rejects.toThrow('it broke off');
    rmSync(path.join(folder, 'broken'));
    await install(false);
    expect(told()).toHaveLength(3);
  });

  it('of another lock is made again when the first comes back', async () => {
    await install(false);
    writeFileSync(path.join(folder, 'package-lock.json'), '{"of":"tomorrow"}');
    await install(true);
    writeFileSync(path.join(folder, 'package-lock.json'), '{"of":"today"}');
    await install(false);
    expect(told()).toHaveLength(3);
  });

  const TURN = path.join('.cache', 'alone', 'installing-packages');
  const takeTurn = (pid: number | undefined): void => {
    mkdirSync(path.join(folder, path.dirname(TURN)), { recursive: true });
    writeFileSync(path.join(folder, TURN), `${String(pid)}\nof-another\n`);
  };

  it('is made by one of two commands begun side by side; the other waits and finds it made', async () => {
    takeTurn(process.pid);
    const second = installing(false);
    await once(second.stderr ?? second, 'data');
    expect(told()).toEqual([]);
    rmSync(path.join(folder, TURN));
    const third = installing(false);
    await Promise.all([once(second, 'close'), once(third, 'close')]);
    expect(told()).toHaveLength(1);
    expect(readdirSync(path.join(folder, path.dirname(TURN)))).toEqual([]);
  });

  it('does not wait for a command that was killed at it', async () => {
    takeTurn(spawnSync(process.execPath, ['-e', '']).pid);
    await install(false);
    expect(told()).toHaveLength(1);
  });
});
