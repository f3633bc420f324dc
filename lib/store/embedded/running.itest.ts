import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFindings } from '../../processes/doctor/database';
import { keepEmbeddedRunning } from '../../processes/embeddedWatch';
import { errorMessage } from '../testing/wireProtocol';
import { readSettings, type Settings } from './home';
import { lockFile, removeEmbedded, reviveEmbedded, startEmbedded, stopEmbedded } from './server';

const quiet = { log: () => undefined, settings: { fsync: 'off' } };

// One home for all: making a database takes longer than everything else here.
let above: string;
let home: string;
beforeAll(async () => {
  above = await mkdtemp(path.join(os.tmpdir(), 'a "folder" of $HOME '));
  home = path.join(above, 'home');
  await startEmbedded({ ...quiet, home });
});
afterAll(async () => {
  await removeEmbedded(home);
  await rm(above, { recursive: true, force: true });
});

async function isAnswering(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query('SELECT 1')).rows.length === 1;
  } finally {
    await client.end();
  }
}
const mustSettings = async (): Promise<Settings> => {
  const settings = await readSettings(home);
  if (settings === undefined) throw new Error('no settings were written');
  return settings;
};
const postmasterPid = async (): Promise<number> => {
  const { folder } = await mustSettings();
  return Number((await readFile(path.join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
};

const pidFile = async (): Promise<string> => path.join((await mustSettings()).folder, 'data', 'postmaster.pid');

/** What doctor says of the database of the home. */
async function diagnosis(): Promise<readonly string[]> {
  const { findings } = await databaseFindings(home, { NODE_ENV: 'test' }, 'real', { timeoutMs: 60_000, now: Date.now });
  return findings.filter(({ subject }) => subject === 'database').map(({ grade, says }) => `${grade}: ${says}`);
}
const ENDED_WITHOUT_A_STOP = expect.stringMatching(
  /^note: the database in [^\n]+ was not stopped cleanly \(a power cut, a kill\); the next command that needs it starts and recovers it$/,
) as string;

describe('the embedded server that was made before', () => {
  it('is waited for when it is slow to answer, and its record stays as it was', async () => {
    const first = await startEmbedded({ ...quiet, home });
    const record = await mustSettings();
    const pid = await postmasterPid();
    process.kill(pid, 'SIGSTOP');
    const lines: string[] = [];
    const again = await startEmbedded({
      ...quiet,
      home,
      knockTimeoutMs: 100,
      log: (line) => {
        lines.push(line);
        process.kill(pid, 'SIGCONT');
      },
    });
    expect(lines).toEqual(['the database is running but does not answer yet; waiting for it']);
    expect(again.url('postgres')).toBe(first.url('postgres'));
    expect(await mustSettings()).toEqual(record);
  });

  it('is not waited for where its disk is so full that no connection can begin', async () => {
    await startEmbedded({ ...quiet, home });
    const file = await pidFile();
    const text = await readFile(file, 'utf8');
    const full = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(errorMessage('FATAL', '53100', 'could not write init file: No space left')));
    }).listen(0, '127.0.0.1');
    await once(full, 'listening');
    const lines = text.split('\n');
    lines[3] = String((full.address() as AddressInfo).port);
    await writeFile(file, lines.join('\n'));
    try {
      await expect(startEmbedded({ ...quiet, home })).rejects.toThrow(
        /^the disk of the database in [^\n]+ is full; free some space and run the command again$/,
      );
    } finally {
      await writeFile(file, text);
      full.close();
    }
  });

  it('is found at the port it listens on, whatever port was remembered', async () => {
    const first = await startEmbedded({ ...quiet, home });
    const record = await mustSettings();
    await writeFile(path.join(home, 'postgres.json'), JSON.stringify({ ...record, port: 1 }));
    expect((await startEmbedded({ ...quiet, home })).url('postgres')).toBe(first.url('postgres'));
    expect(await mustSettings()).toEqual(record);
  });

  it.each([
    ['has the number of another process', (text: string) => text.replace(/^\d+/, String(process.pid))],
    ['is empty', () => ''],
  ])('starts where the pid file of a run before %s, and stops nobody else', async (_, changed) => {
    const first = await startEmbedded({ ...quiet, home });
    const { folder } = await mustSettings();
    const file = path.join(folder, 'data', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await stopEmbedded(home);
    await writeFile(file, changed(text));
    expect(await diagnosis()).toEqual([ENDED_WITHOUT_A_STOP]);
    // Nothing is to be written for it: a lock that cannot be made, as in a home that can only be read, is no hindrance.
    await mkdir(lockFile(home));
    expect(await stopEmbedded(home)).toBe(false);
    await rmdir(lockFile(home));
    const again = await startEmbedded({ ...quiet, home });
    expect(again.url('postgres')).toBe(first.url('postgres'));
    expect(await isAnswering(again.url('postgres'))).toBe(true);
  });

  it('starts at once after it was killed amid a statement, with what was committed and nothing else', async () => {
    const server = await startEmbedded({ ...quiet, home });
    const client = new Client({ connectionString: server.url('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 1 AS a');
    await client.query('BEGIN; INSERT INTO kept VALUES (2)');
    // A process that has no time to see that the first one is gone.
    const atWork = client.query('SELECT count(*) FROM generate_series(1, 1000000000)').catch(() => 'ended');
    process.kill(await postmasterPid(), 'SIGKILL');
    await expect.poll(diagnosis, { timeout: 60_000 }).toEqual([ENDED_WITHOUT_A_STOP]);
    const revived = await new Promise((resolve) => {
      const unwatch = keepEmbeddedRunning({
        home,
        everyMs: 10,
        say: (line) => {
          unwatch();
          resolve(line);
        },
      });
    });
    expect(revived).toBe('the database was not stopped cleanly; it was started again');
    expect(await atWork).toBe('ended');
    const again = new Client({ connectionString: server.url('postgres') });
    await again.connect();
    expect((await again.query('SELECT a FROM kept')).rows).toEqual([{ a: 1 }]);
    await again.query('DROP TABLE kept');
    await again.end();
  });

  it.each([
    ['torn', (text: string) => text.slice(0, 20)],
    ['empty', () => ''],
  ])('keeps its data where its record is %s, and gets a new one', async (_, torn) => {
    const first = await startEmbedded({ ...quiet, home });
    const record = path.join(home, 'postgres.json');
    await writeFile(record, torn(await readFile(record, 'utf8')));
    expect(await diagnosis()).toEqual([
      expect.stringMatching(
        /^note: postgres\.json, the record of the database in [^\n]+, is missing or damaged; [^\n]+ keeps the data$/,
      ),
    ]);
    const again = await startEmbedded({ ...quiet, home });
    expect(again.url('postgres')).not.toBe(first.url('postgres'));
    expect(await isAnswering(again.url('postgres'))).toBe(true);
  });

  it('is left as it is by a revival where it runs, and where it was stopped', async () => {
    await startEmbedded({ ...quiet, home });
    const pid = await postmasterPid();
    expect(await reviveEmbedded({ ...quiet, home })).toBe(false);
    expect(await postmasterPid()).toBe(pid);
    await stopEmbedded(home);
    expect(await reviveEmbedded({ ...quiet, home })).toBe(false);
    expect(await diagnosis()).toEqual([
      expect.stringMatching(/^note: the database in [^\n]+ is not running; the next command that needs it starts it$/),
    ]);
  });

  it.runIf(process.platform === 'linux')(
    'is known for ours when the clock was set by hours since its start',
    async () => {
      const first = await startEmbedded({ ...quiet, home });
      const lines = (await readFile(await pidFile(), 'utf8')).split('\n');
      // As the file of one that started when the clock was five hours fast.
      lines[2] = String(Number(lines[2]) + 5 * 3600);
      await writeFile(await pidFile(), lines.join('\n'));
      const pid = await postmasterPid();
      expect((await startEmbedded({ ...quiet, home })).url('postgres')).toBe(first.url('postgres'));
      expect(await postmasterPid()).toBe(pid);
      expect(await diagnosis()).toEqual([
        expect.stringMatching(/ does not exist yet; the first command that needs it makes it$/),
      ]);
      expect(await stopEmbedded(home)).toBe(true);
    },
  );

  it('names the cause when it does not start, and not the log of the run before', async () => {
    await stopEmbedded(home);
    const broken = startEmbedded({ ...quiet, home, settings: { max_connections: 'many' } });
    await expect(broken).rejects.toThrow(
      /^the database in [^\n]+ did not start: (?!.*shut down)[^\n]*max_connections[^\n]* \(log: [^\n]+\)$/,
    );
  });
});
