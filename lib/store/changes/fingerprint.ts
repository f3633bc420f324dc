import { createHash } from 'node:crypto';
import type { Readable } from '../connection/client';
import type { Rests } from '../connection/reading';
import { IDENTITY } from '../dataset/identity';

/**
 * A line a book and span of days that was read: whether the book is there, its writes of no single day, its days there and the sum of their
 * versions (which only grow, and with every write). And a line a book that was not read, where it would have been seen: every book of an asset whose books
 * were looked at, those without a day among them; every one of an asset that was not in the list of them; every one there is.
 */
const STATEMENT = `
  WITH read AS (
    SELECT DISTINCT m.id, r.source, r.first, r.last
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[]) AS r (venue, base, quote, kind, source, first, last)
    JOIN market m USING (venue, base, quote, kind)
  ), line AS (
    SELECT r.id, r.source, r.first, r.last, concat_ws(' ', 'days', b.whole_version, d.days, d.versions, d.changed) AS versions
    FROM read r JOIN stored_book b ON b.market_id = r.id AND b.source = r.source
    CROSS JOIN LATERAL (
      SELECT count(*) AS days, sum(version) AS versions, max(changed::text::bigint) AS changed
      FROM stored_day s WHERE s.market_id = b.market_id AND s.source = b.source AND s.day BETWEEN r.first AND r.last
    ) AS d
    UNION ALL
    SELECT b.market_id, b.source, NULL, NULL, concat_ws(' ', 'book', b.version, b.changed)
    FROM stored_book b JOIN market m ON m.id = b.market_id
    WHERE $8::bool
      OR (m.base = ANY($9::text[]) AND NOT EXISTS (SELECT FROM read r WHERE r.id = b.market_id AND r.source = b.source))
      OR m.base <> ALL($10::text[])
  )
  SELECT ${IDENTITY} AS identity,
    (SELECT string_agg(concat_ws(' ', id, source, first, last, versions), E'\\n' ORDER BY id, source, first, last, versions) FROM line) AS lines`;

/**
 * The versions of what an answer rests on, and whose they are, as 64 hex digits: of one moment, and others once anything was written that makes
 * the answer stale (what `isTouchedBy` of a change says). Of answers that outlast the process.
 */
export async function fingerprintOf(db: Readable, { everything, listed, bases, books }: Rests): Promise<string> {
  const { rows } = await db.query<{ readonly identity: string; readonly lines: string | null }>(STATEMENT, [
    books.map(({ market }) => market.venue),
    books.map(({ market }) => market.base),
    books.map(({ market }) => market.quote),
    books.map(({ market }) => market.kind),
    books.map(({ source }) => source),
    books.map(({ first }) => first),
    books.map(({ last }) => last),
    everything,
    bases,
    listed ?? null,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not say which versions it has');
  return createHash('sha256')
    .update(`${row.identity}\n${row.lines ?? ''}`)
    .digest('hex');
}
