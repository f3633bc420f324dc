import type { Venue } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import type { Readable } from '../connection/client';

/** What is stored of a venue, over all its markets and sources. */
export interface VenueFigures {
  readonly venue: Venue;
  /** Markets and sources of which a minute was answered. */
  readonly books: number;
  /** Of these, whose newest answered minute is among the last ten up to the venue's newest. */
  readonly currentBooks: number;
  /** The end of the newest answered minute, a candle or not; null: none was. */
  readonly newestEnd: Minute | null;
  /** Σ over books. */
  readonly answeredMinutes: number;
  /** Σ over books: minutes between the first and the last answered one that were never answered. */
  readonly gapMinutes: number;
  /** Σ over books: minutes whose answer changed. */
  readonly revisedMinutes: number;
  /** Σ over books: rows set aside. */
  readonly quarantinedRows: number;
}

const CURRENT_MINUTES = 10;

/** Every venue of which something is stored, by name, from what is counted of the books; a row a book is read, and no day. */
export async function venueFigures(db: Readable): Promise<readonly VenueFigures[]> {
  const { rows } = await db.query<VenueFigures>(
    `WITH of_book AS (
       SELECT m.venue, b.answered_minutes, b.revised, b.quarantined, lower(b.answered) AS begins, upper(b.answered) AS ends,
         max(upper(b.answered)) OVER (PARTITION BY m.venue) AS newest
       FROM stored_book b JOIN market m ON m.id = b.market_id
     )
     SELECT venue, count(ends)::int AS books, count(*) FILTER (WHERE ends > newest - $1::int)::int AS "currentBooks", max(ends) AS "newestEnd",
       sum(answered_minutes)::float8 AS "answeredMinutes",
       coalesce(sum(ends - begins - answered_minutes), 0)::float8 AS "gapMinutes", sum(revised)::float8 AS "revisedMinutes",
       sum(quarantined)::float8 AS "quarantinedRows"
     FROM of_book GROUP BY venue ORDER BY venue COLLATE "C"`,
    [CURRENT_MINUTES],
  );
  return rows;
}
