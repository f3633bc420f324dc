import { ascending } from '../../domain/ascending';
import { isComputed, type Kind, type Market, type Source } from '../../domain/market';
import { LAYOUT_VERSION } from '../../domain/observationBytes';
import type { Day } from '../../domain/minute';
import type { Connections, Readable } from '../connection/client';
import { withSnapshot, withTransaction, type Transaction } from '../connection/transactions';
import { sumOf } from '../days/dayCounts';
import { readDays } from '../days/dayRows';
import { emptyDay } from '../merge/book';
import { marketOf, type MarketRow } from '../markets';
import { COUNTS, instantText, keyOf, readAside, writeCounts, type BookKey, type CountedRow } from './bookTable';
import { multirangeText } from './multirange';
import { countColumns } from './dayCount';
import { fullCount, type FullBook, type FullDay } from './fullCount';

/** A book whose counts were not what is stored. */
export interface Recounted {
  readonly market: Market;
  readonly source: Source;
  /** Days whose counts, times or hash differed, days too many included. */
  readonly days: number;
  /** Whether the book's own counts differed. */
  readonly book: boolean;
}

interface Listed extends BookKey {
  readonly market: Market;
  readonly source: Source;
}

type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;
type DayRow = Counts & {
  readonly day: Day;
  readonly first_answered_at: Date | null;
  readonly last_answered_at: Date | null;
  readonly layout: number;
  readonly leaf: Buffer | null;
  readonly row_version: number;
};

/** Every table that has rows of books. */
const TABLES = ['stored_book', 'stored_day', 'market_day', 'coverage', 'quarantine', 'revision'];

/** Every book of which anything is stored; `uncounted`: those stored before there were counts. */
async function booksOf(db: Readable, uncounted: boolean): Promise<readonly Listed[]> {
  const keys = new Map<string, BookKey>();
  for (const from of uncounted ? ['stored_book WHERE NOT counted'] : TABLES) {
    const { rows } = await db.query<BookKey>(`SELECT DISTINCT market_id AS "marketId", source FROM ${from}`);
    for (const row of rows) keys.set(keyOf(row), row);
  }
  const { rows } = await db.query<MarketRow>('SELECT * FROM market WHERE id = ANY($1::int[])', [
    [...keys.values()].map(({ marketId }) => marketId),
  ]);
  const markets = new Map(rows.map((row) => [row.id, marketOf(row)]));
  return [...keys.values()]
    .flatMap(({ marketId, source }) => {
      const market = markets.get(marketId);
      return market === undefined ? [] : [{ marketId, source: source as Source, market }];
    })
    .sort((a, b) => a.marketId - b.marketId || ascending(a.source, b.source));
}

const countsOf = (day: FullDay): Counts => ({
  answered_minutes: day.answeredMinutes,
  candles: day.candles,
  traded: day.traded,
  no_trade: day.noTrade,
  moved: day.moved,
  set_aside: day.setAside,
  quarantined: day.quarantined,
  revised: day.revised,
});

const sameCounts = (a: Counts, b: Counts): boolean => COUNTS.every((name) => a[name] === b[name]);

const sameDay = (stored: DayRow, day: FullDay, leaf: Uint8Array, rowVersion: number): boolean =>
  sameCounts(stored, countsOf(day)) &&
  stored.row_version === rowVersion &&
  stored.layout === LAYOUT_VERSION &&
  stored.leaf?.equals(leaf) === true &&
  (stored.first_answered_at?.toISOString() ?? null) === instantText(extreme(day, Math.min)) &&
  (stored.last_answered_at?.toISOString() ?? null) === instantText(extreme(day, Math.max));

const extreme = ({ answered }: FullDay, of: (a: number, b: number) => number): number | undefined =>
  answered.length === 0 ? undefined : answered.map(({ atMs }) => atMs).reduce((a, b) => of(a, b));

/** The rows of the days as they should be, where they are not so. */
async function wrongDays(
  client: Transaction,
  book: BookKey,
  kind: Kind,
  { days }: FullBook,
  stored: ReadonlyMap<Day, DayRow>,
): Promise<readonly CountedRow[]> {
  const wrong: CountedRow[] = [];
  for (const day of days) {
    const key = { ...book, day: day.day };
    const [row] = await readDays(client, [key]);
    const aside = day.quarantined === 0 ? [] : await readAside(client, [key]);
    const columns = row?.columns ?? emptyDay();
    const { leaf } = countColumns(day.day, columns, aside, isComputed(kind));
    const before = stored.get(day.day);
    if (before !== undefined && sameDay(before, day, leaf, columns.version)) continue;
    wrong.push({
      ...key,
      ...day,
      firstAnsweredMs: extreme(day, Math.min),
      lastAnsweredMs: extreme(day, Math.max),
      leaf,
      rowVersion: columns.version,
      // `writeCounts` adds these to those of before.
      quarantined: before === undefined ? day.quarantined : day.quarantined - before.quarantined,
    });
  }
  return wrong;
}

/** The book as its days make it; answers whether it was otherwise. */
async function correctBook(client: Transaction, { marketId, source }: BookKey, full: FullBook): Promise<boolean> {
  const answered = full.days.filter(({ answeredMinutes }) => answeredMinutes > 0).map(({ day }) => day);
  const times = full.days.flatMap((day) => day.answered.map(({ atMs }) => atMs));
  const sums = COUNTS.map(
    (name) => sumOf(full.days, (day) => countsOf(day)[name]) + (name === 'quarantined' ? full.unnamed : 0),
  );
  const names = ['answered', 'first_day', 'last_day', 'first_answered_at', 'last_answered_at', ...COUNTS];
  const values = names.map(
    (_, i) =>
      `$${String(i + 3)}${['::int4multirange', '::int', '::int', '::timestamptz', '::timestamptz'][i] ?? '::int'}`,
  );
  const { rowCount } = await client.query(
    `UPDATE stored_book SET (${names.join(', ')}) = ROW(${values.join(', ')}), counted = true, version = version + 1, changed = pg_current_xact_id(),
       whole_version = whole_version + 1, whole_changed = pg_current_xact_id()
     WHERE market_id = $1 AND source = $2 AND (NOT counted OR (${names.join(', ')}) IS DISTINCT FROM (${values.join(', ')}))`,
    [
      marketId,
      source,
      multirangeText(full.answered),
      answered[0] ?? null,
      answered.at(-1) ?? null,
      instantText(times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b))),
      instantText(times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b))),
      ...sums,
    ],
  );
  return rowCount === 1;
}

async function recountBook(
  client: Transaction,
  { marketId, source, market }: Listed,
): Promise<Omit<Recounted, 'market' | 'source'>> {
  const book = { marketId, source };
  await client.query(
    `INSERT INTO stored_book (market_id, source, version, changed, created, whole_version, whole_changed)
     VALUES ($1, $2, 1, pg_current_xact_id(), pg_current_xact_id(), 1, pg_current_xact_id()) ON CONFLICT DO NOTHING`,
    [marketId, source],
  );
  await client.query('SELECT FROM stored_book WHERE market_id = $1 AND source = $2 FOR UPDATE', [marketId, source]);
  const { rows } = await client.query<DayRow>('SELECT * FROM stored_day WHERE market_id = $1 AND source = $2', [
    marketId,
    source,
  ]);
  const stored = new Map(rows.map((row) => [row.day, row]));
  const full = await fullCount(client, book, market.kind);
  const wrong = await wrongDays(client, book, market.kind, full, stored);
  if (wrong.length > 0) await writeCounts(client, wrong, []);
  const { rowCount: tooMany } = await client.query(
    'DELETE FROM stored_day WHERE market_id = $1 AND source = $2 AND NOT (day = ANY($3::int[]))',
    [marketId, source, full.days.map(({ day }) => day)],
  );
  return { days: wrong.length + (tooMany ?? NONE), book: await correctBook(client, book, full) };
}

/** Rows deleted, where the database does not say. */
const NONE = 0;

export interface RecountOptions {
  /** Only the books stored before there were counts. Default: all. */
  readonly uncounted?: boolean;
  /** After each book. */
  readonly onProgress?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Counts books anew from what is stored of them and puts right what stored_book and stored_day say otherwise; answers how many books were counted
 * and which differed. One book at a time, each locked while it is counted: others are written meanwhile, and what is
 * interrupted has counted whole books.
 */
export async function recount(
  db: Connections,
  { uncounted = false, onProgress, signal }: RecountOptions = {},
): Promise<{ readonly books: number; readonly differing: readonly Recounted[] }> {
  const books = await withSnapshot(db, (snapshot) => booksOf(snapshot, uncounted));
  const differing: Recounted[] = [];
  for (const [i, one] of books.entries()) {
    signal?.throwIfAborted();
    const found = await withTransaction(db, (client) => recountBook(client, one));
    if (found.book || found.days > 0) differing.push({ market: one.market, source: one.source, ...found });
    onProgress?.(i + 1, books.length);
  }
  return { books: books.length, differing };
}
