import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY, type MinuteRange } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import { medianOf } from '../../analysis/reference/order';
import { firstMinutes, LEVELS, MINUTES_PER_YEAR, randomBooks } from '../books/randomBooks';
import { tenVenues } from '../books/tenVenues';
import { thirtyBooks } from '../books/thirtyBooks';
import { Duck } from '../kernel/duck';
import { SERVER_MEMORY } from '../../processes/serverMemory';
import { YOUNG_MB } from '../../server/thread/door';
import { sectionOf } from '../table';
import { Timings } from '../timings';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TYPESCRIPT = pathToFileURL(join(ROOT, 'lib', 'launch', 'typescript.mjs')).href;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const YEAR = firstMinutes(MINUTES_PER_YEAR);
const MEGABYTE = 1e6;
/** What the analysis thread has for what it has just made, of which V8 counts a third. */
const YOUNG = `--max-semi-space-size=${String(YOUNG_MB / 3)}`;
/** Processes begun for each window: odd, so that the median is a time that was measured. */
const ROUNDS = 3;

/** Windows end with the year's last day but one, so that rates and recoveries find candles after them; the year is whole. */
const lastMinutes = (minutes: number): MinuteRange =>
  minuteRange(minute(YEAR.to - MINUTES_PER_DAY - minutes), minute(YEAR.to - MINUTES_PER_DAY));
const WINDOWS: readonly { readonly name: string; readonly range: MinuteRange; readonly runs: number }[] = [
  { name: '3 hours', range: lastMinutes(180), runs: 31 },
  { name: 'a day', range: lastMinutes(MINUTES_PER_DAY), runs: 31 },
  { name: '30 days', range: lastMinutes(30 * MINUTES_PER_DAY), runs: 9 },
  { name: 'a year', range: YEAR, runs: 5 },
];

const WORDS: Readonly<Record<string, string>> = {
  cold: 'the first question a new process is asked',
  kept: 'the same, its rates kept by another',
  again: 'asked again, computed anew',
  read: 'with all of its legs, read and decoded',
  computed: 'from these, rates made anew, computed',
  digest: 'of these, the digest',
  said: "put into the contract's words",
};
const duck = (window: string): string => `${window}: DuckDB`;

interface Took {
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly peakOfFirst: number;
  readonly peak: number;
}

async function child(url: string, { from, to }: MinuteRange, runs: number, home = ''): Promise<Took> {
  const own = spawn(
    process.execPath,
    [YOUNG, '--import', TYPESCRIPT, CHILD, String(from), String(to), String(runs), home],
    {
      cwd: ROOT,
      env: { ...SERVER_MEMORY, ...process.env, DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  own.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(own, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the process that asks ended with ${String(code)}`);
  return JSON.parse(said) as Took;
}

/** The same ten books over the window alone, in DuckDB's memory. */
const duckOf = (range: MinuteRange): Promise<Duck> =>
  Duck.holding(
    randomBooks(tenVenues('ATOM' as Asset), LEVELS.ATOM, YEAR).map(({ candles, ...book }) => {
      const part = (column: Float64Array): Float64Array =>
        column.subarray(range.from - YEAR.from, range.to - YEAR.from);
      return {
        ...book,
        candles: {
          ...candles,
          range,
          low: part(candles.low),
          high: part(candles.high),
          close: part(candles.close),
          baseVolume: part(candles.baseVolume),
        },
      };
    }),
  );

/** From the question to the answer, out of the database: short and long windows of ten venues. `home`: an empty folder. */
export async function benchWindows(
  database: Database,
  url: string,
  home: string,
  say: (line: string) => void,
): Promise<string> {
  say('windows: storing a year of thirty books');
  const candles = await thirtyBooks(database, YEAR);
  const timings = new Timings();
  const peaks: string[] = [];
  const figures: { readonly name: string; readonly yardstick: string }[] = [];
  for (const { name, range, runs } of WINDOWS) {
    say(`windows: ${name}`);
    const held = await duckOf(range);
    const all: Took[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const took = await child(url, range, runs);
      // One process keeps them, the next finds them.
      await child(url, range, 0, home);
      const { times } = await child(url, range, 0, home);
      all.push({ ...took, times: { ...took.times, kept: times['cold'] ?? [] } });
      await timings.clock(duck(name), () => held.ask('window, `EXCLUDE CURRENT ROW`', undefined));
    }
    held.close();
    const parts = Object.keys(WORDS).filter((part) => all[0]?.times[part] !== undefined);
    const named = (part: string): string => `${name}: ${WORDS[part] ?? part}`;
    for (const { times } of all)
      for (const part of parts) for (const ms of times[part] ?? []) timings.note(named(part), ms);
    figures.push(...parts.map((part) => ({ name: named(part), yardstick: duck(name) })), {
      name: duck(name),
      yardstick: duck(name),
    });
    const most = (pick: (took: Took) => number): string => (medianOf(all.map(pick)) / MEGABYTE).toFixed(0);
    peaks.push(`| ${name} | ${most(({ peakOfFirst }) => peakOfFirst)} | ${most(({ peak }) => peak)} |`);
  }
  const about = `ATOM on ten venues, of which seven count in USDT, out of ${candles.toLocaleString('en')} candles of thirty books (BTC and ETH on the same venues serve the rates). ${String(ROUNDS)} processes a window. DuckDB holds the window's candles of the ten books in memory and is asked for deviations and \`outside\` alone: no rate, no episode, no digest. A running process keeps rates; hashes of days are made when they are written. Windows of fifteen days or more are decoded ahead, and what their legs say is made, in threads of their own, which first questions begin from source.`;
  return [
    sectionOf({ title: 'From the database', about, timings, figures }),
    '| most memory of the process, MB | after the first answer | after all of them |',
    '| --- | ---: | ---: |',
    ...peaks,
    '',
  ].join('\n');
}
