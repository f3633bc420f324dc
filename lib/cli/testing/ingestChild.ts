import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Errand } from './ingestProcess';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TYPESCRIPT = pathToFileURL(join(ROOT, 'lib', 'launch', 'typescript.mjs')).href;
const PROCESS = fileURLToPath(new URL('./ingestProcess.ts', import.meta.url));

export interface IngestEnded {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that loads what an ingest needs and waits for its errand. */
export interface IngestChild {
  /** Comes to how the process ended. */
  readonly ingest: (errand: Errand) => Promise<IngestEnded>;
  readonly kill: () => void;
}

export function ingestChild(): IngestChild {
  const child = fork(PROCESS, { cwd: ROOT, execArgv: ['--import', TYPESCRIPT], silent: true });
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const ended = new Promise<IngestEnded>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...said });
    });
  });
  return {
    ingest: (errand) => {
      child.send(errand);
      return ended;
    },
    kill: () => child.kill('SIGKILL'),
  };
}
