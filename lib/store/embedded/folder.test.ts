import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedFailure } from './failure';
import { folderMade } from './folder';
import { makeHome } from './home';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline-folder-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('a folder', () => {
  it('is made with those above it, by its mode, and is new once', async () => {
    const deep = path.join(folder, 'a', 'b', 'c');
    expect(await folderMade(deep, 0o700)).toBe(true);
    expect((await stat(deep)).mode & 0o777).toBe(0o700);
    expect(await folderMade(deep, 0o700)).toBe(false);
  });

  it('is new to one of many that make it at once', async () => {
    const deep = path.join(folder, 'a', 'b');
    const made = await Promise.all(Array.from({ length: 8 }, () => folderMade(deep)));
    expect(made.filter((isNew) => isNew)).toHaveLength(1);
  });

  it('is refused below a file', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expect(folderMade(file)).rejects.toThrow('EEXIST');
    await expect(folderMade(path.join(file, 'a'))).rejects.toThrow('ENOTDIR');
  });

  // Node's recursive mkdir asks /proc for ever.
  it.runIf(os.platform() === 'linux')('is refused in /proc, a home in one line with the mend', async () => {
    await expect(folderMade('/proc/plumbline/a/b')).rejects.toThrow('ENOENT');
    const refused = makeHome('/proc/plumbline/home', false);
    await expect(refused).rejects.toThrow(EmbeddedFailure);
    await expect(refused).rejects.toThrow(
      /^cannot create the folder \/proc\/plumbline\/home \(ENOENT: [^\n]+\); set PLUMBLINE_HOME to a folder that you may write to$/,
    );
  });
});
