import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Reading } from '../../../store/connection/reading';
import { freshDatabase, type FreshDatabase } from '../../../store/testing/testDatabase';
import { openShelf, RATES, type OpenOptions } from './open';
import type { Shelf, Shelved } from './shelf';

let real: FreshDatabase;
let rehearsal: FreshDatabase;
let home: string;
let said: string[];
beforeAll(async () => {
  [real, rehearsal] = await Promise.all([freshDatabase('real'), freshDatabase('rehearsal')]);
});
afterAll(() => Promise.all([real.drop(), rehearsal.drop()]));
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  said = [];
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const { rests } = new Reading();
const shelved: Shelved = {
  rests: { ...rests, everything: true },
  entry: { headers: {}, hash: 'abc', bodies: new Map([['identity', Buffer.from('picture')]]) },
};

const open = (options: Partial<OpenOptions> = {}): Promise<Shelf | undefined> =>
  openShelf({
    database: real,
    env: { PLUMBLINE_HOME: home },
    build: 'one',
    mostBytes: 1_000_000,
    say: (line) => said.push(line),
    ...options,
  });

async function put(options: Partial<OpenOptions> = {}): Promise<void> {
  const shelf = await open(options);
  if (shelf === undefined) throw new Error('there is no shelf');
  await shelf.put('key', shelved, await shelf.fingerprint(shelved.rests));
}
const isThere = async (options: Partial<OpenOptions> = {}): Promise<boolean> =>
  (await (await open(options))?.take('key')) !== undefined;
const folders = (): readonly string[] => readdirSync(path.join(home, 'kept')).sort();

describe('the folder of kept answers', () => {
  it('is there again after a restart, as it was', async () => {
    await put();
    expect(await isThere()).toBe(true);
    expect(said).toEqual([]);
  });

  it.each<[string, () => Partial<OpenOptions>]>([
    ['build', () => ({ build: 'two' })],
    ['public address', () => ({ env: { PLUMBLINE_HOME: home, PLUMBLINE_ORIGIN: 'https://plumbline.example' } })],
    [
      'list of own assets',
      () => {
        writeFileSync(path.join(home, 'other.json'), '{"assets":[]}');
        return { env: { PLUMBLINE_HOME: home, PLUMBLINE_ASSETS: path.join(home, 'other.json') } };
      },
    ],
  ])('of another %s is swept at the start', async (_, other) => {
    await put();
    expect(await isThere(other())).toBe(false);
    expect(await isThere()).toBe(false);
  });

  it('of another database of the dataset is swept at the start', async () => {
    await put();
    const again = await freshDatabase('real');
    try {
      expect(await isThere({ database: again })).toBe(false);
    } finally {
      await again.drop();
    }
    expect(folders()).toEqual([]);
  });

  it('is one for real candles and one for the rehearsal’s, and neither sweeps the other’s', async () => {
    await put();
    expect(await isThere({ database: rehearsal })).toBe(false);
    await put({ database: rehearsal });
    expect([await isThere(), await isThere({ database: rehearsal })]).toEqual([true, true]);
    await open({ build: 'two' });
    expect(folders()).toEqual([]);
  });

  it('sweeps the rates of other code along with its answers, and no others', async () => {
    await put();
    const [own = ''] = folders();
    mkdirSync(path.join(home, 'kept', `${own}${RATES}`));
    await open();
    expect(folders()).toEqual([own, `${own}${RATES}`]);
    await open({ database: rehearsal });
    expect(folders()).toEqual([own, `${own}${RATES}`]);
    await open({ build: 'two' });
    expect(folders()).toEqual([]);
  });

  it('leaves alone what is not its own', async () => {
    mkdirSync(path.join(home, 'kept', 'mine'), { recursive: true });
    await put();
    await open({ build: 'two' });
    expect(existsSync(path.join(home, 'kept', 'mine'))).toBe(true);
  });

  it('is none where nothing is to be kept on disk', async () => {
    expect(await open({ mostBytes: 0 })).toBeUndefined();
    expect([existsSync(path.join(home, 'kept')), said]).toEqual([false, []]);
  });

  it('is none, and the log says why in one line, where the database may not be asked its name', async () => {
    const database = { query: () => Promise.reject(new Error('permission denied for function pg_control_system')) };
    expect(await open({ database })).toBeUndefined();
    expect(said).toEqual([
      expect.stringMatching(
        /^answers are kept in memory alone, .*\(permission denied for function pg_control_system\)/,
      ) as string,
    ]);
  });
});
