import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzipped } from '../../server/bundle/testing/unzipped';
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

  it('of a page of many assets writes what its address gives, and a bundle that verify finds identical', async () => {
    const page = '/lows?from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';
    const [json, csv, png, zip] = ['lows.json', 'lows.csv', 'lows.png', 'lows.zip'].map(inFolder);
    const options = ['--json', json, '--csv', csv, '--png', png, '--bundle', zip].map(String);
    const { code, stderr } = await run('export', page, ...options);
    expect({ code, written: stderr.split('\n').length - 1 }).toEqual({ code: 0, written: 4 });
    const answer = JSON.parse(readFileSync(String(json), 'utf8')) as { readonly digest: string };
    expect(answer).toMatchObject({ address: page, assets: [{ asset: 'ATOM' }] });
    expect(readFileSync(String(csv), 'utf8')).toContain('\nATOM,binance,');
    for (const file of [png, zip]) {
      const verified = await run('verify', String(file), '--json');
      expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: 'identical', address: page, digest: answer.digest });
    }
    const files = await unzipped(readFileSync(String(zip)));
    expect(files.get('answer.json')?.equals(readFileSync(String(json)))).toBe(true);
    expect(files.get('picture.png')?.equals(readFileSync(String(png)))).toBe(true);
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
