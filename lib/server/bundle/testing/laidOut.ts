import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../../evidence/sha256';

/** What a bundle's script answered. */
export interface Checked {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** Lays files out in a folder of its own, runs their `check.mjs` as anybody does, and removes the folder. */
export function checked(files: ReadonlyMap<string, Buffer | string>): Checked {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline check '));
  try {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['check.mjs'], { cwd: folder, encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n'), stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files with a manifest that names them as they are, as somebody who altered one would write it. */
export function withManifest(
  files: ReadonlyMap<string, Buffer | string>,
  beside: readonly string[] = [],
): ReadonlyMap<string, Buffer | string> {
  const named = [...files].filter(([name]) => name !== 'manifest-sha256.txt' && !beside.includes(name));
  const lines = named.map(([name, content]) => `${sha256(Buffer.from(content as string))}  ${name}\n`);
  return new Map([...files, ['manifest-sha256.txt', lines.join('')]]);
}
