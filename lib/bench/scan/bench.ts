import { isDeepStrictEqual } from 'node:util';
import type { MarketColumns } from '../../analysis/types';
import type { ScanAnswer } from '../../api/scan';
import type { CandleColumns } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import { LEG_BASES } from '../../domain/method';
import { minute, minuteRange, MINUTES_PER_DAY } from '../../domain/minute';
import { EVERY_EPISODE, type Scan } from '../../domain/scan';
import type { Context } from '../../server/context';
import { scan } from '../../server/scan/scan';
import type { Database } from '../../store/connection/database';
import { emptied, stored } from '../books/fill';
import { FIRST_MINUTE, firstMinutes, LEVELS, randomBooks } from '../books/randomBooks';
import { tenVenues } from '../books/tenVenues';
import { Duck } from '../kernel/duck';
import { oneToOne, workOn } from '../kernel/work';
import type { Findings } from '../table';
import { inRounds } from '../timings';

const ASSETS = 100;

const DAY = firstMinutes(MINUTES_PER_DAY);
const WARM_UPS = 3;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 9;

const NAMES = {
  fresh: '`scan --fresh`: every episode computed',
  all: '`scan` after every asset was written to',
  one: '`scan` after one asset was written to',
  kept: '`scan` of what is kept',
  kernel: 'the kernel on the same candles, in memory',
  duck: 'DuckDB',
} as const;

/** Assets that nobody knows, each with a price of its own, so that no two have the same candles. */
const books = Array.from({ length: ASSETS }, (_, i) =>
  randomBooks(tenVenues(`COIN${String(i).padStart(3, '0')}` as Asset), { ...LEVELS.ATOM, price: 2 + i }, DAY),
);

/** The day of every asset, one after the other, as one long window of ten books: the same minutes to measure, without names. */
function inOneRow(): readonly MarketColumns[] {
  const range = minuteRange(FIRST_MINUTE, minute(FIRST_MINUTE + ASSETS * MINUTES_PER_DAY));
  return (books[0] ?? []).map((first, venue) => {
    const joined = (pick: (candles: CandleColumns) => Float64Array): Float64Array => {
      const out = new Float64Array(ASSETS * MINUTES_PER_DAY);
      books.forEach((own, i) => {
        const book = own[venue];
        if (book !== undefined) out.set(pick(book.candles), i * MINUTES_PER_DAY);
      });
      return out;
    };
    const close = joined((candles) => candles.close);
    return {
      ...first,
      candles: {
        range,
        answered: new Uint8Array(close.length).fill(1),
        open: close,
        low: joined((candles) => candles.low),
        high: joined((candles) => candles.high),
        close,
        baseVolume: joined((candles) => candles.baseVolume),
        quoteVolume: joined((candles) => candles.quoteVolume),
        trades: joined((candles) => candles.trades),
      },
    };
  });
}

/** The deepest hundred of the day. */
const ASKED: Scan = {
  ...EVERY_EPISODE,
  range: DAY,
  reference: 'others',
  limit: 100,
};

async function answerTo(context: Context, fresh: boolean): Promise<ScanAnswer> {
  const outcome = await scan(context, ASKED, { fresh });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** As a writer of candles leaves the days of an asset, or of all. */
const written = (database: Database, asset?: string) =>
  database.pool.query('UPDATE kept_day SET stale = true WHERE $1::text IS NULL OR asset = $1', [asset ?? null]);

/** The deepest deviations of a day among a hundred assets: computed, and kept. */
export async function benchScan(database: Database, say: (line: string) => void): Promise<Findings> {
  say('scan: storing a day of a hundred assets');
  await emptied(database);
  let candles = 0;
  for (const own of books) candles += await stored(database, own);
  for (const base of LEG_BASES) await stored(database, randomBooks(tenVenues(base as Asset), LEVELS[base], DAY));
  await database.pool.query('VACUUM ANALYZE market_day');
  const context: Context = { database, simulated: false };
  await answerTo(context, false);
  const row = inOneRow();
  const whole = row[0]?.candles.range ?? DAY;
  const duck = await Duck.holding(row);
  const room = workOn(row, whole, oneToOne(whole));
  let found = 0;
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept) => {
    const fresh = await kept.clock(NAMES.fresh, () => answerTo(context, true));
    await written(database);
    await kept.clock(NAMES.all, () => answerTo(context, false));
    await written(database, 'COIN050');
    await kept.clock(NAMES.one, () => answerTo(context, false));
    const answer = await kept.clock(NAMES.kept, () => answerTo(context, false));
    if (!isDeepStrictEqual(answer, fresh))
      throw new Error(`the ${String(answer.found)} episodes kept are not the ${String(fresh.found)} computed`);
    if (answer.searched.length !== ASSETS + LEG_BASES.length)
      throw new Error(`${String(answer.searched.length)} assets were searched`);
    found = answer.found;
    await kept.clock(NAMES.kernel, () => workOn(row, whole, oneToOne(whole), room));
    await kept.clock(NAMES.duck, () => duck.ask('window, `EXCLUDE CURRENT ROW`', undefined));
  });
  duck.close();
  return {
    title: 'Scan: a day of a hundred assets on ten venues',
    about: `${candles.toLocaleString('en')} candles of ${String(ASSETS)} assets, and BTC and ETH on the same venues, which serve the rates and are looked over too; ${String(found)} episodes, the answers of both ways the same in every round, to the bit. DuckDB holds the hundred assets' candles in memory and is asked for deviations and \`outside\` alone.`,
    timings,
    figures: Object.values(NAMES).map((name) => ({ name, yardstick: NAMES.duck })),
  };
}
