import type { Asset } from '../../domain/market';
import type { Readable } from '../connection/client';
import { LISTED, listedMarkets } from '../markets';

/** What an asset's rows take as they are stored, in bytes, without indexes and what rows need beside their values. */
export interface AssetDiskUse {
  readonly asset: Asset;
  readonly candleBytes: number;
  /** Of the raw replies that are kept. */
  readonly replyBytes: number;
}

export interface DiskUse {
  /** Of the whole database on its server's disk, indexes included. */
  readonly databaseBytes: number;
  /** The largest first. */
  readonly assets: readonly AssetDiskUse[];
}

const COLUMNS = ['open', 'high', 'low', 'close', 'base_volume', 'quote_volume', 'trades', 'answered_at'];

/** Reads the length of every stored value: seconds where a year of many venues is stored. */
export async function diskUse(db: Readable): Promise<DiskUse> {
  const { rows } = await db.query<{ readonly asset: Asset; readonly candles: string; readonly replies: string }>(
    `SELECT m.base AS asset, sum(s.candles)::text AS candles, sum(s.replies)::text AS replies FROM ${LISTED} JOIN (
       SELECT market_id, sum(${COLUMNS.map((name) => `coalesce(pg_column_size(${name}), 0)`).join(' + ')}) AS candles, 0 AS replies
       FROM market_day GROUP BY market_id
       UNION ALL SELECT market_id, 0, sum(coalesce(pg_column_size(body), 0)) FROM reply GROUP BY market_id
     ) AS s ON s.market_id = m.id GROUP BY m.base
     ORDER BY sum(s.candles) + sum(s.replies) DESC, m.base COLLATE "C"`,
    await listedMarkets(db),
  );
  const size = await db.query<{ readonly bytes: string }>('SELECT pg_database_size(current_database())::text AS bytes');
  return {
    databaseBytes: Number(size.rows[0]?.bytes),
    assets: rows.map(({ asset, candles, replies }) => ({
      asset,
      candleBytes: Number(candles),
      replyBytes: Number(replies),
    })),
  };
}
