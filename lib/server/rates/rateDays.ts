import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { legDayOf, mayLeaveOutAliases, type LegDay } from '../../analysis/rates/legDay';
import { rateDayOf, type RateDay } from '../../analysis/rates/rateDay';
import type { Instant } from '../../domain/instant';
import type { MarketColumns } from '../../domain/marketColumns';
import { minuteRange, startOf, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import type { Readable } from '../../store/connection/client';
import { columnsOf, type Wanted } from '../../store/days/candles';
import { dayVersionsOf } from '../../store/days/dayLeaves';
import { allRateMarketsOf } from './rateMarkets';

/** Days of legs that are remembered: a megabyte each with a dozen venues. */
const MOST_LEG_DAYS = 96;
/** Days of rates: some 30 kB for each quote and venue asked about. */
const MOST_RATE_DAYS = 400;
/** Days read at once: all fields of a month of every leg's book would fill the memory. */
const DAYS_AT_ONCE = 8;

interface Remembered {
  readonly legDays: LRUCache<string, LegDay>;
  readonly rateDays: LRUCache<string, RateDay>;
}

const remembered = new WeakMap<Database, Remembered>();

/** Where and when to read. */
export interface RatesMoment {
  readonly snapshot: Readable;
  readonly database: Database;
  readonly asOf: Instant | undefined;
  /** Every stored market. */
  readonly markets: readonly Wanted[];
}

/**
 * The rates of UTC days, the same for every asset. What was made before is used again while no day it rests on was written to since. As of
 * an instant nothing is. Throws a RangeError for a day that was not asked for here.
 */
export async function rateDaysAt(moment: RatesMoment, days: readonly Day[]): Promise<(day: Day) => RateDay> {
  const books = allRateMarketsOf(moment.markets);
  const known = rememberedOf(moment.database);
  const wanted = [...new Set(days)].sort((a, b) => a - b);
  const read = [...new Set(wanted.flatMap((day) => [day - 1, day, day + 1]))].filter((day) => day >= 0) as Day[];
  const states = moment.asOf === undefined ? await statesOf(moment.snapshot, books, read) : undefined;
  const legKey = (day: Day): string | undefined => states?.get(day);
  const rateKey = (day: Day): string | undefined =>
    states === undefined ? undefined : [day - 1, day, day + 1].map((one) => states.get(one as Day) ?? '').join(' ');
  const legDays = new Map<Day, LegDay>();
  const rateDays = new Map<Day, RateDay>();
  for (const day of wanted) {
    const made = fromMemory(known.rateDays, rateKey(day));
    if (made !== undefined) rateDays.set(day, made);
  }
  const missing = wanted.filter((day) => !rateDays.has(day));
  const needed = [...new Set(missing.flatMap((day) => [day - 1, day, day + 1]))].filter((day) => day >= 0) as Day[];
  for (const day of needed) {
    const made = fromMemory(known.legDays, legKey(day));
    if (made !== undefined) legDays.set(day, made);
  }
  for (const [day, legDay] of await readLegDays(
    moment,
    books,
    needed.filter((day) => !legDays.has(day)),
  )) {
    legDays.set(day, legDay);
    const key = legKey(day);
    if (key !== undefined) known.legDays.set(key, legDay);
  }
  for (const day of missing) {
    const rateDay = rateDayOf(legDays.get((day - 1) as Day), legDays.get(day) as LegDay, legDays.get((day + 1) as Day));
    rateDays.set(day, rateDay);
    const key = rateKey(day);
    if (key !== undefined) known.rateDays.set(key, rateDay);
  }
  return (day) => {
    const rateDay = rateDays.get(day);
    if (rateDay === undefined) throw new RangeError(`the rates of day ${String(day)} were not asked for`);
    return rateDay;
  };
}

const fromMemory = <V extends object>(memory: LRUCache<string, V>, key: string | undefined): V | undefined =>
  key === undefined ? undefined : memory.get(key);

function rememberedOf(database: Database): Remembered {
  const known = remembered.get(database) ?? {
    legDays: new LRUCache<string, LegDay>({ max: MOST_LEG_DAYS }),
    rateDays: new LRUCache<string, RateDay>({ max: MOST_RATE_DAYS }),
  };
  remembered.set(database, known);
  return known;
}

/** Days that follow one another without a gap, as many as are read at once. */
function stretches(days: readonly Day[]): readonly (readonly Day[])[] {
  const out: Day[][] = [];
  for (const day of days) {
    const last = out.at(-1);
    if (last !== undefined && last.at(-1) === day - 1 && last.length < DAYS_AT_ONCE) last.push(day);
    else out.push([day]);
  }
  return out;
}

/** While the legs of some days are made, the next are fetched. */
async function readLegDays(
  { snapshot, asOf }: RatesMoment,
  books: readonly Wanted[],
  days: readonly Day[],
): Promise<ReadonlyMap<Day, LegDay>> {
  const all = stretches(days);
  const rangeOf = (some: readonly Day[]): MinuteRange =>
    minuteRange(startOf(some[0] as Day), wholeDay(some.at(-1) as Day).to);
  const fetched = (i: number): Promise<readonly MarketColumns[]> | undefined => {
    const some = all[i];
    if (some === undefined) return undefined;
    // Closes, and what tells a traded minute, are all that legs are made of: a third of the bytes.
    const closes = columnsOf(snapshot, books, rangeOf(some), { asOf, fields: ['close'], traded: true });
    // It is awaited in its turn; until then its failure must not count as one nobody looks at.
    closes.catch(() => undefined);
    return closes;
  };
  const made = new Map<Day, LegDay>();
  let next = fetched(0);
  for (const [i, some] of all.entries()) {
    const closes = (await next) ?? [];
    next = fetched(i + 1);
    const isEnough = some.every((day) => !mayLeaveOutAliases(closes, day));
    const columns = isEnough ? closes : await columnsOf(snapshot, books, rangeOf(some), { asOf });
    for (const day of some) made.set(day, legDayOf(columns, day));
  }
  return made;
}

/** Which books, in which versions, a day holds. */
async function statesOf(
  snapshot: Readable,
  books: readonly Wanted[],
  days: readonly Day[],
): Promise<ReadonlyMap<Day, string>> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const range = minuteRange(startOf(first), wholeDay(last).to);
  const versions = await dayVersionsOf(snapshot, books, range);
  const names = books.map(({ market: { venue, base, quote }, source }) => `${venue} ${base} ${quote} ${source}`);
  // Which second names are of stored books depends on the list of markets, on every day.
  const all = names.join('\n');
  const byDay = new Map<Day, string[]>();
  for (const { place, day, version } of versions)
    byDay.set(day, [...(byDay.get(day) ?? []), `${names[place] ?? ''} ${String(version)}`]);
  return new Map(
    days.map((day) => [
      day,
      createHash('sha256')
        .update(`${String(day)}\n${all}\n\n${(byDay.get(day) ?? []).sort().join('\n')}`)
        .digest('base64'),
    ]),
  );
}
