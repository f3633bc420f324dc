import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ascending } from '../../domain/ascending';
import type { Day } from '../../domain/minute';
import { RatesFolder } from './ratesFolder';

let home: string;
let folder: string;
let said: string[];
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  folder = path.join(home, 'rates');
  said = [];
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const open = (mostBytes = 1_000_000): RatesFolder =>
  new RatesFolder({ folder, mostBytes, say: (line) => said.push(line) });
const day = (n: number): Day => n as Day;
/** Puts a file's time back, so that days are in the order of their numbers whatever the clock's steps. */
const wroteAt = (name: string, seconds: number): void => {
  utimesSync(path.join(folder, name), seconds, seconds);
};

describe('the folder of rates', () => {
  it('holds the last file of each day, for any process', async () => {
    const one = open();
    one.write(day(20_000), Buffer.from('first'));
    one.write(day(20_001), Buffer.from('other'));
    one.write(day(20_000), Buffer.from('second'));
    await one.written();
    expect(await open().read(day(20_000))).toEqual(Buffer.from('second'));
    expect(await open().read(day(20_001))).toEqual(Buffer.from('other'));
    expect(await open().read(day(20_002))).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(['20000', '20001']);
  });

  it('never holds more than its bound by more than a sixteenth of it: what was used longest ago is deleted', async () => {
    const one = open(1_000);
    for (let n = 0; n < 40; n += 1) {
      one.write(day(n), Buffer.alloc(100, n));
      await one.written();
      wroteAt(String(n), 1_000_000 + n);
      expect(readdirSync(folder).length).toBeLessThanOrEqual(10);
    }
    expect(readdirSync(folder).map(Number).sort(ascending)).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
    expect(await one.read(day(39))).toEqual(Buffer.alloc(100, 39));
  });

  it('counts a file that was read as used, though it was written long ago', async () => {
    const one = open(1_000);
    for (let n = 0; n < 10; n += 1) one.write(day(n), Buffer.alloc(100, n));
    await one.written();
    for (let n = 0; n < 10; n += 1) wroteAt(String(n), 1_000_000 + n);
    expect(await one.read(day(0))).toEqual(Buffer.alloc(100, 0));
    expect(statSync(path.join(folder, '0')).mtimeMs).toBeGreaterThan(1_100_000_000);
    one.write(day(10), Buffer.alloc(100));
    await one.written();
    expect(readdirSync(folder).map(Number).sort(ascending)).toEqual([0, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('keeps what it has where all of it was used today: a window longer than the bound finds its beginning', async () => {
    const one = open(1_000);
    const now = Math.floor(Date.now() / 1_000);
    for (let n = 0; n < 40; n += 1) {
      one.write(day(n), Buffer.alloc(100, n));
      await one.written();
      if (existsSync(path.join(folder, String(n)))) wroteAt(String(n), now - 1_000 + n);
    }
    expect(readdirSync(folder).map(Number).sort(ascending)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is brought within a smaller bound by the first file written', async () => {
    const large = open();
    for (let n = 0; n < 9; n += 1) large.write(day(n), Buffer.alloc(100));
    await large.written();
    for (let n = 0; n < 9; n += 1) wroteAt(String(n), 1_000_000 + n);
    const small = open(300);
    small.write(day(9), Buffer.alloc(100));
    await small.written();
    expect(readdirSync(folder).sort()).toEqual(['7', '8', '9']);
  });

  it('loses what a process that ended left half written, and not what another is writing', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, '7.123.old'), 'half');
    wroteAt('7.123.old', 1_000_000);
    writeFileSync(path.join(folder, '8.123.new'), 'half');
    const one = open();
    one.write(day(9), Buffer.from('whole'));
    await one.written();
    expect(readdirSync(folder).sort()).toEqual(['8.123.new', '9']);
  });

  it('says once that nothing can be written, and again after something could', async () => {
    const one = open();
    const nowhere = path.join(home, 'nowhere');
    symlinkSync(nowhere, folder);
    const write = async (): Promise<void> => {
      one.write(day(1), Buffer.from('rates'));
      await one.written();
    };
    await write();
    await write();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(folder);
    expect(await one.read(day(1))).toBeUndefined();
    mkdirSync(nowhere);
    await write();
    expect(existsSync(path.join(nowhere, '1'))).toBe(true);
    rmSync(nowhere, { recursive: true });
    await write();
    expect(said).toHaveLength(2);
  });

  it('takes no more than fits what waits', async () => {
    const one = open(1e9);
    const large = Buffer.alloc(20 * 1024 * 1024);
    one.write(day(1), large);
    one.write(day(2), large);
    await one.written();
    expect(await one.read(day(1))).toBeDefined();
    expect(await one.read(day(2))).toBeUndefined();
  });
});
