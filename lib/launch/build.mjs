import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { packBuiltFiles } from './builtFiles.mjs';
import { root, run, step } from './steps.mjs';
import { keepScriptsInOneByte } from './oneByteText.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { STEPS } from './words.mjs';

const STAMP = '.next/plumbline-built';
/** What the web app is made of; tests do not change it. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const isTest = (name) =>
  /\.(test|itest|spec)\.tsx?$|[\\/](generated|golden|proof|testing|launch|bench|cli|simulator|ingest)[\\/]/.test(name);

/** The standalone server's entry, after `buildApp`. */
export const serverEntry = join(root, '.next', 'standalone', 'server.js');

/** Builds the web app when its sources changed since the last build, and lays its static files beside the standalone server. `signal` ends it. */
export async function buildApp({ signal } = {}) {
  const print = fingerprint(SOURCES, isTest);
  const isDone = () => isStamped(STAMP, print) && existsSync(serverEntry);
  await alone(STEPS.build, { isDone, work: () => build(print, signal), signal });
}

async function build(print, signal) {
  rmSync(join(root, STAMP), { force: true });
  await step(STEPS.build, async () => {
    await run(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      log: 'build',
      signal,
      env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    });
    const standalone = join(root, '.next', 'standalone');
    mkdirSync(join(standalone, '.next'), { recursive: true });
    const files = join(standalone, '.next', 'static');
    cpSync(join(root, '.next', 'static'), files, { recursive: true });
    // It needs a package, and this file is read before any is installed.
    const { makeModulesEager } = await import('./eagerModules.mjs');
    await makeModulesEager(files);
    await packBuiltFiles(files);
    await keepScriptsInOneByte(join(standalone, '.next', 'server'));
    if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true });
  });
  stamp(STAMP, print);
}
