import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inspectEmbedded } from './embedded';

/** Above what Linux, macOS and Windows give to a process. */
const NOBODYS = 2 ** 30;

let home: string;
const data = (): string => path.join(home, 'postgres', 'data');
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-inspect-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function made(): void {
  mkdirSync(data(), { recursive: true });
  writeFileSync(path.join(data(), 'PG_VERSION'), '18\n');
  writeFileSync(path.join(home, 'postgres.json'), '{"port":5999,"password":"secret","folder":"postgres"}');
}

describe('a home that no server runs in', () => {
  it('has no data before there is any, and gets none by looking', async () => {
    expect(await inspectEmbedded(home)).toMatchObject({ data: undefined, isMade: false, lock: 'free', url: undefined });
    expect(readdirSync(home)).toEqual([]);
  });

  it('has data and no server after a stop', async () => {
    made();
    expect(await inspectEmbedded(home)).toMatchObject({
      data: data(),
      isMade: true,
      running: undefined,
      isPidFileStale: false,
      url: undefined,
    });
  });

  it.each([
    ['of a process that is gone', `${String(NOBODYS)}\n/x\n1700000000\n5999\n`],
    ['of a process that is another', `${String(process.pid)}\n/x\n1700000000\n5999\n`],
    ['that is empty', ''],
  ])('has a stale file of its server, %s, and keeps it', async (_, text) => {
    made();
    writeFileSync(path.join(data(), 'postmaster.pid'), text);
    expect(await inspectEmbedded(home)).toMatchObject({ running: undefined, isPidFileStale: true });
    expect(readdirSync(data())).toContain('postmaster.pid');
  });

  it.each([
    ['held', process.pid],
    ['abandoned', NOBODYS],
  ])('has a lock that is %s by the process that made it', async (lock, pid) => {
    writeFileSync(path.join(home, 'postgres.lock'), `${String(pid)}\ntoken\n`);
    expect(await inspectEmbedded(home)).toMatchObject({ lock });
  });
});
