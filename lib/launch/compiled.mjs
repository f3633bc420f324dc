import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

// The TypeScript that people start, as JavaScript: translated once, and again when a file of it has changed. A command then starts
// without a translator and loads a dozen files instead of hundreds.

const FOLDER = join(root, '.cache', 'compiled');
const STAMP = join(FOLDER, 'stamp.json');
/** What is started, by name. */
const ENTRIES = { main: 'lib/cli/main.ts', start: 'lib/launch/start.ts', simulator: 'lib/simulator/child.ts' };
/** What the result rests on beside the sources. */
const SETTINGS = ['tsconfig.json', 'package-lock.json', 'lib/launch/compiled.mjs'];
/** Older results stay for those that still run from them. */
const KEPT = 6;

/** Size and time of change of a file; undefined: there is none. */
function stateOf(file) {
  const found = statSync(join(root, file), { throwIfNoEntry: false });
  return found === undefined ? undefined : `${String(found.size)} ${String(found.mtimeMs)}`;
}

/** The folder of the last translation, if everything is as it was then. */
function fresh() {
  if (!existsSync(STAMP)) return undefined;
  const { folder, files } = JSON.parse(readFileSync(STAMP, 'utf8'));
  const isAsThen = Object.entries(files).every(([file, state]) => stateOf(file) === state);
  return isAsThen && existsSync(join(FOLDER, folder)) ? folder : undefined;
}

/** Where a module asks for its own address it is given its source's: workers, migrations and packages are found from there. */
const ownAddress = {
  name: 'own-address',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      return {
        loader: 'ts',
        contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      };
    });
  },
};

/** Packages stay where they are, but for those of many small files that most commands need: they become one. */
const INSIDE = new Set(['zod']);
const packagesOutside = {
  name: 'packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || INSIDE.has(path) ? undefined : { path, external: true },
    );
  },
};

async function translate() {
  const { build } = await import('esbuild');
  const folder = `${String(process.pid)}-${String(Date.now())}`;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ENTRIES,
    outdir: join(FOLDER, folder),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    metafile: true,
    logLevel: 'silent',
    plugins: [packagesOutside, ownAddress],
  });
  const files = Object.fromEntries([...Object.keys(metafile.inputs), ...SETTINGS].map((file) => [file, stateOf(file)]));
  const written = join(FOLDER, `${folder}.json`);
  writeFileSync(written, JSON.stringify({ folder, files }));
  renameSync(written, STAMP);
  for (const old of readdirSync(FOLDER)
    .filter((name) => /^\d+-\d+$/.test(name))
    .sort(byTime)
    .slice(0, -KEPT))
    rmSync(join(FOLDER, old), { recursive: true, force: true });
  return folder;
}

const byTime = (a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1]);

/** Whether the system would not let it be written; esbuild tells that by its words alone. */
const isNotWritable = ({ code, message }) =>
  ['EACCES', 'EROFS', 'ENOSPC', 'EPERM'].includes(code) ||
  /permission denied|read-only file system|no space left on device/.test(message);

/** The address of an entry, translated; undefined where the result cannot be written, as in a checkout that may only be read. */
async function translated(name) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    return pathToFileURL(join(FOLDER, fresh() ?? (await translate()), `${name}.js`)).href;
  } catch (failure) {
    if (isNotWritable(failure)) return undefined;
    throw failure;
  }
}

/** Imports what is started by a name of `ENTRIES`. */
export async function started(name) {
  const address = await translated(name);
  if (address !== undefined) return import(address);
  await import('./typescript.mjs');
  return import(pathToFileURL(join(root, ENTRIES[name])).href);
}
