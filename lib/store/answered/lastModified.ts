import { instant, type Instant } from '../../domain/instant';
import { MINUTES_PER_DAY, type Day } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { ReadBook } from '../connection/reading';
import { marketColumns } from '../markets';
import { answeredRanges } from './decode';

const READ = `
  WITH read AS MATERIALIZED (
    SELECT DISTINCT m.id, r.source, r.first, r.last
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[]) AS r (venue, base, quote, kind, source, first, last)
    JOIN market m USING (venue, base, quote, kind)
  )`;

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
  const read = [
    ...marketColumns(books.map(({ market }) => market)),
    books.map(({ source }) => source),
    books.map(({ first }) => first),
    books.map(({ last }) => last),
  ];
  const until = asOf === undefined ? 'infinity' : new Date(asOf).toISOString();
  const { rows } = await db.query<{ readonly ms: number | null }>(
    `${READ}
     SELECT (extract(epoch FROM max(at)) * 1000)::float8 AS ms FROM (
       SELECT max(d.last_answered_at) AS at FROM read r
       JOIN stored_day d ON d.market_id = r.id AND d.source = r.source AND d.day BETWEEN r.first AND r.last AND d.last_answered_at <= $8::timestamptz
       UNION ALL
       SELECT max(v.seen_again) FROM read r
       JOIN revision v ON v.market_id = r.id AND v.source = r.source AND v.minute >= r.first * $9 AND v.minute < (r.last + 1) * $9 AND v.seen_again <= $8::timestamptz
       UNION ALL
       SELECT max(q.seen_at) FROM read r
       JOIN quarantine q ON q.market_id = r.id AND q.source = r.source AND q.minute >= r.first * $9 AND q.minute < (r.last + 1) * $9 AND q.seen_at <= $8::timestamptz
     ) AS times`,
    [...read, until, MINUTES_PER_DAY],
  );
  const times = [rows[0]?.ms ?? -Infinity, asOf === undefined ? -Infinity : await answeredBefore(db, read, asOf)];
  const newest = Math.max(...times);
  return newest === -Infinity ? undefined : instant(Math.ceil(newest));
}

/** Of days answered both before and after the instant: the newest time before it, which their candles' own times tell. */
async function answeredBefore(db: Readable, read: readonly unknown[], asOf: Instant): Promise<number> {
  const { rows } = await db.query<{ readonly day: Day; readonly answered_at: Buffer | null }>(
    `${READ}
     SELECT d.day, d.answered_at FROM read r
     JOIN stored_day s ON s.market_id = r.id AND s.source = r.source AND s.day BETWEEN r.first AND r.last
       AND s.first_answered_at <= $8::timestamptz AND s.last_answered_at > $8::timestamptz
     JOIN market_day d ON d.market_id = s.market_id AND d.source = s.source AND d.day = s.day`,
    [...read, new Date(asOf).toISOString()],
  );
  let newest = -Infinity;
  for (const { day, answered_at } of rows)
    for (const { atMs } of answeredRanges(day, answered_at)) if (atMs <= asOf && atMs > newest) newest = atMs;
  return newest;
}
