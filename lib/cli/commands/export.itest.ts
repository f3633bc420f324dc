import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf } from '../../sealed/pngFile';
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

  it('draws the picture in the frame and theme asked for, twice as large, and says so in the file', async () => {
    const drawn = async (...more: readonly string[]): Promise<readonly unknown[]> => {
      const file = inFolder('out.png');
      expect((await run('export', VIEW, '--png', file, ...more)).code).toBe(0);
      const png = readFileSync(file);
      const texts = textsOf(png);
      return [png.readUInt32BE(16), png.readUInt32BE(20), texts.get('plumbline:size'), texts.get('plumbline:theme')];
    };
    expect(await drawn()).toEqual([3200, 1800, 'wide', 'light']);
    expect(await drawn('--size', 'card', '--theme', 'dark')).toEqual([2400, 1256, 'card', 'dark']);
    const { code, stderr } = await run('export', VIEW, '--png', inFolder('out.png'), '--size', 'poster');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--size.*"poster".*wide, square, card, page/)]);
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
