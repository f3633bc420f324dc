import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLUMBLINE = join(import.meta.dirname, '..', '..', 'launch', 'plumbline.mjs');

export interface CommandProcess {
  readonly child: ChildProcess;
  /** Its exit code, or the signal that ended it, and all that it wrote on standard error. */
  readonly ended: Promise<{
    readonly code: number | NodeJS.Signals | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** Starts the installed command in a process of its own, from a folder that is not the checkout. */
export function commandProcess(
  databaseUrl: string,
  argv: readonly string[],
  stdio: StdioOptions = ['ignore', 'pipe', 'pipe'],
): CommandProcess {
  const child = spawn(process.execPath, [PLUMBLINE, ...argv], {
    cwd: tmpdir(),
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve(code ?? signal);
    });
  });
  return { child, ended: ended.then((code) => ({ code, ...output })) };
}
