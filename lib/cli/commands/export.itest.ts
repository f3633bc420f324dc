import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from '../testing/commandLine';
import { storedAtom, VIEW, WINDOW, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
const inFolder = (name: string): string => stored.inFolder(name);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('export', () => {
  it('writes what analyze prints, and says where on stderr', async () => {
    const file = inFolder('out.json');
    const { code, stdout, stderr } = await run('export', VIEW, '--json', file);
    expect([code, stdout, stderr]).toEqual([0, '', `${file} written\n`]);
    expect(readFileSync(file, 'utf8')).toBe((await run('analyze', 'ATOM', ...WINDOW, '--json')).stdout);
  });

  it('of an address of version 1 says on stderr how it is read, and writes the same', async () => {
    const file = inFolder('first.json');
    const { code, stderr } = await run('export', VIEW.replace('v=3&m=2', 'v=1'), '--json', file);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^This address has the form of version 1: .*The figures are computed by version 2 of the method\.\n.*written\n$/,
    );
    expect(readFileSync(file, 'utf8')).toBe((await run('analyze', 'ATOM', ...WINDOW, '--json')).stdout);
  });
});
