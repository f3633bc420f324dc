import type { Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';

/** What a venue answered in a window. */
export interface AnsweredVenue {
  readonly venue: Venue;
  /** Assets of which it answered at least a minute. */
  readonly assets: number;
  /** Σ over those assets: minutes answered by any of its markets and sources, traded or not, each minute of an asset once. */
  readonly minutes: number;
}

/** Every venue that answered anything of the window, by name: from what is counted of the stored days, without a look at them. (Of whole multiranges Postgres 14 makes no union.) */
export async function answeredByVenue(db: Readable, { from, to }: MinuteRange): Promise<readonly AnsweredVenue[]> {
  const { rows } = await db.query<AnsweredVenue>(
    `WITH of_asset AS (
       SELECT m.venue, m.base, range_agg(span) AS answered
       FROM stored_book b JOIN market m ON m.id = b.market_id
       CROSS JOIN LATERAL unnest(b.answered * int4multirange(int4range($1, $2))) AS span
       WHERE b.answered && int4range($1, $2) GROUP BY m.venue, m.base
     )
     SELECT venue, count(*)::int AS assets,
       sum((SELECT sum(upper(part) - lower(part)) FROM unnest(answered) AS part))::float8 AS minutes
     FROM of_asset GROUP BY venue ORDER BY venue COLLATE "C"`,
    [from, to],
  );
  return rows;
}
