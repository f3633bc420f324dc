import type { MarketColumns } from '../../analysis/types';
import type { CandleColumns } from '../../domain/candle';
import type { Asset } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY } from '../../domain/minute';
import { freshEpisodes } from '../../server/scan/fresh';
import { refreshKept } from '../../server/scan/refresh';
import type { Database } from '../../store/database';
import { rankedEpisodes, type StoredEpisode } from '../../store/kept/episodes';
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
  fresh: 'every asset computed from its candles',
  refreshed: 'every asset looked over anew and kept',
  one: 'one asset written to: looked over anew and kept',
  ranked: 'the deepest hundred of what is kept',
  kernel: 'the kernel on the same candles, in memory',
  duck: 'DuckDB',
} as const;

/** Assets that nobody knows, each with a price of its own, so that no two have the same candles. */
const books = Array.from({ length: ASSETS }, (_, i) => randomBooks(tenVenues(`COIN${String(i).padStart(3, '0')}` as Asset), { ...LEVELS.ATOM, price: 2 + i }, DAY));

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
      candles: { range, answered: new Uint8Array(close.length).fill(1), open: close, low: joined((candles) => candles.low), high: joined((candles) => candles.high), close, baseVolume: joined((candles) => candles.baseVolume), quoteVolume: joined((candles) => candles.quoteVolume), trades: joined((candles) => candles.trades) },
    };
  });
}

const ranked = (database: Database, limit: number): Promise<{ readonly all: number; readonly episodes: readonly StoredEpisode[] }> =>
  rankedEpisodes(database, { range: DAY, reference: 'others', rank: 'depth', limit, assets: undefined, venues: undefined, kinds: undefined, side: undefined, leastDepth: 0, leastPeers: 0 });

const idsOf = (episodes: readonly StoredEpisode[]): string => episodes.map(({ id, peak }) => `${id} ${String(peak)}`).sort().join('\n');

/** The deepest deviations of a day among a hundred assets: computed, and kept. */
export async function benchScan(database: Database, say: (line: string) => void): Promise<Findings> {
  say('scan: storing a day of a hundred assets');
  await emptied(database);
  let candles = 0;
  for (const own of books) candles += await stored(database, own);
  for (const base of ['BTC', 'ETH'] as const) await stored(database, randomBooks(tenVenues(base as Asset), LEVELS[base], DAY));
  await database.pool.query('VACUUM ANALYZE market_day');
  await refreshKept(database);
  const row = inOneRow();
  const whole = row[0]?.candles.range ?? DAY;
  const duck = await Duck.holding(row);
  const room = workOn(row, whole, oneToOne(whole));
  let found = 0;
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept) => {
    const fresh = await kept.clock(NAMES.fresh, () => freshEpisodes(database, 'others'));
    await database.pool.query('UPDATE kept_day SET stale = true');
    await kept.clock(NAMES.refreshed, () => refreshKept(database));
    await database.pool.query("UPDATE kept_day SET stale = true WHERE asset = 'COIN050'");
    await kept.clock(NAMES.one, () => refreshKept(database));
    const { all } = await kept.clock(NAMES.ranked, () => ranked(database, 100));
    if (idsOf(fresh) !== idsOf((await ranked(database, all)).episodes)) throw new Error(`the ${String(all)} episodes kept are not the ${String(fresh.length)} computed`);
    found = fresh.length;
    await kept.clock(NAMES.kernel, () => workOn(row, whole, oneToOne(whole), room));
    await kept.clock(NAMES.duck, () => duck.ask('window, `EXCLUDE CURRENT ROW`', undefined));
  });
  duck.close();
  return {
    title: 'Scan: a day of a hundred assets on ten venues',
    about: `${candles.toLocaleString('en')} candles of ${String(ASSETS)} assets, and BTC and ETH on the same venues, which serve the rates and are looked over too; ${String(found)} episodes, kept and computed ones the same in every round. DuckDB holds the hundred assets' candles in memory and is asked for deviations and \`outside\` alone.`,
    timings,
    figures: Object.values(NAMES).map((name) => ({ name, yardstick: NAMES.duck })),
  };
}
