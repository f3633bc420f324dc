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
});
