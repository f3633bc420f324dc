import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { homeOf, readSettings, writeSettings } from './home';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the home folder', () => {
  it.each([
    ['PLUMBLINE_HOME', { PLUMBLINE_HOME: '/srv/p', HOME: '/home/me' }, '/srv/p'],
    ['HOME', { HOME: '/home/me' }, '/home/me/.plumbline'],
    ['HOME, PLUMBLINE_HOME being empty', { PLUMBLINE_HOME: '', HOME: '/home/me' }, '/home/me/.plumbline'],
  ])('is that of %s', (_, env, folder) => {
    expect(homeOf(env)).toBe(folder);
  });

  it.each([
    ['not set', {}],
    ['empty', { HOME: '' }],
  ])('is the one that the system knows where HOME is %s', (_, env) => {
    expect(homeOf(env)).toBe(path.join(os.userInfo().homedir, '.plumbline'));
  });

  it('is asked for in one line where neither HOME nor the system knows one', () => {
    vi.spyOn(os, 'userInfo').mockImplementation(() => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    });
    expect(() => homeOf({ HOME: '' })).toThrow(/^there is no home folder: [^\n]+; set PLUMBLINE_HOME to a folder$/);
  });
});

describe('where the data of a home is', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'plumbline home '));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const settings = (data: string) => ({ port: 5433, password: 'p', folder: data });

  it('goes along when the home is moved, and is the copy’s own when it is copied', async () => {
    const [home, moved, copy] = ['home', 'moved', 'copy'].map((name) => path.join(folder, name));
    if (home === undefined || moved === undefined || copy === undefined) throw new Error('three homes');
    await mkdir(home);
    await writeSettings(home, settings(path.join(home, 'postgres')));
    await cp(home, copy, { recursive: true });
    await rename(home, moved);
    expect(await readSettings(moved)).toEqual(settings(path.join(moved, 'postgres')));
    expect(await readSettings(copy)).toEqual(settings(path.join(copy, 'postgres')));
  });

  it('stays where it is when it is outside the home, or was written in full', async () => {
    await writeSettings(folder, settings('/var/lib/plumbline/0123'));
    expect(await readSettings(folder)).toEqual(settings('/var/lib/plumbline/0123'));
    await writeFile(path.join(folder, 'postgres.json'), JSON.stringify(settings('/srv/old/postgres')));
    expect(await readSettings(folder)).toEqual(settings('/srv/old/postgres'));
  });
});
