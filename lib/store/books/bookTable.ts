import { LAYOUT_VERSION, LEAF_BYTES } from '../../domain/observationBytes';
import type { MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { Blob } from '../days/blob';
import type { AsideMinute } from '../days/dayCounts';
import { marketIdsOf, type DayKey, type DaySpan } from '../days/dayRows';
import type { DayCount } from './dayCount';
import { multirangeText } from './multirange';

/** A market and source, by number. */
export interface BookKey {
  readonly marketId: number;
  readonly source: string;
}

export const keyOf = ({ marketId, source }: BookKey): string => `${String(marketId)} ${source}`;

const bookColumns = (books: readonly BookKey[]): [number[], string[]] => [
  books.map(({ marketId }) => marketId),
  books.map(({ source }) => source),
];

/**
 * Counts a write of each book and keeps others from writing the same books until this transaction ends. `whole`: the write concerns no
 * single day. Answers the books of which something was set aside before (rows in quarantine).
 */
export async function lockBooks(
  client: Transaction,
  books: readonly (BookKey & { readonly whole: boolean })[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ readonly market_id: number; readonly source: string; readonly aside: boolean }>(
    `INSERT INTO stored_book (market_id, source, version, changed, created, whole_version, whole_changed)
     SELECT market_id, source, 1, pg_current_xact_id(), pg_current_xact_id(), whole::int, pg_current_xact_id()
     FROM unnest($1::int[], $2::text[], $3::bool[]) AS fresh (market_id, source, whole)
     ORDER BY market_id, source
     ON CONFLICT (market_id, source) DO UPDATE SET
       version = stored_book.version + 1,
       changed = excluded.changed,
       whole_version = stored_book.whole_version + excluded.whole_version,
       whole_changed = CASE WHEN excluded.whole_version = 0 THEN stored_book.whole_changed ELSE excluded.whole_changed END
     RETURNING market_id, source, quarantined > 0 AS aside`,
    [...bookColumns(books), books.map(({ whole }) => whole)],
  );
  return new Set(
    rows.flatMap(({ market_id, source, aside }) => (aside ? [keyOf({ marketId: market_id, source })] : [])),
  );
}

const dayColumns = (days: readonly DayKey[]): [number[], string[], number[]] => [
  ...bookColumns(days),
  days.map(({ day }) => day),
];

/** The minutes of the days of which something was set aside, each once, with the time at which that was seen last. */
export async function readAside(client: Readable, days: readonly DayKey[]): Promise<readonly (DayKey & AsideMinute)[]> {
  if (days.length === 0) return [];
  const { rows } = await client.query<DayKey & AsideMinute>(
    `SELECT market_id AS "marketId", source, w.day, q.minute, (extract(epoch FROM max(q.seen_at)) * 1000)::float8 AS "seenMs"
     FROM unnest($1::int[], $2::text[], $3::int[]) AS w (market_id, source, day) JOIN quarantine q USING (market_id, source)
     WHERE q.market_id = ANY($4::int[]) AND q.minute >= w.day * 1440 AND q.minute < (w.day + 1) * 1440 GROUP BY market_id, source, w.day, q.minute`,
    [...dayColumns(days), marketIdsOf(days)],
  );
  return rows;
}

/** How many minutes of each of the days were revised; a day of none is left out. */
export async function readRevised(
  client: Readable,
  days: readonly DayKey[],
): Promise<readonly (DayKey & { readonly revised: number })[]> {
  if (days.length === 0) return [];
  const { rows } = await client.query<DayKey & { readonly revised: number }>(
    `SELECT market_id AS "marketId", source, w.day, count(DISTINCT r.minute)::int AS revised
     FROM unnest($1::int[], $2::text[], $3::int[]) AS w (market_id, source, day) JOIN revision r USING (market_id, source)
     WHERE r.market_id = ANY($4::int[]) AND r.minute >= w.day * 1440 AND r.minute < (w.day + 1) * 1440 GROUP BY market_id, source, w.day`,
    [...dayColumns(days), marketIdsOf(days)],
  );
  return rows;
}

/** The days that were counted, each with the version of its row in `market_day` that it was counted in; 0: it had none. */
export async function readRowVersions(
  client: Readable,
  days: readonly DayKey[],
): Promise<readonly (DayKey & { readonly rowVersion: number })[]> {
  const { rows } = await client.query<DayKey & { readonly rowVersion: number }>(
    `SELECT market_id AS "marketId", source, day, row_version AS "rowVersion"
     FROM stored_day JOIN unnest($1::int[], $2::text[], $3::int[]) AS w (market_id, source, day) USING (market_id, source, day)`,
    dayColumns(days),
  );
  return rows;
}

/** A day as it is now. */
export interface CountedRow extends DayKey, DayCount {
  /** Rows put into quarantine by this transaction. */
  readonly quarantined: number;
  /** Minutes revised in all; undefined: as many as before. */
  readonly revised: number | undefined;
  /** The version of its row in `market_day`; 0: it has none. */
  readonly rowVersion: number;
  readonly answered: readonly MinuteRange[];
}

/** A book whose days are written; `unnamed`: rows put into quarantine that name no minute. */
export interface WrittenBook extends BookKey {
  readonly answered: readonly MinuteRange[];
  readonly unnamed: number;
}

export const instantText = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString();

/** The counts of both tables. */
export const COUNTS = [
  'answered_minutes',
  'candles',
  'traded',
  'no_trade',
  'moved',
  'set_aside',
  'quarantined',
  'revised',
] as const;
/** The times of both. */
const TIMES = ['first_answered_at', 'last_answered_at'] as const;

const list = (names: readonly string[], of: (name: string) => string): string => names.map(of).join(', ');

/** What changes a book is added to it: another transaction may have added another day's since it was read. */
const WRITE = `
  WITH fresh AS MATERIALIZED (
    SELECT f.market_id, f.source, f.day, ${list(COUNTS.slice(0, 6), (name) => `f.${name}`)},
      coalesce(b.quarantined, 0) + f.quarantined AS quarantined, coalesce(f.revised, b.revised, 0) AS revised,
      f.first_answered_at, f.last_answered_at, f.row_version, substring($14::bytea FROM (f.place::int - 1) * ${String(LEAF_BYTES)} + 1 FOR ${String(LEAF_BYTES)}) AS leaf,
      ${list(COUNTS, (name) => `coalesce(b.${name}, 0) AS ${name}_before`)},
      b.first_answered_at < f.first_answered_at OR b.last_answered_at > f.last_answered_at AS narrower
    FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::timestamptz[], $13::timestamptz[], $19::int[])
      WITH ORDINALITY AS f (market_id, source, day, ${COUNTS.join(', ')}, ${TIMES.join(', ')}, row_version, place)
    LEFT JOIN stored_day b ON b.market_id = f.market_id AND b.source = f.source AND b.day = f.day
  ), written AS (
    INSERT INTO stored_day (market_id, source, day, version, changed, ${COUNTS.join(', ')}, ${TIMES.join(', ')}, layout, leaf, row_version)
    SELECT market_id, source, day, 1, pg_current_xact_id(), ${COUNTS.join(', ')}, ${TIMES.join(', ')}, ${String(LAYOUT_VERSION)}, leaf, row_version
    FROM fresh ORDER BY market_id, source, day
    ON CONFLICT (market_id, source, day) DO UPDATE SET version = stored_day.version + 1,
      ${list(['changed', ...COUNTS, ...TIMES, 'layout', 'leaf', 'row_version'], (name) => `${name} = excluded.${name}`)}
  ), added AS (
    SELECT market_id, source, min(day) FILTER (WHERE answered_minutes > 0) AS first_day, max(day) FILTER (WHERE answered_minutes > 0) AS last_day,
      ${list(COUNTS, (name) => `sum(${name} - ${name}_before)::int AS ${name}`)},
      min(first_answered_at) AS first_answered_at, max(last_answered_at) AS last_answered_at, coalesce(bool_or(narrower), false) AS narrower
    FROM fresh GROUP BY market_id, source
  )
  UPDATE stored_book b SET
    first_day = least(b.first_day, a.first_day), last_day = greatest(b.last_day, a.last_day), answered = b.answered + w.answered::int4multirange,
    ${list(COUNTS, (name) => `${name} = b.${name} + coalesce(a.${name}, 0)${name === 'quarantined' ? ' + w.unnamed' : ''}`)},
    first_answered_at = least(b.first_answered_at, a.first_answered_at), last_answered_at = greatest(b.last_answered_at, a.last_answered_at)
  FROM unnest($15::int[], $16::text[], $17::text[], $18::int[]) AS w (market_id, source, answered, unnamed)
  LEFT JOIN added a ON a.market_id = w.market_id AND a.source = w.source
  WHERE b.market_id = w.market_id AND b.source = w.source
  RETURNING b.market_id AS "marketId", b.source, coalesce(a.narrower, false) AS narrower`;

/** Writes days and adds to their books what is new of them; the books are locked (`lockBooks`). */
export async function writeCounts(
  client: Transaction,
  days: readonly CountedRow[],
  books: readonly WrittenBook[],
): Promise<void> {
  const leaves = new Blob();
  for (const { leaf } of days) leaves.add(leaf);
  const { rows } = await client.query<BookKey & { readonly narrower: boolean }>(WRITE, [
    ...dayColumns(days),
    days.map((one) => one.answeredMinutes),
    days.map((one) => one.candles),
    days.map((one) => one.traded),
    days.map((one) => one.noTrade),
    days.map((one) => one.moved),
    days.map((one) => one.setAside),
    days.map((one) => one.quarantined),
    days.map((one) => one.revised ?? null),
    days.map((one) => instantText(one.firstAnsweredMs)),
    days.map((one) => instantText(one.lastAnsweredMs)),
    leaves.bytes(),
    ...bookColumns(books),
    books.map(({ answered }) => multirangeText(answered)),
    books.map(({ unnamed }) => unnamed),
    days.map(({ rowVersion }) => rowVersion),
  ]);
  await widenTimes(
    client,
    rows.filter(({ narrower }) => narrower),
  );
}

/** An answer that came late, and was asked earlier, moved a minute's time: the books' are looked up anew. */
async function widenTimes(client: Transaction, books: readonly BookKey[]): Promise<void> {
  if (books.length === 0) return;
  await client.query(
    `UPDATE stored_book b SET first_answered_at = d.first, last_answered_at = d.last
     FROM unnest($1::int[], $2::text[]) AS w (market_id, source)
     CROSS JOIN LATERAL (
       SELECT min(first_answered_at) AS first, max(last_answered_at) AS last FROM stored_day s WHERE s.market_id = w.market_id AND s.source = w.source
     ) AS d
     WHERE b.market_id = w.market_id AND b.source = w.source`,
    bookColumns(books),
  );
}

/** Counts a write of the days that this transaction has not written yet: of what lies beside their candles. */
export async function touchDays(client: Transaction, spans: readonly DaySpan[]): Promise<void> {
  if (spans.length === 0) return;
  await client.query(
    `UPDATE stored_day d SET version = d.version + 1, changed = pg_current_xact_id()
     FROM (SELECT DISTINCT market_id, source, first_day, last_day FROM unnest($1::int[], $2::text[], $3::int[], $4::int[]) AS w (market_id, source, first_day, last_day)) AS w
     WHERE d.market_id = w.market_id AND d.source = w.source AND d.day BETWEEN w.first_day AND w.last_day AND d.changed <> pg_current_xact_id()`,
    [...bookColumns(spans), spans.map(({ first }) => first), spans.map(({ last }) => last)],
  );
}
