import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '..', '..');
const OXLINT = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
const REPORT = z.object({
  diagnostics: z.array(z.object({ code: z.string(), severity: z.literal('error'), filename: z.string() })),
});
const PROJECT = {
  compilerOptions: { strict: true, noEmit: true, target: 'ES2023', module: 'ESNext', jsx: 'preserve', types: [] },
};

/** File, what is planted in it, and the rule that must name it. */
const PLANTED: readonly (readonly [string, string, string, string])[] = [
  ['a type that does not fit', 'misfit.ts', "export const low: number = 'low';", 'typescript(TS2322)'],
  ['any', 'any.ts', 'export const loose = (x: any): unknown => x;', 'typescript(no-explicit-any)'],
  [
    'what JSON.parse gives, taken on trust',
    'trust.ts',
    'export const low = (text: string): string => JSON.parse(text);',
    'typescript(no-unsafe-return)',
  ],
  [
    'a promise nobody waits for',
    'forgotten.ts',
    'const later = (): Promise<number> => Promise.resolve(1);\nexport function begin(): void {\n  later();\n}',
    'typescript(no-floating-promises)',
  ],
  [
    'a condition that is always true',
    'always.ts',
    'export const kept = (x: string): boolean => x !== undefined;',
    'typescript(no-unnecessary-condition)',
  ],
  [
    'an exclamation mark for a missing value',
    'sure.ts',
    'export const sure = (x?: number): number => x!;',
    'typescript(no-non-null-assertion)',
  ],
  [
    'a hook under a condition',
    'Hook.tsx',
    'declare function useLow(): void;\nexport function Hook({ on }: { readonly on: boolean }): null {\n  if (on) useLow();\n  return null;\n}',
    'react-hooks(rules-of-hooks)',
  ],
];
const CLEAN = 'export const low = (x?: number): number => x ?? NaN;';

let folder: string;
/** The rules that refuse something in each file. */
const refused = new Map<string, string[]>();
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plumbline-oxlint-')));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(PROJECT));
  writeFileSync(join(folder, 'clean.ts'), `${CLEAN}\n`);
  for (const [, file, text] of PLANTED) writeFileSync(join(folder, file), `${text}\n`);
  // It ends with code 1 where something is refused; what it printed says what.
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, [OXLINT, '--format', 'json', folder], { cwd: ROOT }, (_, stdout) => {
      resolve(stdout);
    });
  });
  for (const { filename, code } of REPORT.parse(JSON.parse(printed)).diagnostics) {
    const file = basename(filename);
    refused.set(file, [...(refused.get(file) ?? []), code]);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('types and the usual lint rules refuse', () => {
  it.each(PLANTED)('%s', (_, file, __, rule) => {
    expect(refused.get(file)).toEqual([rule]);
  });

  it('nothing else', () => {
    expect([...refused.keys()].sort()).toEqual(PLANTED.map(([, file]) => file).sort());
  });
});
