import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { homeOf } from './home';

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
