import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { legDayOf, mayLeaveOutAliases, type LegDay } from '../../analysis/rates/legDay';
import type { RatePair } from '../../analysis/rates/legs';
import { rateDayOf, tellsOf, type RateDay } from '../../analysis/rates/rateDay';
import type { Instant } from '../../domain/instant';
import type { MarketColumns } from '../../domain/marketColumns';
import { minuteRange, startOf, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import { LAYOUT_VERSION } from '../../domain/observationBytes';
import type { Database } from '../../store/connection/database';
import type { Readable } from '../../store/connection/client';
import { columnsOf, type Wanted } from '../../store/days/candles';
import { dayStatesOf } from '../../store/days/dayLeaves';
import { ColumnRoom } from '../../store/days/columnRoom';
import { FEWEST_DAYS_AHEAD } from '../long/daysAhead';
import { fileOfLegDay, legDayOfFile, legDayOfMade } from './keptLegs';
import type { LegDayAsked, LegsThread } from './legsThread';
import { legsThreadOf } from './legsThreads';
import { allRateMarketsOf } from './rateMarkets';
import { ratesFolderOf } from './ratesFolders';
import type { RatesFolder } from './ratesFolder';

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

/** What rates are asked for. */
export interface RatesAsked {
  readonly days: readonly Day[];
  /** Of these pairs alone they can be told. */
  readonly pairs: readonly RatePair[];
  /** Whether single legs are asked for as well. */
  readonly legs?: boolean | undefined;
}

/**
 * The rates of UTC days. What was made before, by this process or by another whose files lie in the home, is used again while no candle it rests on is another. As of
 * an instant nothing is. Throws a RangeError for what was not asked for here.
 */
export async function rateDaysAt(
  moment: RatesMoment,
  { days, pairs, legs = false }: RatesAsked,
): Promise<(day: Day) => RateDay> {
  const books = allRateMarketsOf(moment.markets);
  const memory = rememberedOf(moment.database);
  const wanted = [...new Set(days)].sort((a, b) => a - b);
  const states = moment.asOf === undefined ? await statesOf(moment.snapshot, books, around(wanted)) : undefined;
  const rateKey = (day: Day): string | undefined =>
    states === undefined
      ? undefined
      : [day - 1, day, day + 1].map((one) => states.get(one as Day)?.name ?? '').join(' ');
  const rateDays = new Map<Day, RateDay>();
  for (const day of wanted) {
    const made = fromMemory(memory.rateDays, rateKey(day));
    if (made !== undefined && (made.hasLegs || !legs) && pairs.every((pair) => made.tells(pair)))
      rateDays.set(day, made);
  }
  const missing = wanted.filter((day) => !rateDays.has(day));
  const own = new Set(legs ? missing : []);
  const legDays = await legDaysAt(moment, books, states, {
    days: around(missing),
    isEnough: (day, legDay) => legDay.legs.hasLegs || (!own.has(day) && pairs.every((pair) => tellsOf(legDay, pair))),
    pairs,
    isSingle: legs,
  });
  for (const day of missing) {
    const rateDay = rateDayOf(legDays.get((day - 1) as Day), legDays.get(day) as LegDay, legDays.get((day + 1) as Day));
    rateDays.set(day, rateDay);
    const key = rateKey(day);
    if (key !== undefined) memory.rateDays.set(key, rateDay);
  }
  return (day) => {
    const rateDay = rateDays.get(day);
    if (rateDay === undefined) throw new RangeError(`the rates of day ${String(day)} were not asked for`);
    return rateDay;
  };
}

/** Days and those beside them, in order. */
const around = (days: readonly Day[]): readonly Day[] =>
  [...new Set(days.flatMap((day) => [day - 1, day, day + 1]))].filter((day) => day >= 0).sort((a, b) => a - b) as Day[];

interface LegDaysWanted {
  /** In order. */
  readonly days: readonly Day[];
  /** Whether what is remembered or was kept of a day tells all that is asked. */
  readonly isEnough: (day: Day, legDay: LegDay) => boolean;
  /** Kept of days that are made anew. */
  readonly pairs: readonly RatePair[];
  /** Whether single legs are asked for. */
  readonly isSingle: boolean;
}

/** Of which pairs the file of a day tells. */
const keptPairs = new WeakMap<LegDay, readonly RatePair[]>();

/** What the legs of days say: from memory, from the home, else made of candles. */
async function legDaysAt(
  moment: RatesMoment,
  books: readonly Wanted[],
  states: ReadonlyMap<Day, State> | undefined,
  { days, isEnough, pairs, isSingle }: LegDaysWanted,
): Promise<ReadonlyMap<Day, LegDay>> {
  const memory = rememberedOf(moment.database);
  const folder = states === undefined ? undefined : ratesFolderOf(moment.database);
  const found = await Promise.all(
    days.map(async (day) => {
      const state = states?.get(day);
      const known = fromMemory(memory.legDays, state?.name);
      return known !== undefined && isEnough(day, known) ? known : keptOf(folder, day, state);
    }),
  );
  const missing = days.filter((day, i) => {
    const legDay = found[i];
    return legDay === undefined || !isEnough(day, legDay);
  });
  const byDay = new Map(days.map((day, i) => [day, found[i]]));
  const asked = (day: Day): LegDayAsked => ({
    day,
    name: states?.get(day)?.name ?? '',
    pairs: both(keptPairsOf(byDay.get(day)), pairs),
  });
  const thread = isSingle || missing.length < FEWEST_DAYS_AHEAD ? undefined : legsThreadOf(moment.database);
  const made = await readLegDays(moment, books, missing, thread === undefined ? undefined : { thread, asked });
  return new Map(
    days.map((day, i) => {
      const [state, before] = [states?.get(day), found[i]];
      const fresh = made.get(day);
      const legDay = fresh?.legDay ?? before;
      if (legDay === undefined) throw new RangeError(`day ${String(day)} was not read`);
      if (state === undefined) return [day, legDay];
      memory.legDays.set(state.name, legDay);
      if (fresh?.file !== undefined) keptPairs.set(legDay, fresh.file.pairs);
      if (folder === undefined || !state.isKept) return [day, legDay];
      if (fresh?.file !== undefined) folder.write(day, fresh.file.bytes);
      else if (legDay.legs.hasLegs) keep(folder, day, state.name, legDay, keptPairsOf(before), pairs);
      return [day, legDay];
    }),
  );
}

const keptPairsOf = (legDay: LegDay | undefined): readonly RatePair[] | undefined =>
  legDay === undefined ? undefined : keptPairs.get(legDay);

/** What was kept of a day, where it is of the same candles. */
async function keptOf(
  folder: RatesFolder | undefined,
  day: Day,
  state: State | undefined,
): Promise<LegDay | undefined> {
  if (state?.isKept !== true) return undefined;
  const bytes = await folder?.read(day);
  const kept = bytes === undefined ? undefined : legDayOfFile(bytes, state.name);
  if (kept === undefined) return undefined;
  keptPairs.set(kept.legDay, kept.pairs);
  return kept.legDay;
}

/** Keeps what the legs of a day say of some pairs, beside those that its file tells of already. */
function keep(
  folder: RatesFolder,
  day: Day,
  name: string,
  legDay: LegDay,
  before: readonly RatePair[] | undefined,
  pairs: readonly RatePair[],
): void {
  const all = both(before, pairs);
  if (all.length !== before?.length) folder.write(day, fileOfLegDay(name, legDay, all));
  keptPairs.set(legDay, all);
}

/** Each pair once: those of the first, then what the second adds. */
const both = (first: readonly RatePair[] = [], second: readonly RatePair[]): readonly RatePair[] => [
  ...first,
  ...second.filter(({ quote, venue }) => !first.some((one) => one.quote === quote && one.venue === venue)),
];

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

/** What the legs of a day say, and, where another thread made them, its file and the pairs of which it tells. */
interface MadeLegDay {
  readonly legDay: LegDay;
  readonly file?: { readonly bytes: Buffer; readonly pairs: readonly RatePair[] };
}

/** The thread that makes legs, and what is asked of it. */
interface Beside {
  readonly thread: LegsThread;
  readonly asked: (day: Day) => LegDayAsked;
}

/** Of each open moment where closes are read into, in turns: of the stretch whose legs are made, of the next, and of the one that is fetched meanwhile. */
const rooms = new WeakMap<Readable, ColumnRoom[]>();
const ROOMS = 3;

/** While the legs of some days are made, the next are fetched. */
async function readLegDays(
  { snapshot, asOf }: RatesMoment,
  books: readonly Wanted[],
  days: readonly Day[],
  beside: Beside | undefined,
): Promise<ReadonlyMap<Day, MadeLegDay>> {
  const all = stretches(days);
  const rangeOf = (some: readonly Day[]): MinuteRange =>
    minuteRange(startOf(some[0] as Day), wholeDay(some.at(-1) as Day).to);
  // Taken away until all is read: whoever comes meanwhile, or after a failure, reads into rooms of his own.
  const own = rooms.get(snapshot) ?? Array.from({ length: ROOMS }, () => new ColumnRoom(true));
  rooms.delete(snapshot);
  const making: Promise<readonly (readonly [Day, MadeLegDay])[]>[] = [];
  const fetched = async (i: number): Promise<readonly MarketColumns[]> => {
    // What lay in the room is not needed any more.
    await making[i - ROOMS];
    // Closes, and what tells a traded minute, are all that legs are made of: a third of the bytes.
    return columnsOf(snapshot, books, rangeOf(all[i] as readonly Day[]), {
      asOf,
      fields: ['close'],
      traded: true,
      room: own[i % ROOMS],
    });
  };
  const fetching = (i: number): Promise<readonly MarketColumns[]> | undefined => {
    if (i >= all.length) return undefined;
    const closes = fetched(i);
    // It is awaited in its turn; until then its failure must not count as one nobody looks at.
    closes.catch(() => undefined);
    return closes;
  };
  let next = fetching(0);
  for (const [i, some] of all.entries()) {
    const closes = (await next) ?? [];
    next = fetching(i + 1);
    const isEnough = some.every((day) => !mayLeaveOutAliases(closes, day));
    const columns = isEnough ? closes : await columnsOf(snapshot, books, rangeOf(some), { asOf });
    const legDays = legDaysOf(columns, some, beside);
    // The same.
    legDays.catch(() => undefined);
    making.push(legDays);
  }
  const made = await Promise.all(making);
  rooms.set(snapshot, own);
  return new Map(made.flat());
}

/** What the legs of days say, of columns that stay as they are until it resolves. */
async function legDaysOf(
  columns: readonly MarketColumns[],
  days: readonly Day[],
  beside: Beside | undefined,
): Promise<readonly (readonly [Day, MadeLegDay])[]> {
  const asked = beside === undefined ? [] : days.map((day) => beside.asked(day));
  const files = await beside?.thread.made({ books: columns, days: asked });
  return days.map((day, i) => {
    const [file, of] = [files?.[i], asked[i]];
    if (file === undefined || of === undefined) return [day, { legDay: legDayOf(columns, day) }];
    const bytes = Buffer.from(file);
    const kept = legDayOfMade(bytes, of.name);
    if (kept === undefined) throw new Error(`the legs of day ${String(day)} are another's`);
    return [day, { legDay: kept.legDay, file: { bytes, pairs: kept.pairs } }];
  });
}

/** What the legs of a day rest on. */
interface State {
  /** The day, every book that serves, and what is stored of each, as a hash. */
  readonly name: string;
  /** Whether it names the candles themselves; else their versions in these tables, which mean nothing after them. */
  readonly isKept: boolean;
}

async function statesOf(
  snapshot: Readable,
  books: readonly Wanted[],
  days: readonly Day[],
): Promise<ReadonlyMap<Day, State>> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const range = minuteRange(startOf(first), wholeDay(last).to);
  const stored = await dayStatesOf(snapshot, LAYOUT_VERSION, books, range);
  // Which second names are of stored books depends on the list of markets, on every day.
  const all = books
    .map(({ market: { venue, base, quote }, source }) => `${venue} ${base} ${quote} ${source}`)
    .join('\n');
  const byDay = new Map(stored.map((one) => [one.day, one]));
  return new Map(
    days.map((day) => {
      const { leaves, versions } = byDay.get(day) ?? NOTHING_STORED;
      const hash = createHash('sha256').update(`${String(LAYOUT_VERSION)} ${String(day)}\n${all}\n\n`);
      const name = hash.update(leaves === undefined ? 'versions' : 'leaves').update(leaves ?? versions);
      return [day, { name: name.digest('base64'), isKept: leaves !== undefined }];
    }),
  );
}

const NOTHING_STORED = { leaves: Buffer.alloc(0), versions: Buffer.alloc(0) };
