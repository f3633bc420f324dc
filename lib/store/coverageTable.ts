import type { ClientBase, Pool } from 'pg';
import type { Minute, MinuteRange } from '../domain/minute';
import type { CoverageRow } from './merge/coverageRows';

/** A range of one market and source. */
export interface BookRange {
  readonly marketId: number;
  readonly source: string;
  readonly range: MinuteRange;
}

/** A coverage row of one market and source. */
export interface BookCoverage {
  readonly marketId: number;
  readonly source: string;
  readonly row: CoverageRow;
}

export const rangeColumns = (ranges: readonly BookRange[]): [number[], string[], number[], number[]] => [
  ranges.map(({ marketId }) => marketId),
  ranges.map(({ source }) => source),
  ranges.map(({ range }) => range.from),
  ranges.map(({ range }) => range.to),
];

/** The answered rows that overlap or touch the ranges. */
export async function readCoverage(client: ClientBase | Pool, ranges: readonly BookRange[]): Promise<readonly BookCoverage[]> {
  const { rows } = await client.query<{ market_id: number; source: string; from_minute: Minute; to_minute: Minute; asked_at: Date }>(
    `SELECT DISTINCT c.market_id, c.source, c.from_minute, c.to_minute, c.asked_at
     FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS wanted (market_id, source, from_minute, to_minute)
     JOIN coverage c ON c.market_id = wanted.market_id AND c.source = wanted.source AND c.outcome = 'answered'
       AND c.from_minute <= wanted.to_minute AND c.to_minute >= wanted.from_minute`,
    rangeColumns(ranges),
  );
  return rows.map((row) => ({
    marketId: row.market_id,
    source: row.source,
    row: { from: row.from_minute, to: row.to_minute, askedAtMs: row.asked_at.getTime() },
  }));
}

/** Takes away rows that grew into others, exactly as they were read: one that another writer has grown meanwhile stays. */
export async function deleteCoverage(client: ClientBase, gone: readonly BookCoverage[]): Promise<void> {
  if (gone.length === 0) return;
  await client.query(
    `DELETE FROM coverage c USING unnest($1::int[], $2::text[], $3::int[], $4::int[]) AS gone (market_id, source, from_minute, to_minute)
     WHERE c.market_id = gone.market_id AND c.source = gone.source AND c.outcome = 'answered'
       AND c.from_minute = gone.from_minute AND c.to_minute = gone.to_minute`,
    rangeColumns(gone.map(({ marketId, source, row }) => ({ marketId, source, range: row }))),
  );
}

/**
 * Adds rows. Writers of different days of a market may each have grown the same neighbour: then rows overlap, or meet at
 * their start and the longer stays. Nothing answered is ever lost; readers take the union.
 */
export async function insertCoverage(client: ClientBase, fresh: readonly BookCoverage[]): Promise<void> {
  if (fresh.length === 0) return;
  await client.query(
    `INSERT INTO coverage (market_id, source, outcome, from_minute, to_minute, asked_at)
     SELECT market_id, source, 'answered', from_minute, to_minute, asked_at
     FROM unnest($1::int[], $2::text[], $3::int[], $4::int[], $5::timestamptz[]) AS fresh (market_id, source, from_minute, to_minute, asked_at)
     ORDER BY market_id, source, from_minute
     ON CONFLICT (market_id, source, outcome, from_minute) DO UPDATE
       SET to_minute = greatest(coverage.to_minute, excluded.to_minute), asked_at = greatest(coverage.asked_at, excluded.asked_at)`,
    [
      ...rangeColumns(fresh.map(({ marketId, source, row }) => ({ marketId, source, range: row }))),
      fresh.map(({ row }) => new Date(row.askedAtMs).toISOString()),
    ],
  );
}
