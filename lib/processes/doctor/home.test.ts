import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rotateKeys } from '../../server/keys/keyring';
import { homeFindings, keyFindings, spaceFinding } from './home';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-doctor-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});
const env = (): NodeJS.ProcessEnv => ({ NODE_ENV: 'test', PLUMBLINE_HOME: home });
const key = (): string => path.join(home, 'keys', '000001.json');

describe('the home', () => {
  it('is well where it is closed to others', async () => {
    expect(await homeFindings(home)).toEqual([{ subject: 'home', grade: 'ok', says: home }]);
  });

  it('is a fault where others may write to it, with the command that mends it', async () => {
    chmodSync(home, 0o777);
    expect(await homeFindings(home)).toEqual([
      { subject: 'home', grade: 'fault', says: `others may write to ${home} (mode 777); run: chmod go-w '${home}'` },
    ]);
  });

  it('is worth a note where there is none yet, and a fault where it is a file', async () => {
    expect(await homeFindings(path.join(home, 'new'))).toMatchObject([{ grade: 'note' }]);
    writeFileSync(path.join(home, 'file'), '');
    expect(await homeFindings(path.join(home, 'file'))).toMatchObject([
      { grade: 'fault', says: expect.stringMatching(/is not a folder; set PLUMBLINE_HOME/) as string },
    ]);
    expect(await homeFindings(path.join(home, 'file', 'below'))).toMatchObject([{ grade: 'fault' }]);
  });
});

describe('a home that does not exist', () => {
  it.runIf(os.platform() === 'linux')('is a fault where nobody can make it', async () => {
    expect(await homeFindings('/proc/plumbline/home')).toEqual([
      {
        subject: 'home',
        grade: 'fault',
        says: '/proc/plumbline/home does not exist and cannot be made: /proc takes no folder of this user; set PLUMBLINE_HOME to another folder',
      },
    ]);
  });
});

describe('the keys', () => {
  it('are worth a note before there is one', async () => {
    expect(await keyFindings(home, env())).toEqual([
      { subject: 'keys', grade: 'note', says: 'no signing key yet; the first picture makes one' },
    ]);
  });

  it('are well as the keyring writes them', async () => {
    await rotateKeys(env());
    expect(await keyFindings(home, env())).toEqual([
      { subject: 'keys', grade: 'ok', says: '1 signing key, readable by its owner alone' },
    ]);
  });

  it.each([
    ['its group may read it', 0o640],
    ['everybody may read it', 0o644],
    ['everybody may write it', 0o602],
  ])('are a fault where %s', async (_, mode) => {
    await rotateKeys(env());
    chmodSync(key(), mode);
    expect(await keyFindings(home, env())).toEqual([
      {
        subject: 'keys',
        grade: 'fault',
        says: `others can open ${key()} (mode ${mode.toString(8)}), which holds a secret; run: chmod 600 '${key()}'`,
      },
    ]);
  });

  it('are a fault where their folder, or the file with the password of the database, is open', async () => {
    await rotateKeys(env());
    chmodSync(path.join(home, 'keys'), 0o755);
    writeFileSync(path.join(home, 'postgres.json'), '{}', { mode: 0o644 });
    chmodSync(path.join(home, 'postgres.json'), 0o644);
    const found = await keyFindings(home, env());
    expect(found.map(({ grade }) => grade)).toEqual(['fault', 'fault']);
    expect(found[0]?.says).toMatch(/run: chmod 700 '.*keys'$/);
    expect(found[1]?.says).toMatch(/run: chmod 600 '.*postgres\.json'$/);
  });

  it('are a fault where one of them is damaged, and that is one line', async () => {
    mkdirSync(path.join(home, 'keys'), { mode: 0o700 });
    writeFileSync(key(), '{"algorithm":', { mode: 0o600 });
    expect(await keyFindings(home, env())).toMatchObject([
      {
        grade: 'fault',
        says: expect.stringMatching(/^[^\n]*000001\.json is not a key file of this version; restore it/) as string,
      },
    ]);
  });
});

describe('the space', () => {
  const of = (bytes: number) => () => Promise.resolve(bytes);

  it('is short below what the candles of the event take, 500 MiB', async () => {
    expect(await spaceFinding(home, of(500 * 2 ** 20))).toMatchObject({
      grade: 'ok',
      says: `500 MiB free for ${home}`,
    });
    expect(await spaceFinding(home, of(500 * 2 ** 20 - 1))).toMatchObject({ grade: 'fault' });
    expect(await spaceFinding(home, of(1_610_612_736))).toMatchObject({ says: `1.5 GiB free for ${home}` });
  });

  it('of a folder that does not exist yet is that of the one above it', async () => {
    let asked = '';
    await spaceFinding(path.join(home, 'a', 'b'), (folder) => {
      asked = folder;
      return Promise.resolve(2 ** 40);
    });
    expect(asked).toBe(home);
  });

  it('is worth a note where the system does not tell it', async () => {
    expect(await spaceFinding(home, () => Promise.reject(new Error('no such call')))).toMatchObject({
      grade: 'note',
      says: `the free space for ${home} is not known (no such call)`,
    });
  });
});
