import { analyse } from '../analysis/analyse';
import type { DeviationsAnswer } from '../api/deviations';
import { pairOf, parseAsset, type Venue } from '../domain/market';
import { parseRange, type MinuteRange } from '../domain/minute';
import { defaultQuestion, type Question } from '../domain/question';
import { analysisInputOf } from '../server/deviations/analysisInput';
import type { Context } from '../server/context';
import { deviations } from '../server/deviations/deviations';
import type { Database } from '../store/connection/database';
import { deviationsInSql, fillRowTable, mustAgree } from './percentileCont';
import { deviationsInColumns } from './sameQuestion';
import type { Findings } from './table';
import { inRounds, type Timings } from './timings';
import { brokenPromise } from '../domain/unit';

/** The engine compiles a function after it ran hot: the first rounds are not what a running server takes. */
const WARM_UPS = 5;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 25;

const windowOf = (from: string, to: string): MinuteRange => {
  const range = parseRange(from, to);
  if (!range.ok) throw brokenPromise(range.error);
  return range.value;
};

const WINDOWS = [
  { name: 'a day', range: windowOf('2025-10-10T00:00Z', '2025-10-11T00:00Z') },
  { name: 'four hours', range: windowOf('2025-10-10T20:00Z', '2025-10-11T00:00Z') },
] as const;

function questionOf(range: MinuteRange, venues?: readonly Venue[]): Question {
  const asset = parseAsset('ATOM');
  if (!asset.ok) throw brokenPromise(asset.error);
  return { ...defaultQuestion(asset.value, range), venues };
}

async function answerTo(context: Context, question: Question): Promise<DeviationsAnswer> {
  const outcome = await deviations(context, question);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

interface Names {
  readonly whole: string;
  /** The same without anything remembered of an earlier question, in two steps. */
  readonly read: string;
  readonly computed: string;
  readonly same: string;
  readonly sql: string;
}

const namesOf = (window: string): Names => ({
  whole: `${window}: question to answer`,
  read: `${window}: with all of its legs, read and decoded`,
  computed: `${window}: from these, rates made anew, computed`,
  same: `${window}: the yardstick's question alone`,
  sql: `${window}: \`percentile_cont\``,
});

async function oneRound(
  context: Context,
  venues: readonly Venue[],
  window: (typeof WINDOWS)[number],
  timings: Timings,
): Promise<void> {
  const names = namesOf(window.name);
  const question = questionOf(window.range, venues);
  const answer = await timings.clock(names.whole, () => answerTo(context, question));
  const input = await timings.clock(names.read, () => analysisInputOf(context, question));
  if (input === undefined) throw new Error('ATOM is not held');
  await timings.clock(names.computed, () => analyse(input));
  const chosen = input.markets.filter(({ market }) =>
    answer.series.some(({ venue, market: pair }) => venue === market.venue && pair === pairOf(market)),
  );
  const measured = await timings.clock(names.same, () => deviationsInColumns(context.database, chosen, window.range));
  const rows = await timings.clock(names.sql, () =>
    deviationsInSql(
      context.database,
      chosen.map(({ market }) => market),
      window.range,
    ),
  );
  mustAgree(answer, rows);
  if (measured !== rows.length)
    throw new Error(`the columns give ${String(measured)} measured minutes, the rows ${String(rows.length)}`);
}

/** Venues whose book counts in dollars or a stablecoin: the yardstick knows no rate, and a price in won would be no price to it. */
async function venuesInDollars(context: Context): Promise<readonly Venue[]> {
  const { series } = await answerTo(context, questionOf(WINDOWS[0].range));
  return series.flatMap(({ venue, market }) => (/\/(USD|USDT|USDC)$/.test(market) ? [venue as Venue] : []));
}

/** ATOM on the venues that count in dollars, analysed from the database, beside the same question put to Postgres over rows. */
export async function benchAnalysis(
  database: Database,
  held: { readonly markets: number; readonly candles: number },
  say: (line: string) => void,
): Promise<Findings> {
  const context = { database, simulated: true };
  say("analysis: filling the yardstick's row table");
  await fillRowTable(database);
  const venues = await venuesInDollars(context);
  say(`analysis: ${String(WARM_UPS)} rounds to warm up, ${String(ROUNDS)} that count`);
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept) => {
    for (const window of WINDOWS) await oneRound(context, venues, window, kept);
  });
  return {
    title: 'Analysis from the database',
    about: `ATOM on ${String(venues.length)} venues, out of ${String(held.markets)} markets and ${held.candles.toLocaleString('en')} candles held; ${String(WARM_UPS)} rounds to warm up first.`,
    timings,
    figures: WINDOWS.flatMap(({ name }) => {
      const { sql, ...ours } = namesOf(name);
      return [...Object.values(ours), sql].map((figure) => ({ name: figure, yardstick: sql }));
    }),
  };
}
