import { instant, type Instant } from '../../domain/instant';
import { MINUTES_PER_DAY } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { ReadBook } from '../connection/reading';
import { readAnswered, type DayKey, type DaySpan } from '../days/dayRows';
import { bookColumns } from '../markets';
import { answeredRanges } from './decode';

/** The days of a stored book. */
interface ReadSpan extends DaySpan {
  /** When a minute of a day was last answered for the first time, of the days on which that was so by then; ms since 1970, null: of none. */
  readonly ms: number | null;
}

/**
 * When what is stored of some days of some books became what it is: the newest instant at which a minute of them was first answered, answered
 * otherwise (a revision), or had a row set aside; up to `asOf`, where one is given. An answer that changed nothing leaves no time behind.
 * undefined: nothing is stored of them.
 */
export async function lastModified(
  db: Readable,
  books: readonly ReadBook[],
  asOf?: Instant,
): Promise<Instant | undefined> {
  const until = asOf === undefined ? 'infinity' : new Date(asOf).toISOString();
  const spans = await readSpans(db, books, until);
  const times = [
    ...spans.map(({ ms }) => ms ?? -Infinity),
    await besideCandles(db, spans, until),
    asOf === undefined ? -Infinity : await answeredBefore(db, spans, asOf),
  ];
  const newest = times.reduce((a, b) => Math.max(a, b), -Infinity);
  return newest === -Infinity ? undefined : instant(Math.ceil(newest));
}

async function readSpans(db: Readable, books: readonly ReadBook[], until: string): Promise<readonly ReadSpan[]> {
  const { rows } = await db.query<ReadSpan>(
    `SELECT m.id AS "marketId", r.source, r.first::float8, r.last::float8, (extract(epoch FROM max(d.last_answered_at)) * 1000)::float8 AS ms
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[]) AS r (venue, base, quote, kind, source, first, last)
     JOIN market m USING (venue, base, quote, kind)
     LEFT JOIN stored_day d ON d.market_id = m.id AND d.source = r.source AND d.day BETWEEN r.first AND r.last AND d.last_answered_at <= $8::timestamptz
     GROUP BY m.id, r.source, r.first, r.last`,
    [...bookColumns(books), books.map(({ first }) => first), books.map(({ last }) => last), until],
  );
  return rows;
}

/** Of revisions and of rows set aside; ms since 1970, -Infinity: there are none. */
async function besideCandles(db: Readable, spans: readonly ReadSpan[], until: string): Promise<number> {
  if (spans.length === 0) return -Infinity;
  const minutes = 'unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS r (market_id, source, first, last)';
  const { rows } = await db.query<{ readonly ms: number | null }>(
    `SELECT (extract(epoch FROM max(v.seen_again)) * 1000)::float8 AS ms FROM ${minutes}
     JOIN revision v ON v.market_id = r.market_id AND v.source = r.source AND v.minute >= r.first AND v.minute < r.last
     WHERE v.market_id = ANY($1::int[]) AND v.seen_again <= $5::timestamptz
     UNION ALL
     SELECT (extract(epoch FROM max(q.seen_at)) * 1000)::float8 FROM ${minutes}
     JOIN quarantine q ON q.market_id = r.market_id AND q.source = r.source AND q.minute >= r.first AND q.minute < r.last
     WHERE q.market_id = ANY($1::int[]) AND q.seen_at <= $5::timestamptz`,
    [
      spans.map(({ marketId }) => marketId),
      spans.map(({ source }) => source),
      spans.map(({ first }) => first * MINUTES_PER_DAY),
      spans.map(({ last }) => (last + 1) * MINUTES_PER_DAY),
      until,
    ],
  );
  return Math.max(...rows.map(({ ms }) => ms ?? -Infinity));
}

/** Of days answered both before and after the instant: the newest time before it, which their candles' own times tell. */
async function answeredBefore(db: Readable, spans: readonly ReadSpan[], asOf: Instant): Promise<number> {
  const { rows: split } = await db.query<DayKey>(
    `SELECT DISTINCT s.market_id AS "marketId", s.source, s.day
     FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS r (market_id, source, first, last)
     JOIN stored_day s ON s.market_id = r.market_id AND s.source = r.source AND s.day BETWEEN r.first AND r.last
       AND s.first_answered_at <= $5::timestamptz AND s.last_answered_at > $5::timestamptz`,
    [
      spans.map(({ marketId }) => marketId),
      spans.map(({ source }) => source),
      spans.map(({ first }) => first),
      spans.map(({ last }) => last),
      new Date(asOf).toISOString(),
    ],
  );
  if (split.length === 0) return -Infinity;
  const days = await readAnswered(
    db,
    split.map(({ day, ...book }) => ({ ...book, first: day, last: day })),
  );
  let newest = -Infinity;
  for (const { day, answeredAt } of days)
    for (const { atMs } of answeredRanges(day, answeredAt)) if (atMs <= asOf && atMs > newest) newest = atMs;
  return newest;
}
