import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Database } from '../store/connection/database';
import { aimsTable, type Aim } from './load/aims';
import { sectionOf } from './table';
import type { Throwaway } from './throwaway';
import { inRounds, type Timings } from './timings';

const ROOT = join(import.meta.dirname, '..', '..');
/** As package.json starts it. */
const COMMAND = ['--max-semi-space-size=8', join(ROOT, 'lib', 'launch', 'plumbline.mjs')];

const FILLED = 'the rehearsal, from empty to done';
const COPIED = 'Postgres, COPY of as many rows from a file';
const HELP = 'plumbline --help';
const NPM_HELP = 'npm run -s plumbline -- --help';
const COVERAGE = 'plumbline coverage ATOM, whole';
const BARE = 'node -e 0';
const PACKAGES = 'node with commander, pg and Prisma loaded';

/** The packages that a command which asks the database cannot do without. */
const LOAD_PACKAGES = [
  '--input-type=module',
  '-e',
  "await import('commander'); await import('pg'); await import('@prisma/client/runtime/client'); await import('@prisma/adapter-pg')",
];

/** Runs a program to its end, quietly; throws where it ends with another code than 0 or, for an ingest that lacks what no venue serves, 3. */
function ran(program: string, args: readonly string[], home: string): Promise<void> {
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: '', PLUMBLINE_HOME: home },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0 || code === 3) resolve();
      else reject(new Error(`${program} ${args.join(' ')} ended with ${String(code)}`));
    });
  });
}

const REHEARSAL_AIM_S = 40;
/** Of a command that loads neither ccxt nor Next. */
const START_AIM_S = 0.4;

function aimsOf(timings: Timings): readonly Aim[] {
  const inSeconds = (name: string, aim: number): Aim => ({
    name,
    aim,
    measured: timings.of(name).medianMs / 1_000,
    unit: 's',
    wants: 'less',
  });
  return [
    inSeconds(FILLED, REHEARSAL_AIM_S),
    inSeconds(HELP, START_AIM_S),
    inSeconds(NPM_HELP, START_AIM_S),
    inSeconds(COVERAGE, START_AIM_S),
  ];
}

/** As many rows of nine columns as there are candles, from a file of Postgres' own making, into a table without an index. */
async function copied(database: Database, rows: number, timings: Timings): Promise<void> {
  // Beside its data: the server may run as another user, who can write nowhere else.
  const { rows: told } = await database.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
  const file = join(told[0]?.folder ?? '', 'yardstick.copy').replaceAll("'", "''");
  const columns =
    'market int, minute int, open float8, high float8, low float8, close float8, base float8, quote float8, trades float8';
  const { pool } = database;
  await pool.query(
    `COPY (SELECT 1, i, 4 + random(), 5 + random(), 3 + random(), 4 + random(), 100 * random(), 400 * random(), floor(100 * random())
     FROM generate_series(1, ${String(rows)}) AS of (i)) TO '${file}'`,
  );
  await pool.query(`CREATE TABLE yardstick (${columns})`);
  await timings.clock(COPIED, () => pool.query(`COPY yardstick FROM '${file}'`));
  await pool.query('DROP TABLE yardstick');
}

/** How long an empty home takes until the rehearsal is stored whole, and a command until it has answered. */
export async function benchFilling(place: Throwaway, say: (line: string) => void): Promise<string> {
  const home = join(place.folder, 'home');
  const node = (...args: readonly string[]): Promise<void> => ran(process.execPath, args, home);
  let candles = 0;
  say('filling: what commands are translated from is translated first');
  await node(...COMMAND, '--help');
  const timings = await inRounds({ warmUps: 0, rounds: 7 }, async (round, number) => {
    if (number === 0) {
      say('filling: the whole rehearsal from an empty home');
      await round.clock(FILLED, () => node(...COMMAND, 'ingest', '--preset', 'crash-2025-10-10', '--rehearsal'));
      const { database } = await place.open('rehearsal');
      const { rows } = await database.query<{ candles: string }>('SELECT sum(candles) AS candles FROM stored_book');
      candles = Number(rows[0]?.candles);
      await copied(database, candles, round);
    }
    await round.clock(BARE, () => node('-e', '0'));
    await round.clock(PACKAGES, () => node(...LOAD_PACKAGES));
    await round.clock(HELP, () => node(...COMMAND, '--help'));
    await round.clock(NPM_HELP, () => ran('npm', ['run', '-s', 'plumbline', '--', '--help'], home));
    await round.clock(COVERAGE, () => node(...COMMAND, 'coverage', 'ATOM', '--rehearsal'));
  });
  const section = sectionOf({
    title: 'Filling, and the start of a command',
    about: `${candles.toLocaleString('en')} candles of the event's eleven assets and what they are compared with, through ccxt from the exchange simulator in a process of its own, 31 books of Kraken and Gemini built from their trades, every raw reply kept and then pruned to the minutes of episodes: the server's making, the ingest and the search for episodes, once. Commands whole, from start to end, the server running.`,
    timings,
    figures: [
      { name: FILLED, yardstick: COPIED },
      { name: COPIED, yardstick: COPIED },
      { name: HELP, yardstick: BARE },
      { name: NPM_HELP, yardstick: BARE },
      { name: COVERAGE, yardstick: PACKAGES },
      { name: PACKAGES, yardstick: PACKAGES },
      { name: BARE, yardstick: BARE },
    ],
  });
  return [section, ...aimsTable(aimsOf(timings)), ''].join('\n');
}
