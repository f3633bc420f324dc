import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs, { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path, { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { sha256 } from '../../../evidence/sha256';

/** What a bundle's script answered. */
export interface Checked {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

function laidOut<T>(files: ReadonlyMap<string, Buffer | string>, then: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline check '));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    return then(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lays files out in a folder of its own, runs their `check.mjs` as anybody does, and removes the folder. */
export const checked = (files: ReadonlyMap<string, Buffer | string>): Checked =>
  laidOut(files, (cwd) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['check.mjs'], { cwd, encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n'), stderr };
  });

/** The names of what a script imports, and where from; it imports nothing but these. */
const IMPORT = /^import \{ ([\w, ]+) \} from '(node:\w+)';$/gm;
const MODULES = new Map<string, object>([
  ['node:crypto', crypto],
  ['node:fs', fs],
  ['node:path', path],
]);

type Script = (has: object, process: object, console: object) => void;
const scripts = new Map<string, Script>();

/** A script as a function, compiled once: what it declares is its call's own. */
function scriptOf(text: string): Script {
  const known = scripts.get(text);
  if (known !== undefined) return known;
  const body = text.replace(IMPORT, (_, names: string) => `const { ${names} } = imported;`);
  const script = compileFunction(`'use strict';\n${body}`, ['imported', 'process', 'console']) as Script;
  scripts.set(text, script);
  return script;
}

/** The same, by the script run in this process: a process of its own takes most of its time to get under way. */
export const checkedHere = (files: ReadonlyMap<string, Buffer | string>): Checked =>
  laidOut(files, (folder) => {
    const text = String(files.get('check.mjs'));
    const imported = Object.assign(
      {},
      ...[...text.matchAll(IMPORT)].map(([, , from = '']) => MODULES.get(from)),
    ) as object;
    let uncaught: ((failure: unknown) => void) | undefined;
    const own: { argv: readonly string[]; once: object; exitCode?: number } = {
      argv: [process.execPath, join(folder, 'check.mjs')],
      once: (_: 'uncaughtException', handle: typeof uncaught) => (uncaught = handle),
    };
    const lines: string[] = [];
    try {
      scriptOf(text)(imported, own, { log: (line: string) => lines.push(...line.split('\n')) });
    } catch (failure) {
      if (uncaught === undefined) throw failure;
      uncaught(failure);
    }
    return { status: own.exitCode ?? null, lines, stderr: '' };
  });

/** The files with a manifest that names them as they are, as somebody who altered one would write it. */
export function withManifest(
  files: ReadonlyMap<string, Buffer | string>,
  beside: readonly string[] = [],
): ReadonlyMap<string, Buffer | string> {
  const named = [...files].filter(([name]) => name !== 'manifest-sha256.txt' && !beside.includes(name));
  const lines = named.map(([name, content]) => `${sha256(Buffer.from(content as string))}  ${name}\n`);
  return new Map([...files, ['manifest-sha256.txt', lines.join('')]]);
}
