import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings, type Settings } from './home';
import { removeEmbedded, startEmbedded, stopEmbedded } from './server';

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
    expect(await stopEmbedded(home)).toBe(false);
    const again = await startEmbedded({ ...quiet, home });
    expect(again.url('postgres')).toBe(first.url('postgres'));
    expect(await isAnswering(again.url('postgres'))).toBe(true);
  });

  it('names the cause when it does not start, and not the log of the run before', async () => {
    await stopEmbedded(home);
    const broken = startEmbedded({ ...quiet, home, settings: { max_connections: 'many' } });
    await expect(broken).rejects.toThrow(
      /^the database in [^\n]+ did not start: (?!.*shut down)[^\n]*max_connections[^\n]* \(log: [^\n]+\)$/,
    );
  });
});
