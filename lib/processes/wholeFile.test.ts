import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadInput } from './exit';
import { OutputFailed } from './standardOutput';
import { writeWhole } from './wholeFile';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-whole-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a file is written as a whole', () => {
  it('and comes to what the writing came to', async () => {
    expect(await writeWhole(inFolder('a.csv'), async (path) => (await writeFile(path, 'new'), 3))).toBe(3);
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(inFolder('a.csv'), 'utf8')).toBe('new');
  });

  it('or not at all: what was there before stays when the writing fails, and nothing lies beside it', async () => {
    writeFileSync(inFolder('a.csv'), 'old');
    const failing = async (path: string): Promise<void> => {
      await writeFile(path, 'half');
      throw new Error('the database stopped');
    };
    await expect(writeWhole(inFolder('a.csv'), failing)).rejects.toThrow('the database stopped');
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(inFolder('a.csv'), 'utf8')).toBe('old');
  });

  it('and what a killed process left half-written is gone an hour later, that of a living one or a young one is not', async () => {
    const [dead, young] = [`.plumbline-${String(2 ** 30)}-1.part`, `.plumbline-${String(2 ** 30)}-2.part`];
    const alive = `.plumbline-${String(process.ppid)}-1.part`;
    for (const name of [dead, young, alive]) writeFileSync(inFolder(name), 'half');
    for (const name of [dead, alive]) utimesSync(inFolder(name), new Date(0), new Date(0));
    await writeWhole(inFolder('a.csv'), (path) => writeFile(path, 'new'));
    expect(readdirSync(folder).sort()).toEqual([young, alive, 'a.csv'].sort());
  });

  it('through a link, which stays a link', async () => {
    writeFileSync(inFolder('a.csv'), 'old');
    symlinkSync('a.csv', inFolder('link.csv'));
    await writeWhole(inFolder('link.csv'), (path) => writeFile(path, 'new'));
    expect([readlinkSync(inFolder('link.csv')), readFileSync(inFolder('a.csv'), 'utf8')]).toEqual(['a.csv', 'new']);
  });

  it('twice at once: one of the two, whole', async () => {
    const long = ['a', 'b'].map((letter) => letter.repeat(1_000_000));
    await Promise.all(long.map((text) => writeWhole(inFolder('a.csv'), (path) => writeFile(path, text))));
    expect(long).toContain(readFileSync(inFolder('a.csv'), 'utf8'));
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it.runIf(existsSync('/dev/null'))('never in the place of a device', async () => {
    const paths: string[] = [];
    await writeWhole('/dev/null', (path) => {
      paths.push(path);
      return writeFile(path, 'gone');
    });
    expect(paths).toEqual(['/dev/null']);
  });
});

describe('a file that cannot be written is named with its mend, and is bad input where another path would do', () => {
  const MEND = 'name a file in a folder that exists and can be written to';

  it.each([
    ['no/such/a.csv', `could not be written: the folder does not exist; ${MEND}`],
    ['a-file/a.csv', `could not be written: part of its path is a file, not a folder; ${MEND}`],
    ['a-folder', `could not be written: it is a folder; ${MEND}`],
  ])('%s', async (name, fault) => {
    writeFileSync(inFolder('a-file'), '');
    mkdirSync(inFolder('a-folder'));
    const failure: unknown = await writeWhole(inFolder(name), (path) => writeFile(path, 'x')).catch(
      (caught: unknown) => caught,
    );
    expect(failure).toBeInstanceOf(BadInput);
    expect(String(failure)).toBe(`Error: ${inFolder(name)} ${fault}`);
  });

  it.runIf(existsSync('/dev/full'))('a full disk, which fails alike on standard output', async () => {
    await expect(writeWhole('/dev/full', (path) => writeFile(path, 'x'))).rejects.toEqual(
      new OutputFailed('/dev/full could not be written: the disk is full; free some space or choose another disk'),
    );
  });

  it('but a database that is out of reach is no fault of the file', async () => {
    const failure = Object.assign(new Error('connect ENOENT /run/postgres'), { code: 'ENOENT', syscall: 'connect' });
    await expect(writeWhole(inFolder('a.csv'), () => Promise.reject(failure))).rejects.toBe(failure);
  });
});
