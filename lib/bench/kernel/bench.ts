import { minutesIn, type MinuteRange } from '../../domain/minute';
import type { MarketColumns } from '../../analysis/types';
import type { Database } from '../../store/connection/database';
import type { Findings } from '../table';
import { inRounds, type Timings } from '../timings';
import { firstMinutes, LEVELS, MINUTES_PER_YEAR, randomBooks, unknownVenues } from '../books/randomBooks';
import { Duck, type Way } from './duck';
import { askRows, fillRows } from './percentileCont';
import { oneToOne, workOn, type Room, type Worked } from './work';

const VENUES = 12;
/** Of a year `percentile_cont` takes many minutes: it is asked about a month, and the kernel about the same month beside it. */
const MONTH = 30 * 1_440;
const WARM_UPS = 1;
/** Odd, so that the median is a time that was measured; each costs DuckDB a minute. */
const ROUNDS = 3;
/** The kernel's turns in each round: its times are short and noisy beside the yardsticks'. */
const TURNS = 3;

const YEAR = {
  fresh: 'a year: kernel, new memory',
  kept: 'a year: kernel, memory of a run before',
  prices: 'a year: of it, prices of traded minutes',
  references: 'a year: of it, references, deviations, outside',
  episodes: 'a year: of it, episodes',
} as const;
const month = {
  kernel: '30 days: kernel, memory of a run before',
  sql: '30 days: Postgres, self-join, `percentile_cont`',
} as const;

/** How DuckDB is asked: as it comes, with every core, and with one, as the kernel is. */
const ASKED: readonly { readonly way: Way; readonly threads: number | undefined }[] = [
  { way: 'self-join', threads: undefined },
  { way: 'window, `EXCLUDE CURRENT ROW`', threads: undefined },
  { way: 'window, `EXCLUDE CURRENT ROW`', threads: 1 },
  { way: 'sorted lists', threads: undefined },
  { way: 'sorted lists', threads: 1 },
];
const duckName = ({ way, threads }: (typeof ASKED)[number]): string =>
  `a year: DuckDB, ${way}${threads === undefined ? '' : ', one thread'}`;

interface Data {
  readonly range: MinuteRange;
  readonly books: readonly MarketColumns[];
}

const dataOf = (minutes: number): Data => {
  const range = firstMinutes(minutes);
  return { range, books: randomBooks(unknownVenues(VENUES), LEVELS.ATOM, range) };
};

async function kernelTurns(timings: Timings, { range, books }: Data, kept: Room): Promise<void> {
  const rate = oneToOne(range);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await timings.clock(YEAR.fresh, () => workOn(books, range, rate));
    const { ms } = await timings.clock(YEAR.kept, () => workOn(books, range, rate, kept));
    for (const step of ['prices', 'references', 'episodes'] as const) timings.note(YEAR[step], ms[step]);
  }
}

async function monthTurns(timings: Timings, { range, books }: Data, kept: Worked, database: Database): Promise<void> {
  const rate = oneToOne(range);
  for (let turn = 0; turn < TURNS; turn += 1) await timings.clock(month.kernel, () => workOn(books, range, rate, kept));
  const rows = await timings.clock(month.sql, () => askRows(database));
  const ours = kept.measured.missing.reduce((sum, why) => sum + (why === 0 ? 1 : 0), 0);
  if (rows !== ours)
    throw new Error(`the kernel measured ${String(ours)} minutes, percentile_cont ${String(rows ?? 'none')}`);
}

/** Twelve venues' year in one thread, beside the same rows and the same question in DuckDB, and a month of it in Postgres. */
export async function benchKernel(database: Database, say: (line: string) => void): Promise<Findings> {
  say('kernel: making the candles, filling DuckDB and Postgres');
  const [year, part] = [dataOf(MINUTES_PER_YEAR), dataOf(MONTH)];
  const duck = await Duck.holding(year.books);
  await fillRows(database, part.books);
  const worked = workOn(year.books, year.range, oneToOne(year.range));
  const small = workOn(part.books, part.range, oneToOne(part.range));
  say(`kernel: ${String(WARM_UPS)} round to warm up, ${String(ROUNDS)} that count`);
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept, round) => {
    await kernelTurns(kept, year, worked);
    await monthTurns(kept, part, small, database);
    for (const asked of round < WARM_UPS ? [] : ASKED) {
      await kept.clock(duckName(asked), () => duck.ask(asked.way, asked.threads));
      await duck.mustAgreeWith(worked.measured, year.range.from);
    }
  });
  duck.close();
  const yardstick = duckName({ way: 'window, `EXCLUDE CURRENT ROW`', threads: undefined });
  const candles = VENUES * minutesIn(year.range);
  return {
    title: 'The kernel: a year of twelve venues',
    about: `${candles.toLocaleString('en')} candles of ${String(VENUES)} venues, ${String(worked.episodes.length)} episodes; ${String(WARM_UPS)} round to warm up first. DuckDB and Postgres are asked for all of it but the episodes.`,
    timings,
    figures: [
      ...Object.values(YEAR).map((name) => ({ name, yardstick })),
      ...ASKED.map((asked) => ({ name: duckName(asked), yardstick })),
      { name: month.kernel, yardstick: month.sql },
      { name: month.sql, yardstick: month.sql },
    ],
  };
}
