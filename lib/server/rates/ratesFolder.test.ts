import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

  it('never holds more than its bound by more than a sixteenth of it: what was written longest ago is deleted', async () => {
    const one = open(1_000);
    for (let n = 0; n < 40; n += 1) {
      one.write(day(n), Buffer.alloc(100, n));
      await one.written();
      wroteAt(String(n), 1_000_000 + n);
      expect(readdirSync(folder).length).toBeLessThanOrEqual(10);
    }
    expect(await one.read(day(0))).toBeUndefined();
    expect(await one.read(day(39))).toEqual(Buffer.alloc(100, 39));
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
