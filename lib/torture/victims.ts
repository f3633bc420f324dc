import { fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Done, Errand } from './errand';

const ROOT = join(import.meta.dirname, '..', '..');
/** Below the checkout, whose packages it loads; one for each process that tortures. */
const VICTIM = join(ROOT, '.cache', 'torture', `victim-${String(process.pid)}.mjs`);

/** What modules of Node's older kind look for. */
const BANNER = [
  "import { createRequire as $requireFrom } from 'node:module';",
  "import { fileURLToPath as $pathOf } from 'node:url';",
  'const require = $requireFrom(import.meta.url);',
  'const __filename = $pathOf(import.meta.url);',
  "const __dirname = $pathOf(new URL('.', import.meta.url));",
].join('');

export type Ended = { readonly killed: true } | { readonly killed: false; readonly done: Done };

/** A process that has loaded, or still loads, what it needs, and waits for its errand. */
export interface Victim {
  /** Comes to how it ended; throws where it was neither killed nor came to its end. */
  readonly run: (errand: Errand) => Promise<Ended>;
  readonly kill: () => void;
}

/** Translated once: a process loads in a third of the time. Answers how to take it away again. */
export async function translateVictim(): Promise<() => Promise<void>> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('lib', 'torture', 'victim.ts')],
    outfile: VICTIM,
    bundle: true,
    external: ['pg-native'],
    banner: { js: BANNER },
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
  return () => rm(VICTIM, { force: true });
}

export function newVictim(): Victim {
  const child = fork(VICTIM, { cwd: ROOT, execArgv: [], silent: true });
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ killed: true });
      else if (code === 0) resolve({ killed: false, done: JSON.parse(said.stdout) as Done });
      else reject(new Error(`a process ended with ${String(signal ?? code)}: ${said.stderr}`));
    });
  });
  // Whoever only kills it waits for nothing.
  ended.catch(() => undefined);
  return {
    run: (errand) => {
      child.send(errand);
      return ended;
    },
    kill: () => child.kill('SIGKILL'),
  };
}
