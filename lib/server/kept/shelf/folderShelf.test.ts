import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Asset } from '../../../domain/market';
import { Reading } from '../../../store/connection/reading';
import { FolderShelf, type FolderShelfOptions } from './folderShelf';
import type { Shelved } from './shelf';
import { fileOf, readFileOf } from './shelvedFile';

let home: string;
let folder: string;
let version: string;
let said: string[];
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  folder = path.join(home, 'kept');
  version = 'v1';
  said = [];
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const shelf = (options: Partial<FolderShelfOptions> = {}): Promise<FolderShelf> =>
  FolderShelf.open({
    folder,
    mostBytes: 100_000,
    fingerprint: () => Promise.resolve(version),
    say: (line) => said.push(line),
    ...options,
  });

function shelved(body = 'picture'): Shelved {
  const reading = new Reading();
  reading.add({ bases: ['ATOM' as Asset] });
  return {
    rests: reading.rests,
    entry: {
      headers: { 'content-type': 'image/png' },
      hash: 'abc',
      bodies: new Map([['identity', Buffer.from(body)]]),
    },
  };
}
const put = async (one: Shelved, key = 'key', on?: FolderShelf): Promise<void> =>
  (on ?? (await shelf())).put(key, one, 'v1');
const files = (): string[] => (existsSync(folder) ? readdirSync(folder) : []);
const onlyFile = (): string => path.join(folder, files()[0] ?? '');

describe('an answer on disk', () => {
  it('outlasts the process', async () => {
    await put(shelved());
    const after = await shelf();
    expect(after.has('key')).toBe(true);
    expect(await after.take('key')).toEqual(shelved());
    expect(await after.take('another')).toBeUndefined();
  });

  it('in several encodings comes back in all of them', async () => {
    const one = shelved();
    const bodies = new Map([
      ['identity', Buffer.from('plain')],
      ['br', Buffer.from('b')],
      ['gzip', Buffer.alloc(0)],
    ] as const);
    await put({ ...one, entry: { ...one.entry, bodies } });
    expect((await (await shelf()).take('key'))?.entry.bodies).toEqual(bodies);
  });

  const tear = (bytes: number): void => {
    writeFileSync(onlyFile(), readFileSync(onlyFile()).subarray(0, bytes));
  };
  it.each([
    [
      'a day that it rests on was written',
      () => {
        version = 'v2';
      },
    ],
    [
      'its file is torn',
      () => {
        tear(200);
      },
    ],
    [
      'its file is empty',
      () => {
        tear(0);
      },
    ],
    [
      'its file is gone',
      () => {
        rmSync(onlyFile());
      },
    ],
  ])('is forgotten where %s', async (_, happens) => {
    await put(shelved());
    const own = await shelf();
    happens();
    expect(await own.take('key')).toBeUndefined();
    expect(own.has('key')).toBe(false);
    version = 'v1';
    expect(await own.take('key')).toBeUndefined();
  });

  it('is not taken where the versions cannot be asked, and taken once they can', async () => {
    await put(shelved());
    let isGone = true;
    const own = await shelf({
      fingerprint: () => (isGone ? Promise.reject(new Error('the database is gone')) : Promise.resolve('v1')),
    });
    await expect(own.take('key')).rejects.toThrow('gone');
    isGone = false;
    expect(await own.take('key')).toEqual(shelved());
  });

  it('is not taken under another key, though its file were named so', async () => {
    await put(shelved());
    const own = files()[0] ?? '';
    await put(shelved('other'), 'other');
    const other = files().find((name) => name !== own) ?? '';
    writeFileSync(path.join(folder, other), readFileSync(path.join(folder, own)));
    expect(await (await shelf()).take('other')).toBeUndefined();
  });

  it('is none wherever its file is cut or a byte of it is another', () => {
    const bytes = fileOf(shelved('a picture of some bytes'), 'key', 'v1');
    expect(readFileOf(bytes, 'key')?.fingerprint).toBe('v1');
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = Buffer.from(bytes);
        altered.writeUInt8(bytes.readUInt8(at) ^ flip, at);
        expect(readFileOf(altered, 'key')).toBeUndefined();
        expect(readFileOf(bytes.subarray(0, at), 'key')).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('the folder', () => {
  const large = 'x'.repeat(2_000);

  it('holds so many bytes, of the answers used last, before and after a restart', async () => {
    const own = await shelf({ mostBytes: 12_000 });
    for (const key of ['a', 'b', 'c', 'd']) await put(shelved(large), key, own);
    expect(await own.take('a')).toBeDefined();
    for (const key of ['e', 'f']) await put(shelved(large), key, own);
    expect(['a', 'b', 'f'].map((key) => own.has(key))).toEqual([true, false, true]);
    const total = (): number => files().reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
    await expect.poll(total).toBeLessThanOrEqual(12_000);
    const half = await shelf({ mostBytes: 6_000 });
    await expect.poll(total).toBeLessThanOrEqual(6_000);
    expect(half.has('f')).toBe(true);
  });

  it('remembers over a restart which answers went out from memory last', async () => {
    await put(shelved(large), 'old');
    const longAgo = new Date(Date.now() - 86_400_000);
    utimesSync(onlyFile(), longAgo, longAgo);
    const own = await shelf();
    await put(shelved(large), 'new', own);
    for (const name of files()) utimesSync(path.join(folder, name), longAgo, longAgo);
    const later = await shelf();
    later.used('old');
    await expect
      .poll(() => files().filter((name) => statSync(path.join(folder, name)).mtimeMs > Date.now() - 3_600_000))
      .toHaveLength(1);
    const after = await shelf({ mostBytes: 3_000 });
    expect(['old', 'new'].map((key) => after.has(key))).toEqual([true, false]);
  });

  it('does not take an answer of more than a quarter of its bytes', async () => {
    await put(shelved('x'.repeat(30_000)));
    expect(files()).toEqual([]);
  });

  it('that cannot be written costs a reader nothing, and one line in the log', async () => {
    writeFileSync(path.join(home, 'file'), '');
    const none = await shelf({ folder: path.join(home, 'file', 'kept') });
    for (const key of ['a', 'b']) await none.put(key, shelved(), 'v1');
    expect(await none.take('a')).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(/^cannot keep answers in .*\/file\/kept \(.*ENOTDIR.*\); /) as string]);
  });

  it.runIf(existsSync('/dev/full'))(
    'on a full disk costs a reader nothing, and one line in the log until there is room again',
    async () => {
      const own = await shelf();
      const half = (key: string) =>
        path.join(folder, `${createHash('sha256').update(key).digest('hex')}.${String(process.pid)}`);
      mkdirSync(folder);
      for (const key of ['a', 'b']) {
        symlinkSync('/dev/full', half(key));
        await own.put(key, shelved(), 'v1');
        expect([own.has(key), files()]).toEqual([false, []]);
      }
      expect(said).toEqual([expect.stringContaining('ENOSPC') as string]);
      await own.put('a', shelved(), 'v1');
      expect(await own.take('a')).toEqual(shelved());
    },
  );

  it('is free of what a process that ended left half-written, and leaves what is being written', async () => {
    await put(shelved());
    const [old, fresh] = ['half.123', 'half.124'].map((name) => path.join(folder, name)) as [string, string];
    for (const file of [old, fresh]) writeFileSync(file, 'x');
    const longAgo = new Date(Date.now() - 600_000);
    utimesSync(old, longAgo, longAgo);
    await shelf();
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
