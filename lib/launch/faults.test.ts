import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'faults.md'), 'utf8');

/** Fault, what is said, what brings it back, what doctor says, tests. A bar inside the name of a test is escaped. */
const ROWS = PAGE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| fault') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const WORDS_FOLDER = join(ROOT, 'lib', 'words', 'en');
const WORDS = readdirSync(WORDS_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(WORDS_FOLDER, file), 'utf8'))
  .join('\n');

const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1] ?? '');
const testsIn = (cell: string): readonly (readonly [file: string, name: string])[] =>
  [...cell.matchAll(/`([^`]+)` “([^”]+)”/g)].map((found) => [found[1] ?? '', (found[2] ?? '').replaceAll('\\|', '|')]);

describe.each(ROWS)('the fault “%s”', (...row) => {
  const [, said = '', recovery = '', doctor = '', tests = ''] = row;

  it('has its five cells', () => {
    expect(row).toHaveLength(5);
    expect(recovery).not.toBe('');
  });

  const lines = [...quoted(said), ...quoted(doctor)];
  it.runIf(lines.length > 0)('quotes lines that are said', () => {
    for (const line of lines) expect(WORDS).toContain(line);
  });

  it('is shown by tests that exist', () => {
    expect(testsIn(tests)).not.toEqual([]);
    for (const [file, name] of testsIn(tests)) {
      expect(file).toMatch(/\.(test|itest|spec)\.ts$/);
      expect(existsSync(join(ROOT, file))).toBe(true);
      // Of the name of a test, or of a row of one.
      expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(
        new RegExp(`['"][^\n]*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
      );
    }
  });
});

it('every fault that the issue names is on the page', () => {
  for (const fault of [
    /breaks/,
    /slow/,
    /out of connections/,
    /read-only/,
    /disk is full/,
    /full disk/,
    /killed/,
    /clock/,
    /torn/,
    /migration is interrupted/,
    /postmaster\.pid` of a power cut/,
    /postmaster\.pid` is empty/,
    /port is taken/,
  ])
    expect(ROWS.map(([name = '']) => name).join('\n')).toMatch(fault);
});
