import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

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

const sources = ['app', 'components', 'lib']
  .flatMap((folder) =>
    (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).map((name) =>
      path.posix.join(folder, name.split(path.sep).join('/')),
    ),
  )
  .filter((name) => /\.(tsx?|mjs)$/.test(name) && !NOT_RUN.test(name) && !DEVELOPERS.test(name));

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
