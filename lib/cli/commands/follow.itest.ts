import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseMinute, subtract, union, type Minute } from '../../domain/minute';
import { openDatabase, type Database } from '../../store/connection/database';
import { coverageOf } from '../../store/coverage/storedCoverage';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { readyDatabase } from '../../store/connection/urls';
import { commandLine } from '../testing/commandLine';
import { brokenPromise } from '../../domain/unit';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const VENUE_LINE = z.object({
  type: z.literal('venue'),
  venue: z.string(),
  state: z.enum(['connecting', 'catching-up', 'following', 'away', 'refused']),
  markets: z.number(),
  newest: z.nullable(z.string()),
  lagSeconds: z.nullable(z.number()),
  rounds: z.number(),
  candles: z.number(),
  corrections: z.number(),
  note: z.string(),
});
type VenueLine = z.infer<typeof VENUE_LINE>;

let home: FreshDatabase;
let rehearsal: Database;
beforeAll(async () => {
  home = await freshDatabase('real');
  const url = new URL(home.url);
  url.pathname = `${url.pathname}_rehearsal`;
  rehearsal = await readyDatabase({ real: home.url, rehearsal: url.href }, 'rehearsal');
  await rehearsal.close();
  rehearsal = openDatabase(url.href);
});
afterAll(async () => {
  await rehearsal.close();
  await home.pool.query(`DROP DATABASE IF EXISTS ${new URL(home.url).pathname.slice(1)}_rehearsal WITH (FORCE)`);
  await home.drop();
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command in a process of its own; `onLine` is given each line of its standard output as it comes. */
function follow(args: readonly string[], onLine: (child: ChildProcess, line: string) => void): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [join('lib', 'launch', 'plumbline.mjs'), 'follow', 'ATOM', '--rehearsal', '--json', ...args],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: home.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const said = { stdout: '', stderr: '' };
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString();
    const lines = said.stdout.split('\n');
    for (; seen < lines.length - 1; seen += 1) onLine(child, lines[seen] ?? '');
  });
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...said });
    });
  });
}

const minute = (text: string): Minute => {
  const read = parseMinute(text);
  if (!read.ok) throw brokenPromise(read.error);
  return read.value;
};

const venueLines = ({ stdout }: Ended): readonly VenueLine[] =>
  stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
    .flatMap((line) => VENUE_LINE.safeParse(line).data ?? []);

describe('plumbline follow', () => {
  it('ends with exit code 0 and a summary at SIGTERM, SIGINT or SIGHUP, everything it reported stored; killed outright it goes on where it was', async () => {
    const killed = await follow(['--venues', 'binance,okx'], (child, line) => {
      if (line.includes('"following"')) child.kill('SIGKILL');
    });
    expect(killed).toMatchObject({ code: null, signal: 'SIGKILL' });

    const rounds = new Set<string>();
    const begunMs = Date.now();
    const ended = await follow(['--venues', 'binance,okx'], (child, line) => {
      const { data } = VENUE_LINE.safeParse(JSON.parse(line));
      if (data?.state === 'following') rounds.add(data.venue);
      // Twice, as where npm passes on what the terminal has sent already.
      if (rounds.size === 2 && data?.state === 'following')
        for (const name of ['SIGHUP', 'SIGTERM', 'SIGINT'] as const) child.kill(name);
    });
    expect([ended.code, ended.signal, ended.stderr]).toEqual([0, null, '']);
    const done: unknown = JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '');
    expect(done).toMatchObject({
      type: 'done',
      summary: expect.stringMatching(
        /^2 venues followed for \d+ s, [\d,]+ candles recorded, 0 minutes corrected later$/,
      ) as string,
    });

    const lastedMs = Date.now() - begunMs;
    const last = venueLines(ended).filter(({ state }) => state === 'following');
    const stored = await coverageOf(rehearsal);
    for (const { venue, newest, lagSeconds, markets } of last) {
      // The simulator's clock goes on from 21:05 of the event, as long as the command ran; young silence is heard out for a minute.
      expect(minute(newest ?? '')).toBeGreaterThanOrEqual(minute('2025-10-10T21:03Z'));
      expect(minute(newest ?? '')).toBeLessThanOrEqual(minute('2025-10-10T21:05Z') + lastedMs / 60_000);
      expect(lagSeconds).toBeLessThan(130 + lastedMs / 1_000);
      const answered = stored
        .filter(({ market, source }) => market.venue === venue && source === 'simulated')
        .map(({ answered: ranges }) => union(ranges));
      expect(answered.length).toBe(markets);
      for (const ranges of answered)
        expect(subtract({ from: minute('2025-10-10T20:10Z'), to: minute(newest ?? '') }, ranges)).toEqual([]);
    }
    expect(last.map(({ venue }) => venue).sort()).toEqual(['binance', 'okx']);
  });

  it('ends with exit code 3 where no venue lists the asset', async () => {
    const ran = await commandLine(home.url, 'follow', 'ATMO', '--rehearsal', '--venues', 'okx');
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain('ATMO: not listed on OKX; check the ticker');
  });

  it('refuses what it does not take, in one line, before it opens a database', async () => {
    const refused = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout, stderr } = await commandLine('postgresql://nobody@127.0.0.1:1/none', 'follow', ...args);
      expect([code, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
      return stderr.trimEnd();
    };
    expect(await refused('ATOM', '--every', '0')).toBe(
      '--every is "0"; it takes a whole number of minutes from 1 to 1440',
    );
    expect(await refused('ATOM', '--every', '1.5')).toContain('a whole number of minutes');
    expect(await refused('ATOM', '--kinds', 'swap')).toBe('--kinds has "swap"; it takes spot, perp, mark, index');
    expect(await refused('ATOM', '--venues', 'binanze')).toContain('binanze is not supported');
    expect(await refused('ATOM', '--from', '2999-01-01T00:00Z')).toContain('is in the future');
    expect(await refused('ATOM', '--from', 'yesterday')).toContain('is not a time');
    expect(await refused()).toContain("missing required argument 'assets'");
  });
});
