import type { Asset, Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { rangesOf } from '../books/multirange';
import type { Readable } from '../connection/client';

/** What is stored of an asset, over all its markets and sources. */
export interface StoredAsset {
  readonly asset: Asset;
  /** By code unit. Those of which nothing but failed requests or quarantined rows is stored are among them. */
  readonly venues: readonly Venue[];
  /** How many of them have a spot book. */
  readonly spotVenues: number;
  /** Minutes with a candle, zero-volume fillers included, of each market and source. */
  readonly candles: number;
  /** Sorted, disjoint; never empty. */
  readonly answered: readonly MinuteRange[];
}

/** The assets of which anything was answered, by code unit. Sums over the books inside the database: it answers with one row an asset. */
export async function storedAssets(db: Readable): Promise<readonly StoredAsset[]> {
  const { rows } = await db.query<{
    readonly asset: Asset;
    readonly venues: Venue[];
    readonly spot_venues: number;
    readonly candles: number;
    readonly answered: string;
  }>(
    `WITH venue AS (
       SELECT m.base, m.venue, bool_or(m.kind = 'spot') AS spot, sum(b.candles) AS candles
       FROM stored_book b JOIN market m ON m.id = b.market_id
       WHERE b.first_day IS NOT NULL OR b.quarantined > 0
          OR EXISTS (SELECT FROM coverage c WHERE c.market_id = b.market_id AND c.source = b.source)
       GROUP BY m.base, m.venue
     ), answered AS (
       SELECT base, range_agg(part) AS answered
       FROM (SELECT DISTINCT m.base, b.answered FROM stored_book b JOIN market m ON m.id = b.market_id) AS book, unnest(book.answered) AS part
       GROUP BY base
     )
     SELECT base AS asset, array_agg(venue ORDER BY venue COLLATE "C") AS venues, (count(*) FILTER (WHERE spot))::int AS spot_venues,
            sum(candles)::float8 AS candles, answered::text
     FROM venue JOIN answered USING (base) GROUP BY base, answered ORDER BY base COLLATE "C"`,
  );
  return rows.map(({ spot_venues: spotVenues, answered, ...row }) => ({
    ...row,
    spotVenues,
    answered: rangesOf(answered),
  }));
}
