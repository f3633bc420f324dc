import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { request } from 'undici';
import { failureText } from '../../domain/failure';
import { crashScenario } from '../../simulator/crash/scenario';
import { startEmbedded, stopEmbedded } from '../../store/embedded/server';
import { highWaterOf } from '../highWater';
import { aimsTable, shown, type Aim } from '../load/aims';
import { comesTo } from '../load/child';
import { links, spelledOut, window } from '../load/links';
import { ACCEPT } from '../load/yardstick';
import { machine } from '../machine';
import { percentileOf } from '../percentile';
import { fillRehearsal } from '../rehearsal';
import { inThrowaway, type Throwaway } from '../throwaway';
import { launcher, startWebApp, type WebApp } from '../webApp';
import { countsOf, OUTCOMES, recoveryMs, type CrowdAsked, type CrowdSaw } from './outcome';
import { gist, linksOfTheHour, views, type Known, type Question } from './questions';

const USUAL = { clients: 500, hostile: 8, views: 500, seconds: 60, 'per-second': 200 } as const;
type Size = Readonly<Record<keyof typeof USUAL, number>>;
/** The database goes when a third of the time is over, and is away for this long. */
const AWAY_MS = 3_000;
const MEMORY_MB = 1_000;
const RECOVERY_MS = 10_000;
const MEGABYTE = 1e6;
/** Ingested meanwhile: no view of the crowd rests on them. */
const INGESTED = ['DOGE', 'XRP', 'FIL', 'POL'];
/** The event's day, and the days before it of which every venue of the simulator still has every minute. */
const DAYS = Array.from({ length: 6 }, (_, before) => 10 - before);
const dayOf = (day: number): readonly string[] =>
  ['--from', '--to'].flatMap((option, i) => [option, `2025-10-${String(day + i).padStart(2, '0')}T00:00Z`]);

const PLUMBLINE = join(import.meta.dirname, '..', '..', 'launch', 'plumbline.mjs');

const say = (line: string): void => {
  process.stderr.write(`${(performance.now() / 1_000).toFixed(0)} s: ${line}\n`);
};

async function answerTo({ address }: WebApp, { path }: Question): Promise<Buffer> {
  const { statusCode, headers, body } = await request(`${address}${path}`, { headers: { 'accept-encoding': ACCEPT } });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`${path} answered ${String(statusCode)}: ${bytes.toString().slice(0, 200)}`);
  return headers['content-encoding'] === 'br' ? brotliDecompressSync(bytes) : bytes;
}

/** Every question, with what a server of its own answers before anything is written or restarted. */
async function known(app: WebApp, count: number): Promise<Pick<CrowdAsked, 'hour' | 'views'>> {
  const withGist = async (questions: readonly Question[]): Promise<readonly Known[]> => {
    const all: Known[] = [];
    for (const question of questions) all.push({ ...question, gist: gist(question, await answerTo(app, question)) });
    return all;
  };
  const page = await spelledOut(app.address, links.asset(window()));
  return { hour: await withGist(await linksOfTheHour(app.address)), views: await withGist(views(count, page)) };
}

/** The command itself. Comes to its exit code and what it said. */
async function plumbline(args: readonly string[], databaseUrl: string) {
  const child = spawn(process.execPath, [PLUMBLINE, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** A day after the other, each by the command, until the crowd has gone. Comes to the exit codes. */
async function ingesting(
  databaseUrl: string,
  crowd: { readonly isGone: boolean },
): Promise<readonly (number | null)[]> {
  const codes: (number | null)[] = [];
  for (const day of DAYS) {
    if (crowd.isGone) break;
    const { code, said } = await plumbline(['ingest', ...INGESTED, '--rehearsal', ...dayOf(day)], databaseUrl);
    if (code !== 0) say(said.trim());
    codes.push(code);
  }
  return codes;
}

/** The same; then the server is stopped. */
async function asked(quiet: WebApp, count: number): ReturnType<typeof known> {
  try {
    return await known(quiet, count);
  } finally {
    await quiet.stop();
  }
}

async function restarted(
  { home }: Throwaway,
  after: number,
): Promise<{ readonly goneAt: number; readonly backAt: number }> {
  await wait(after);
  say('the database is stopped');
  const goneAt = Date.now();
  await stopEmbedded(home);
  await wait(AWAY_MS);
  await startEmbedded({ home, log: say });
  say('the database is back');
  return { goneAt, backAt: Date.now() };
}

/** What is missing of what was ingested is fetched; comes to the number of lines about what could not be. */
async function leftOut(databaseUrl: string): Promise<number> {
  const { code, said } = await plumbline(['ingest', ...INGESTED, '--rehearsal', '--repair'], databaseUrl);
  if (code === 0) return 0;
  say(said.trim());
  return said.trim().split('\n').length;
}

async function storm(
  place: Throwaway,
  size: Size,
): Promise<{ readonly lines: readonly string[]; readonly aims: readonly Aim[] }> {
  const { buildApp, serverEntry } = await launcher();
  await buildApp();
  const [real, { database, url }] = [await place.open('real'), await place.open('rehearsal')];
  say('filling a rehearsal database');
  await fillRehearsal(database, INGESTED);
  await database.close();
  const env = { PLUMBLINE_HOME: join(place.folder, 'web'), PLUMBLINE_KEPT_MB: '0', PLUMBLINE_TRUST_PROXY: '1' };
  say(`what ${String(size.views)} views are answered by a server of its own`);
  const quiet = await startWebApp(serverEntry, url, env);
  const questions = await asked(quiet, size.views);
  const app = await startWebApp(serverEntry, url, env);
  try {
    say(`${String(size.clients)} clients and ${String(size.hostile)} hostile ones, for ${String(size.seconds)} s`);
    const state = { isGone: false };
    const crowd = comesTo<CrowdSaw>('../storm/crowd.ts', {
      origin: app.address,
      clients: size.clients,
      hostile: size.hostile,
      seconds: size.seconds,
      perSecond: size['per-second'],
      ...questions,
    } satisfies CrowdAsked).finally(() => (state.isGone = true));
    const [saw, { goneAt, backAt }, codes] = await Promise.all([
      crowd,
      restarted(place, (size.seconds * 1_000) / 3),
      ingesting(real.url, state),
    ]);
    const memoryMb = highWaterOf(app.pid) / MEGABYTE;
    for (const line of saw.told) say(line);
    return reported({ size, saw, goneAt, backAt, codes, memoryMb, unfetched: await leftOut(real.url) });
  } finally {
    await app.stop();
  }
}

interface Stormed {
  readonly size: Size;
  readonly saw: CrowdSaw;
  readonly goneAt: number;
  readonly backAt: number;
  readonly codes: readonly (number | null)[];
  readonly memoryMb: number;
  readonly unfetched: number;
}

function reported({ size, saw: { answers }, goneAt, backAt, codes, memoryMb, unfetched }: Stormed) {
  const counts = countsOf(answers);
  const phases = [
    ['before the restart', answers.filter(({ endedAt }) => endedAt < goneAt)],
    ['while the database is away', answers.filter(({ endedAt }) => endedAt >= goneAt && endedAt < backAt)],
    ['after it', answers.filter(({ endedAt }) => endedAt >= backAt)],
  ] as const;
  const p99 = (some: typeof answers): number =>
    percentileOf(
      some.filter(({ outcome }) => outcome === 'right').map(({ begunAt, endedAt }) => endedAt - begunAt),
      99,
    );
  const markets = crashScenario().markets.filter(({ base }) => INGESTED.includes(base)).length;
  const less = (name: string, aim: number, measured: number, unit = ''): Aim => ({
    name,
    aim,
    measured,
    unit,
    wants: 'at most',
  });
  const aims = [
    less('wrong answers', 0, counts.wrong),
    less('other statuses than 200, 429 and 503 with Retry-After', 0, counts.failed),
    less('answers cut off', 0, counts.cut),
    less('lines about what the ingest could not fetch in the end', 0, unfetched),
    less('memory of the server at most', MEMORY_MB, memoryMb, 'MB'),
    less('from the database back to a view nobody asked for before', RECOVERY_MS, recoveryMs(answers, backAt), 'ms'),
  ];
  return {
    aims,
    lines: [
      '## A storm with faults',
      '',
      `${String(size.clients)} client addresses through a declared proxy ask ${String(size['per-second'])} times a second for ${String(size.seconds)} s: for the links of the hour (the event's window as page, columns, JSON and picture, and its minute) and, in turn, for ${String(size.views)} different views; ${String(size.hostile)} more ask without a pause for pictures and bundles of windows that nobody asked for. Meanwhile ${String(INGESTED.length)} assets (${String(markets)} markets) are ingested through the command line, a day after the other, and the database is stopped for ${shown((backAt - goneAt) / 1_000)} s. Every answer of 200 is held against what a server of its own answered before: data to the last byte, pages by their sentence and window. Disk is not used for answers. ${machine()}.`,
      '',
      `| | answers | ${OUTCOMES.join(' | ')} | p99 of right ones, ms |`,
      `| --- | ---: | ${OUTCOMES.map(() => '---:').join(' | ')} | ---: |`,
      ...phases.map(([name, some]) => {
        const these = countsOf(some);
        return `| ${[name, String(some.length), ...OUTCOMES.map((one) => String(these[one])), shown(p99(some))].join(' | ')} |`;
      }),
      '',
      `*refused*: 429 with Retry-After; *shed*: 503 with Retry-After; *failed*: any other status; *cut*: no whole answer; *unchecked*: an answer to a hostile client. Of each day the ingest ended with ${codes.map(String).join(', ')}.`,
      '',
      ...aimsTable(aims),
      '',
    ],
  };
}

/** The usual size, or what `--clients 50 --seconds 20` and the like say; one line and undefined where that cannot be read. */
function readSize(args: readonly string[]): Size | undefined {
  const names = Object.keys(USUAL) as (keyof typeof USUAL)[];
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
    const size = names.map((name): [string, number] => {
      const given = values[name];
      if (given === undefined) return [name, USUAL[name]];
      if (typeof given !== 'string' || !/^[1-9]\d{0,5}$/.test(given))
        throw new Error(`--${name} is not a whole number`);
      return [name, Number(given)];
    });
    return Object.fromEntries(size) as Size;
  } catch (failure) {
    const reason = failureText(failure);
    say(`${reason}; the options are ${names.map((name) => `--${name} N`).join(', ')}`);
    return undefined;
  }
}

const size = readSize(process.argv.slice(2));
if (size === undefined) process.exitCode = 2;
else
  await inThrowaway(async (place) => {
    const { lines, aims } = await storm(place, size);
    process.stdout.write(`${lines.join('\n')}\n`);
    if (aims.slice(0, 4).some(({ measured }) => measured !== 0)) process.exitCode = 1;
  });
