import { grouped } from '../../domain/grouped';
import { instant, type Instant } from '../../domain/instant';
import type { Asset, Market, Source } from '../../domain/market';
import {
  dayOf,
  minuteRange,
  minutesByDay,
  startOf,
  union,
  wholeDay,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { keyOf } from '../books/bookTable';
import { rangesOf } from '../books/multirange';
import { storedBooks, type Books, type RememberedBook } from '../books/storedBooks';
import { readAttempts } from './coverageTable';
import { dayCoverages, type CountedDay, type DayCoverage } from './dayCoverages';
import type { Database } from '../connection/database';
import { bookOrder, listedMarkets, marketOf } from '../markets';
import { stillUnanswered, type AttemptRow } from '../merge/attempts';
import type { Readable } from '../connection/client';
import { withSnapshot } from '../connection/transactions';

/** A market and source with data. */
export interface StoredMarket {
  readonly market: Market;
  readonly source: Source;
  /** The first and the last UTC day with an answer. */
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** What was asked and answered of one market and source, in numbers. */
export interface StoredCoverage {
  readonly market: Market;
  readonly source: Source;
  /** Sorted, disjoint. */
  readonly answered: readonly MinuteRange[];
  readonly answeredMinutes: number;
  /** Failed requests not answered before or since: sorted, disjoint, the newest outcome of each minute. */
  readonly unanswered: readonly AttemptRow[];
  /** Minutes with a candle, zero-volume fillers included. */
  readonly candles: number;
  readonly traded: number;
  /** Answered minutes that are not traded, nor one of the next two. */
  readonly noTrade: number;
  /** Minutes of volume 0 whose prices are not all equal. */
  readonly moved: number;
  /** Minutes without a candle of which something was set aside; some of them may be answered. */
  readonly setAside: number;
  /** Rows in quarantine. */
  readonly quarantined: number;
  /** Minutes whose answer changed at least once. */
  readonly revised: number;
  /**
   * The earliest and the latest time at which a minute was first answered or one still unanswered was asked for, ms since
   * 1970; undefined where there is no such minute. (A later answer that changed nothing leaves no time behind.)
   */
  readonly firstAskedAtMs: number | undefined;
  readonly lastAskedAtMs: number | undefined;
  /** The days of `CoverageOptions.days` of which there is anything to say, in order; empty where none were asked for. */
  readonly days: readonly DayCoverage[];
}

export interface CoverageOptions {
  readonly asset?: Asset | undefined;
  /** Counts day by day, too, for the UTC days that this range touches. */
  readonly days?: MinuteRange | undefined;
}

interface MarketColumns {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
  readonly source: Source;
}
const MARKET_COLUMNS = 'm.venue, m.base, m.quote, m.kind';

/** Which asset, and as it was known when. */
export interface StoredOptions {
  readonly asset?: Asset | undefined;
  readonly asOf?: Instant | undefined;
}

/** Every market and source with data (or with data then), of one asset or of all: by asset, venue, quote, kind, source. */
export async function marketsWithData(
  db: Readable,
  { asset, asOf }: StoredOptions = {},
): Promise<readonly StoredMarket[]> {
  if (asset === undefined && asOf === undefined) {
    const books = await storedBooks(db);
    const markets = withData.get(books) ?? marketsOf(books.all, undefined);
    withData.set(books, markets);
    return markets;
  }
  const known = asOf === undefined ? undefined : await daysKnown(db, asset, asOf);
  return marketsOf(asset === undefined ? (await storedBooks(db)).all : await booksOfAsset(db, asset), known);
}

/** A market, and since when it is one with data: as of an instant before that it is not. */
export interface DatedMarket extends StoredMarket {
  readonly since: Instant;
}

/** Every market and source with data, in the order of `marketsWithData`. */
export async function marketsSince(db: Readable): Promise<readonly DatedMarket[]> {
  const { rows } = await db.query<
    MarketColumns & { readonly firstDay: Day; readonly lastDay: Day; readonly since: number }
  >(
    `SELECT ${MARKET_COLUMNS}, b.source, b.first_day AS "firstDay", b.last_day AS "lastDay",
       ceil(extract(epoch FROM b.first_answered_at) * 1000)::float8 AS since
     FROM stored_book b JOIN market m ON m.id = b.market_id
     WHERE b.first_day IS NOT NULL AND b.last_day IS NOT NULL AND b.first_answered_at IS NOT NULL
     ORDER BY ${bookOrder('b.source')}`,
  );
  return rows.map(({ firstDay, lastDay, since, ...row }) => ({
    market: marketOf(row),
    source: row.source,
    firstDay,
    lastDay,
    since: instant(since),
  }));
}

/** The list of every market, made once after each write. */
const withData = new WeakMap<Books, readonly StoredMarket[]>();

type Known = ReadonlyMap<string, { readonly first: Day; readonly last: Day }>;

/** `known`: the days of each book that were known then; undefined: as stored now. */
const marketsOf = (books: readonly AssetBook[], known: Known | undefined): readonly StoredMarket[] =>
  books.flatMap(({ id, market, source, firstDay, lastDay }) => {
    const now = firstDay === null || lastDay === null ? undefined : { first: firstDay, last: lastDay };
    const days = known === undefined ? now : known.get(keyOf({ marketId: id, source }));
    return days === undefined ? [] : [{ market, source, firstDay: days.first, lastDay: days.last }];
  });

type AssetBook = Pick<RememberedBook, 'id' | 'market' | 'source' | 'firstDay' | 'lastDay'>;

async function booksOfAsset(db: Readable, asset: Asset): Promise<readonly AssetBook[]> {
  const { rows } = await db.query<MarketColumns & Omit<AssetBook, 'market'>>(
    `SELECT m.id, ${MARKET_COLUMNS}, b.source, b.first_day AS "firstDay", b.last_day AS "lastDay"
     FROM stored_book b JOIN market m ON m.id = b.market_id WHERE m.base = $1 ORDER BY ${bookOrder('b.source')}`,
    [asset],
  );
  return rows.map((row) => ({ ...row, market: marketOf(row) }));
}

/** Another text after every write, what was asked in vain and what was set aside included: a cache's key. */
export async function stateOfDays(db: Readable): Promise<string> {
  const { rows } = await db.query<{ readonly state: string }>(
    "SELECT count(*) || ' ' || coalesce(sum(version), 0) AS state FROM stored_book",
  );
  return rows[0]?.state ?? '';
}

interface AnsweredRow {
  readonly key: string;
  readonly day: Day;
  readonly answered_at: Buffer | null;
}

async function answeredRows(db: Readable, asset: Asset | undefined): Promise<readonly AnsweredRow[]> {
  const { rows } = await db.query<AnsweredRow>(
    `SELECT d.market_id || ' ' || d.source AS key, d.day, d.answered_at FROM market_day d
     WHERE d.market_id = ANY($1::int[]) ORDER BY d.day`,
    [(await listedMarkets(db, asset))[0]],
  );
  return rows;
}

/** The first and the last day of each market and source that had an answer at that instant. */
async function daysKnown(db: Readable, asset: Asset | undefined, asOf: Instant): Promise<Known> {
  const known = new Map<string, { readonly first: Day; readonly last: Day }>();
  for (const { key, day, answered_at } of await answeredRows(db, asset)) {
    if (answeredRanges(day, answered_at, asOf).length > 0)
      known.set(key, { first: known.get(key)?.first ?? day, last: day });
  }
  return known;
}

/** What was answered of an asset (by then), over all its markets and sources: sorted, disjoint. Only what was known then is read from the days. */
export async function answeredOf(
  db: Readable,
  asset: Asset,
  { asOf }: { readonly asOf?: Instant | undefined } = {},
): Promise<readonly MinuteRange[]> {
  if (asOf !== undefined) {
    const rows = await answeredRows(db, asset);
    return union(rows.flatMap(({ day, answered_at }) => answeredRanges(day, answered_at, asOf)));
  }
  const { rows } = await db.query<{ readonly answered: string }>(
    'SELECT b.answered::text FROM stored_book b JOIN market m ON m.id = b.market_id WHERE m.base = $1',
    [asset],
  );
  return union(rows.flatMap(({ answered }) => rangesOf(answered)));
}

type BookRow = MarketColumns & {
  readonly id: number;
  readonly answered: string;
  readonly answered_minutes: number;
  readonly candles: number;
  readonly traded: number;
  readonly no_trade: number;
  readonly moved: number;
  readonly set_aside: number;
  readonly quarantined: number;
  readonly revised: number;
  readonly first_answered_at: Date | null;
  readonly last_answered_at: Date | null;
};
type DayRow = CountedDay & { readonly marketId: number; readonly source: string };

/** The counted days of the markets, by market and source, in order. */
async function readCounted(
  snapshot: Readable,
  ids: readonly number[],
  range: MinuteRange,
): Promise<ReadonlyMap<string, readonly DayRow[]>> {
  const { rows } = await snapshot.query<DayRow>(
    `SELECT market_id AS "marketId", source, day, answered_minutes AS answered, traded, no_trade AS "noTrade", moved, set_aside AS "setAside", quarantined, revised
     FROM stored_day WHERE market_id = ANY($1::int[]) AND day BETWEEN $2 AND $3 ORDER BY market_id, source, day`,
    [ids, dayOf(range.from), dayOf((range.to - 1) as Minute)],
  );
  return grouped(rows, keyOf);
}

/** What is read of books before their days are. */
interface BooksRead {
  readonly rows: readonly BookRow[];
  readonly ids: readonly number[];
  /** By market and source. */
  readonly attempts: ReadonlyMap<string, readonly AttemptRow[]>;
}

/** `assets` undefined: of all. */
async function readBooks(snapshot: Readable, assets: readonly Asset[] | undefined): Promise<BooksRead> {
  const { rows } = await snapshot.query<BookRow>(
    `SELECT m.id, ${MARKET_COLUMNS}, b.source, b.answered::text, b.answered_minutes, b.candles, b.traded, b.no_trade, b.moved, b.set_aside,
            b.quarantined, b.revised, b.first_answered_at, b.last_answered_at
     FROM stored_book b JOIN market m ON m.id = b.market_id
     WHERE $1::text[] IS NULL OR m.base = ANY($1)
     ORDER BY ${bookOrder('b.source')}`,
    [assets ?? null],
  );
  const ids = [...new Set(rows.map(({ id }) => id))];
  return { rows, ids, attempts: await readAttempts(snapshot, ids) };
}

async function readDays(
  snapshot: Readable,
  { rows, ids, attempts }: BooksRead,
  days: MinuteRange | undefined,
): Promise<readonly StoredCoverage[]> {
  const counted = days === undefined ? new Map<string, never>() : await readCounted(snapshot, ids, days);
  return rows.flatMap((row) => {
    const key = keyOf({ marketId: row.id, source: row.source });
    const all = storedCoverage(row, attempts.get(key) ?? [], days, counted.get(key) ?? []);
    // Failed requests answered since are deleted by and by; until then they count as no data.
    return all.answered.length === 0 && all.unanswered.length === 0 && all.quarantined === 0 ? [] : [all];
  });
}

function storedCoverage(
  row: BookRow,
  attempts: readonly AttemptRow[],
  days: MinuteRange | undefined,
  counted: readonly CountedDay[],
): StoredCoverage {
  const answered = rangesOf(row.answered);
  const unanswered = stillUnanswered(attempts, answered);
  const times = [
    ...[row.first_answered_at, row.last_answered_at].flatMap((at) => (at === null ? [] : [at.getTime()])),
    ...unanswered.flatMap(({ firstAskedAtMs, askedAtMs }) => [firstAskedAtMs, askedAtMs]),
  ];
  return {
    market: marketOf(row),
    source: row.source,
    answered,
    answeredMinutes: row.answered_minutes,
    unanswered,
    traded: row.traded,
    candles: row.candles,
    noTrade: row.no_trade,
    moved: row.moved,
    setAside: row.set_aside,
    quarantined: row.quarantined,
    revised: row.revised,
    firstAskedAtMs: times.length === 0 ? undefined : Math.min(...times),
    lastAskedAtMs: times.length === 0 ? undefined : Math.max(...times),
    days: days === undefined ? [] : dayCoverages(days, counted, unanswered),
  };
}

/** What was asked and answered of every market and source, of one asset or of all, at one moment. Decodes no day. */
export async function coverageOf(db: Database, options: CoverageOptions = {}): Promise<readonly StoredCoverage[]> {
  const { asset, days } = options;
  return withSnapshot(db, async (snapshot) =>
    readDays(snapshot, await readBooks(snapshot, asset === undefined ? undefined : [asset]), days),
  );
}

/** Which days of which assets: the last `most` of which there is anything to say, none after `until`. */
export interface NewestOptions {
  /** undefined: all. */
  readonly assets: readonly Asset[] | undefined;
  readonly until: Day | undefined;
  readonly most: number;
}

/** Coverage of the newest days, and where they lie among all. */
export interface NewestCoverage {
  /** Every UTC day of which there is anything to say, in order. */
  readonly known: readonly Day[];
  /** The whole days that are counted, the first and the last of them among `known`; undefined: none is. */
  readonly range: MinuteRange | undefined;
  readonly stored: readonly StoredCoverage[];
}

/** What was asked and answered of these assets, day by day for their newest days, at one moment. Decodes no day, and reads none that is not counted. */
export async function newestCoverageOf(db: Database, { assets, until, most }: NewestOptions): Promise<NewestCoverage> {
  return withSnapshot(db, async (snapshot) => {
    const books = await readBooks(snapshot, assets);
    const known = await daysOfBooks(snapshot, books);
    const shown = known.filter((day) => until === undefined || day <= until).slice(-most);
    const [first, last] = [shown[0], shown.at(-1)];
    const range =
      first === undefined || last === undefined ? undefined : minuteRange(startOf(first), wholeDay(last).to);
    return { known, range, stored: await readDays(snapshot, books, range) };
  });
}

/** Every day of these books that was counted or asked in vain, in order. */
async function daysOfBooks(snapshot: Readable, { rows, ids, attempts }: BooksRead): Promise<readonly Day[]> {
  const { rows: days } = await snapshot.query<{ readonly day: Day }>(
    'SELECT DISTINCT day FROM stored_day WHERE market_id = ANY($1::int[])',
    [ids],
  );
  const inVain = rows.flatMap((row) => {
    const asked = attempts.get(keyOf({ marketId: row.id, source: row.source }));
    return asked === undefined ? [] : [...minutesByDay(stillUnanswered(asked, rangesOf(row.answered))).keys()];
  });
  return [...new Set([...days.map(({ day }) => day), ...inVain])].sort((a, b) => a - b);
}
