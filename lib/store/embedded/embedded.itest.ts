import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdtemp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrls, readyDatabase } from '../connection/urls';
import { datasetOf } from '../dataset/dataset';
import { readSettings, type Settings } from './home';
import { removeEmbedded, startEmbedded, stopEmbedded, type EmbeddedServer } from './server';

const run = promisify(execFile);
const quiet = { log: () => undefined, settings: { fsync: 'off' } };

let above: string;
let home: string;
beforeAll(async () => {
  // mkdtemp makes folders of mode 0700: for root this is the home that nobody else can enter.
  above = await mkdtemp(path.join(os.tmpdir(), 'closed folder with spaces '));
  home = path.join(above, 'a "home" of $HOME');
});
afterAll(async () => {
  await removeEmbedded(home);
  await rm(above, { recursive: true, force: true });
});

async function ask<T>(url: string, statement: string): Promise<T | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, T>>(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}
const mustSettings = async (): Promise<Settings> => {
  const settings = await readSettings(home);
  if (settings === undefined) throw new Error('no settings were written');
  return settings;
};
const startedAt = (server: EmbeddedServer): Promise<string | undefined> =>
  ask<string>(server.url('postgres'), 'SELECT pg_postmaster_start_time()::text');

describe('the embedded server', () => {
  it('starts in a folder closed to others and with spaces in its name, keeps its data private, and listens on loopback alone', async () => {
    const server = await startEmbedded({ ...quiet, home });
    const url = server.url('postgres');
    const { folder } = await mustSettings();
    expect(statSync(path.join(home, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(folder, 'data')).mode & 0o077).toBe(0);
    expect(statSync(path.join(folder, 'data')).uid).not.toBe(0);
    expect(await ask(url, 'SHOW listen_addresses')).toBe('127.0.0.1');
    expect(await ask(url, 'SHOW unix_socket_directories')).toBe('');
    expect(await ask(url, 'SHOW autovacuum')).toBe('on');
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('writes no password into its log', async () => {
    await startEmbedded({ ...quiet, home });
    const { folder, password } = await mustSettings();
    expect(await readFile(path.join(folder, 'postgres.log'), 'utf8')).not.toContain(password);
    expect(existsSync(path.join(folder, 'password'))).toBe(false);
  });

  it('is reused while it runs, and starts again with its data, port and password after a stop', async () => {
    const first = await startEmbedded({ ...quiet, home });
    await ask(first.url('postgres'), 'CREATE TABLE kept (a int)');
    const began = await startedAt(first);
    expect(await startedAt(await startEmbedded({ ...quiet, home }))).toBe(began);
    expect(await stopEmbedded(home)).toBe(true);
    expect(await stopEmbedded(home)).toBe(false);
    const again = await startEmbedded({ ...quiet, home });
    expect(again.url('postgres')).toBe(first.url('postgres'));
    expect(await startedAt(again)).not.toBe(began);
    expect(await ask(again.url('postgres'), "SELECT to_regclass('kept')::text")).toBe('kept');
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const first = await startEmbedded({ ...quiet, home });
    await stopEmbedded(home);
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
    try {
      const second = await startEmbedded({ ...quiet, home });
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.url('postgres'), 'SELECT 1')).toBe(1);
      expect((await mustSettings()).port).toBe(second.port);
    } finally {
      squatter.close();
    }
  });

  it('gets a new password when the old one was lost, and keeps its data', async () => {
    const first = await startEmbedded({ ...quiet, home });
    await ask(first.url('postgres'), 'CREATE TABLE other (a int)');
    await rm(path.join(home, 'postgres.json'));
    const again = await startEmbedded({ ...quiet, home });
    expect(again.url('postgres')).not.toBe(first.url('postgres'));
    expect(await ask(again.url('postgres'), "SELECT to_regclass('other')::text")).toBe('other');
  });

  it('does not take the server of another home for its own', async () => {
    const other = path.join(above, 'another home');
    try {
      const mine = await startEmbedded({ ...quiet, home });
      await mkdir(other);
      await writeFile(
        path.join(other, 'postgres.json'),
        JSON.stringify({ ...(await mustSettings()), folder: path.join(other, 'postgres') }),
      );
      if (process.getuid?.() === 0) await Promise.all([chmod(above, 0o711), chmod(other, 0o711)]);
      const theirs = await startEmbedded({ ...quiet, home: other });
      expect(theirs.port).not.toBe(mine.port);
    } finally {
      await removeEmbedded(other);
      await chmod(above, 0o700);
    }
  });

  it('makes the databases of both datasets on demand, which never meet', async () => {
    await startEmbedded({ ...quiet, home });
    const urls = await databaseUrls({ PLUMBLINE_HOME: home }, () => undefined);
    const [real, rehearsal] = await Promise.all([readyDatabase(urls, 'real'), readyDatabase(urls, 'rehearsal')]);
    try {
      expect([await datasetOf(real), await datasetOf(rehearsal)]).toEqual(['real', 'rehearsal']);
      await expect(readyDatabase({ ...urls, real: urls.rehearsal }, 'real')).rejects.toThrow(
        'this database contains simulated candles, not real ones',
      );
    } finally {
      await Promise.all([real.close(), rehearsal.close()]);
    }
  });

  it('makes its data anew when the making was cut off', async () => {
    const { folder } = await startEmbedded({ ...quiet, home }).then(mustSettings);
    await stopEmbedded(home);
    await rename(path.join(folder, 'data'), path.join(folder, 'data.new'));
    const again = await startEmbedded({ ...quiet, home });
    expect(await ask(again.url('postgres'), 'SELECT 1')).toBe(1);
  });

  it('is made once when three processes race for a new home, takes over the lock of a dead one, and outlives them all', async () => {
    const fresh = path.join(above, 'a new home');
    await mkdir(fresh);
    try {
      const { stdout: dead } = await run(process.execPath, ['-e', 'process.stdout.write(String(process.pid))']);
      await writeFile(path.join(fresh, 'postgres.lock'), `${dead}\nsome-token\n`);
      const script = path.join(import.meta.dirname, '..', 'testing', 'startForTest.ts');
      const ended = await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--import', 'tsx', script, fresh])));
      const said = ended.map(
        ({ stdout }) => JSON.parse(stdout) as { readonly url: string; readonly lines: readonly string[] },
      );
      expect(new Set(said.map(({ url }) => url)).size).toBe(1);
      expect(said.flatMap(({ lines }) => lines)).toEqual(['creating a new database']);
      expect(await ask(said[0]?.url ?? '', 'SELECT 1')).toBe(1);
      expect(existsSync(path.join(fresh, 'postgres.lock'))).toBe(false);
    } finally {
      await removeEmbedded(fresh);
    }
  });
});

describe('the databases on the server that DATABASE_URL names', () => {
  it('are beside one another', async () => {
    const urls = await databaseUrls(
      { DATABASE_URL: 'postgresql://me:p%20w@db.example:6432/prices?sslmode=require' },
      () => undefined,
    );
    expect(urls).toEqual({
      real: 'postgresql://me:p%20w@db.example:6432/prices?sslmode=require',
      rehearsal: 'postgresql://me:p%20w@db.example:6432/prices_rehearsal?sslmode=require',
    });
  });

  it('are refused in one line, without the password, when it leads nowhere', async () => {
    await expect(databaseUrls({ DATABASE_URL: 'mysql://secret@x/y' }, () => undefined)).rejects.toThrow(
      /^DATABASE_URL is not the address of a Postgres database; write it like [^\n]+$/,
    );
    const nowhere = await databaseUrls({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/prices' }, () => undefined);
    await expect(readyDatabase(nowhere, 'real')).rejects.toThrow(
      /^cannot connect to the database prices at 127\.0\.0\.1:1: (?!.*secret)[^\n]+; check that the server runs[^\n]+$/,
    );
  });
});
