import type { Instant } from '../../domain/instant';
import { isComputed, type Asset, type Kind, type Market, type Source } from '../../domain/market';
import { dayOf, union, type Day, type MinuteRange } from '../../domain/minute';
import { answeredRanges } from '../answered/decode';
import { readAttempts } from './coverageTable';
import {
  countDay,
  dayCoverages,
  sumOf,
  type AsideMinute,
  type CountedDay,
  type DayCoverage,
  withMoved,
  type DayMarks,
  type EncodedCounts,
  type EncodedPrices,
  type FirstCount,
} from '../days/dayCounts';
import type { Database } from '../connection/database';
import { marketOf } from '../markets';
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
const ofMarket = (...columns: readonly string[]): string => columns.map((column) => `m.${column}`).join(', ');
const MARKET_COLUMNS = ofMarket('venue', 'base', 'quote', 'kind');
const MARKET_ORDER = ofMarket('base', 'venue', 'quote', 'kind');

/** Which asset, and as it was known when. */
export interface StoredOptions {
  readonly asset?: Asset | undefined;
  readonly asOf?: Instant | undefined;
}

/** Each market and source once, by hops along the key: the days between, some hundred a book and year, are never looked at. */
const BOOKS = `
  WITH RECURSIVE book AS (
    (SELECT market_id, source FROM market_day ORDER BY market_id, source LIMIT 1)
    UNION ALL
    SELECT next.market_id, next.source FROM book CROSS JOIN LATERAL (
      SELECT d.market_id, d.source FROM market_day d WHERE (d.market_id, d.source) > (book.market_id, book.source) ORDER BY d.market_id, d.source LIMIT 1
    ) AS next
  )`;
const dayAt = (end: 'ASC' | 'DESC'): string =>
  `(SELECT d.day FROM market_day d WHERE d.market_id = book.market_id AND d.source = book.source ORDER BY d.day ${end} LIMIT 1)`;

/** Every market and source with data (or with data then), of one asset or of all: by asset, venue, quote, kind, source. */
export async function marketsWithData(
  db: Readable,
  { asset, asOf }: StoredOptions = {},
): Promise<readonly StoredMarket[]> {
  const { rows } = await db.query<MarketColumns & { readonly id: number; readonly first: Day; readonly last: Day }>(
    `${BOOKS}
     SELECT m.id, ${MARKET_COLUMNS}, book.source, ${dayAt('ASC')} AS first, ${dayAt('DESC')} AS last
     FROM book JOIN market m ON m.id = book.market_id
     WHERE $1::text IS NULL OR m.base = $1
     ORDER BY ${MARKET_ORDER}, book.source`,
    [asset ?? null],
  );
  const known = asOf === undefined ? undefined : await daysKnown(db, asset, asOf);
  return rows.flatMap(({ id, first, last, ...row }) => {
    const days = known === undefined ? { first, last } : known.get(`${String(id)} ${row.source}`);
    return days === undefined
      ? []
      : [{ market: marketOf(row), source: row.source, firstDay: days.first, lastDay: days.last }];
  });
}

/** Another text after every write to any day, those that only add answered minutes included, and after every row set aside: a cache's key. */
export async function stateOfDays(db: Readable): Promise<string> {
  const { rows } = await db.query<{ readonly state: string | null }>(
    `SELECT (SELECT count(*) FROM quarantine) || ':' || coalesce(string_agg(market_id || ' ' || source || ' ' || versions, ',' ORDER BY market_id, source), '') AS state
     FROM (SELECT market_id, source, sum(version) AS versions FROM market_day GROUP BY market_id, source) AS book`,
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
    `SELECT d.market_id || ' ' || d.source AS key, d.day, d.answered_at FROM market_day d JOIN market m ON m.id = d.market_id
     WHERE $1::text IS NULL OR m.base = $1 ORDER BY d.day`,
    [asset ?? null],
  );
  return rows;
}

/** The first and the last day of each market and source that had an answer at that instant. */
async function daysKnown(
  db: Readable,
  asset: Asset | undefined,
  asOf: Instant,
): Promise<ReadonlyMap<string, { readonly first: Day; readonly last: Day }>> {
  const known = new Map<string, { readonly first: Day; readonly last: Day }>();
  for (const { key, day, answered_at } of await answeredRows(db, asset)) {
    if (answeredRanges(day, answered_at, asOf).length > 0)
      known.set(key, { first: known.get(key)?.first ?? day, last: day });
  }
  return known;
}

/** What was answered of an asset (by then), over all its markets and sources: sorted, disjoint. Reads no candle. */
export async function answeredOf(
  db: Readable,
  asset: Asset,
  { asOf }: { readonly asOf?: Instant | undefined } = {},
): Promise<readonly MinuteRange[]> {
  return union(
    (await answeredRows(db, asset)).flatMap(({ day, answered_at }) => answeredRanges(day, answered_at, asOf)),
  );
}

type DayRow = EncodedCounts & { readonly key: string; readonly day: Day };
type PriceRow = EncodedPrices & { readonly key: string; readonly day: Day };
type MarkRow = DayMarks & { readonly key: string };

/** Rows grouped by market and source. */
function grouped<T extends { readonly key: string }>(rows: readonly T[]): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}

const KEY = "market_id || ' ' || source";

/** Quarantined rows and revised minutes, by market, source and day; a quarantined row whose minute cannot be read has none. */
const MARKS = `
  SELECT ${KEY} AS key, q.minute / 1440 AS day, count(*)::int AS quarantined, 0 AS revised FROM quarantine q WHERE market_id = ANY($1::int[]) GROUP BY 1, 2
  UNION ALL
  SELECT ${KEY}, r.minute / 1440, 0, count(DISTINCT r.minute)::int FROM revision r WHERE market_id = ANY($1::int[]) GROUP BY 1, 2`;

/** Minutes of which something was set aside, with the day's row where there is one. */
const ASIDE = `
  SELECT ${KEY} AS key, minute, (extract(epoch FROM max(seen_at)) * 1000)::float8 AS "seenMs" FROM quarantine
  WHERE market_id = ANY($1::int[]) AND minute IS NOT NULL GROUP BY 1, 2`;

const UNSTORED: EncodedCounts = {
  open: null,
  base_volume: null,
  quote_volume: null,
  trades: null,
  answered_at: null,
};

/** The days of a book, in order, those included of which nothing is stored but what was set aside. */
function countedDays(rows: readonly DayRow[], aside: readonly AsideMinute[]): readonly FirstCount[] {
  const asideOn = new Map<Day, AsideMinute[]>();
  for (const one of aside) asideOn.set(dayOf(one.minute), [...(asideOn.get(dayOf(one.minute)) ?? []), one]);
  const stored = new Map(rows.map((row) => [row.day, row]));
  return [...new Set([...stored.keys(), ...asideOn.keys()])]
    .sort((a, b) => a - b)
    .map((day) => countDay(day, stored.get(day) ?? UNSTORED, asideOn.get(day) ?? []));
}

/** The prices of the days that have candles nobody traded, by `${key} ${day}`. */
async function pricesOfUntraded(
  snapshot: Readable,
  books: readonly { readonly id: number; readonly source: string; readonly days: readonly FirstCount[] }[],
): Promise<(key: string) => EncodedPrices | undefined> {
  const wanted = books.flatMap(({ id, source, days }) =>
    days.filter(({ untraded }) => untraded.length > 0).map(({ day }) => ({ id, source, day })),
  );
  if (wanted.length === 0) return () => undefined;
  const { rows } = await snapshot.query<PriceRow>(
    `SELECT ${KEY} AS key, day, open, high, low, close
     FROM unnest($1::int[], $2::text[], $3::int[]) AS wanted (market_id, source, day) JOIN market_day USING (market_id, source, day)`,
    [wanted.map(({ id }) => id), wanted.map(({ source }) => source), wanted.map(({ day }) => day)],
  );
  const prices = new Map(rows.map((row) => [`${row.key} ${String(row.day)}`, row]));
  return (key) => prices.get(key);
}

async function readAll(snapshot: Readable, { asset, days }: CoverageOptions): Promise<readonly StoredCoverage[]> {
  const books = await snapshot.query<MarketColumns & { readonly id: number }>(
    `SELECT m.id, ${MARKET_COLUMNS}, k.source
     FROM (SELECT market_id, source FROM market_day UNION SELECT market_id, source FROM coverage UNION SELECT market_id, source FROM quarantine) AS k
     JOIN market m ON m.id = k.market_id
     WHERE $1::text IS NULL OR m.base = $1
     ORDER BY ${MARKET_ORDER}, k.source`,
    [asset ?? null],
  );
  const ids = [...new Set(books.rows.map(({ id }) => id))];
  const dayRows = await snapshot.query<DayRow>(
    `SELECT ${KEY} AS key, day, open, base_volume, quote_volume, trades, answered_at FROM market_day WHERE market_id = ANY($1::int[]) ORDER BY day`,
    [ids],
  );
  const marks = await snapshot.query<MarkRow>(MARKS, [ids]);
  const aside = await snapshot.query<AsideMinute & { readonly key: string }>(ASIDE, [ids]);
  const attempts = await readAttempts(snapshot, ids);
  const daysOf = grouped(dayRows.rows);
  const marksOf = grouped(marks.rows);
  const asideOf = grouped(aside.rows);
  const first = books.rows.map((row) => {
    const key = `${String(row.id)} ${row.source}`;
    return { row, key, days: countedDays(daysOf(key), asideOf(key)) };
  });
  const pricesOf = await pricesOfUntraded(
    snapshot,
    // A computed price moves without any volume.
    first.filter(({ row }) => !isComputed(row.kind as Kind)).map(({ row, days }) => ({ ...row, days })),
  );
  return first.flatMap(({ row, key, days: counts }) => {
    const counted = counts.map((count) => withMoved(count, pricesOf(`${key} ${String(count.day)}`)));
    const all = storedCoverage(row, counted, marksOf(key), attempts.get(key) ?? [], days);
    // Failed requests answered since are deleted by and by; until then they count as no data.
    return counted.length === 0 && all.unanswered.length === 0 && all.quarantined === 0 ? [] : [all];
  });
}

function storedCoverage(
  row: MarketColumns,
  counted: readonly CountedDay[],
  marks: readonly DayMarks[],
  rows: readonly AttemptRow[],
  days: MinuteRange | undefined,
): StoredCoverage {
  const parts = counted.flatMap(({ answered }) => answered);
  const answered = union(parts);
  const unanswered = stillUnanswered(rows, answered);
  const answeredMinutes = sumOf(counted, ({ answeredMinutes: minutes }) => minutes);
  const traded = sumOf(counted, (day) => day.traded);
  const times = [
    ...parts.map(({ atMs }) => atMs),
    ...unanswered.flatMap(({ firstAskedAtMs, askedAtMs }) => [firstAskedAtMs, askedAtMs]),
  ];
  const extreme = (worse: (a: number, b: number) => boolean): number | undefined =>
    times.reduce<number | undefined>(
      (best, time) => (best === undefined || worse(best, time) ? time : best),
      undefined,
    );
  return {
    market: marketOf(row),
    source: row.source,
    answered,
    answeredMinutes,
    unanswered,
    traded,
    candles: sumOf(counted, (day) => day.candles),
    noTrade: sumOf(counted, (day) => day.noTrade),
    moved: sumOf(counted, (day) => day.moved),
    setAside: sumOf(counted, (day) => day.setAside),
    quarantined: sumOf(marks, (mark) => mark.quarantined),
    revised: sumOf(marks, (mark) => mark.revised),
    firstAskedAtMs: extreme((best, time) => time < best),
    lastAskedAtMs: extreme((best, time) => time > best),
    days: days === undefined ? [] : dayCoverages(days, counted, marks, unanswered),
  };
}

/** What was asked and answered of every market and source, of one asset or of all, at one moment. */
export async function coverageOf(db: Database, options: CoverageOptions = {}): Promise<readonly StoredCoverage[]> {
  return withSnapshot(db, (snapshot) => readAll(snapshot, options));
}
