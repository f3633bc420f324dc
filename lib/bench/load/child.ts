import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TYPESCRIPT = pathToFileURL(join(ROOT, 'lib', 'launch', 'typescript.mjs')).href;

/** A process of its own that runs a file of `lib/bench/load`, or of the folder beside it that `file` names, with the arguments as one JSON text. */
export function begin(file: string, asked: unknown): ReturnType<typeof spawn> {
  return spawn(
    process.execPath,
    ['--import', TYPESCRIPT, fileURLToPath(new URL(file, import.meta.url)), JSON.stringify(asked)],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
}

/** The same, run to its end: what it printed as JSON. Throws where it failed. */
export async function comesTo<T>(file: string, asked: unknown): Promise<T> {
  const own = begin(file, asked);
  let printed = '';
  own.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(own, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}; its complaints stand above`);
  return JSON.parse(printed) as T;
}
