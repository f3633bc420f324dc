import { CANDLE_FIELDS, type CandleField, type CandleValues } from '../../domain/candle';
import { grouped } from '../../domain/grouped';
import { formatInstant, type Instant } from '../../domain/instant';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';
import { COLUMNS, marketIdsOf } from '../days/dayRows';
import { cellOf, saidInCells } from '../days/saidCells';
import type { Change } from '../merge/book';

/** A range of one market and source. */
export interface BookRange {
  readonly marketId: number;
  readonly source: string;
  readonly range: MinuteRange;
}

/** A change of one market and source. */
export interface BookChange {
  readonly marketId: number;
  readonly source: string;
  readonly change: Change;
}

type Side = 'before' | 'after';
const column = (field: CandleField, side: Side): string => `${COLUMNS[field]}_${side}`;
const VALUE_COLUMNS = (['before', 'after'] as const).flatMap((side) =>
  CANDLE_FIELDS.map((field) => column(field, side)),
);

interface RevisionRow extends Readonly<Record<string, unknown>> {
  readonly market_id: number;
  readonly source: string;
  readonly minute: Minute;
  readonly first_seen: Date;
  readonly seen_again: Date;
}

/** A side without an open price is "no candle". */
const valuesOf = (row: RevisionRow, side: Side): CandleValues => saidInCells((field) => row[column(field, side)]);

const changeOf = (row: RevisionRow): BookChange => ({
  marketId: row.market_id,
  source: row.source,
  change: {
    minute: row.minute,
    firstSeenMs: row.first_seen.getTime(),
    seenAgainMs: row.seen_again.getTime(),
    before: valuesOf(row, 'before'),
    after: valuesOf(row, 'after'),
  },
});

/** The changes inside the ranges, those of a minute oldest first: each once. */
export async function readChanges(db: Readable, ranges: readonly BookRange[]): Promise<readonly BookChange[]> {
  const { rows } = await db.query<RevisionRow>(
    `SELECT DISTINCT r.* FROM unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[]) AS wanted (market_id, source, from_minute, to_minute)
     JOIN revision r ON r.market_id = wanted.market_id AND r.source = wanted.source
       AND r.minute >= wanted.from_minute AND r.minute < wanted.to_minute
     WHERE r.market_id = ANY($5::int[])
     ORDER BY r.id`,
    [
      ranges.map(({ marketId }) => marketId),
      ranges.map(({ source }) => source),
      ranges.map(({ range }) => range.from),
      ranges.map(({ range }) => range.to),
      marketIdsOf(ranges),
    ],
  );
  return rows.map(changeOf);
}

export interface NewestOptions {
  /** At most this many, the newest recorded; undefined: all. */
  readonly limit: number | undefined;
  /** Leaves out what was seen after it. */
  readonly asOf: Instant | undefined;
}

/** The changes of the markets inside the range, oldest recorded first. */
export async function readNewestChanges(
  db: Readable,
  marketIds: readonly number[],
  range: MinuteRange,
  { limit, asOf }: NewestOptions,
): Promise<readonly BookChange[]> {
  const { rows } = await db.query<RevisionRow>(
    `SELECT * FROM (
       SELECT * FROM revision WHERE market_id = ANY($1::int[]) AND minute >= $2::bigint AND minute < $3::bigint AND ($5::timestamptz IS NULL OR seen_again <= $5)
       ORDER BY id DESC LIMIT $4::bigint
     ) AS newest ORDER BY id`,
    [marketIds, range.from, range.to, limit ?? null, asOf === undefined ? null : formatInstant(asOf)],
  );
  return rows.map(changeOf);
}

/** A minute of one market and source. */
export interface BookMinute {
  readonly marketId: number;
  readonly source: string;
  readonly minute: Minute;
}

/** Takes away every change of the minutes: they are written anew, with one more among them. */
export async function deleteChanges(client: Transaction, minutes: readonly BookMinute[]): Promise<void> {
  for (const [marketId, own] of [...grouped(minutes, (one) => one.marketId)].sort(([a], [b]) => a - b))
    await client.query(
      `DELETE FROM revision r USING unnest($2::text[], $3::int[]) AS gone (source, minute)
       WHERE r.market_id = $1 AND r.source = gone.source AND r.minute = gone.minute`,
      [marketId, own.map(({ source }) => source), own.map(({ minute }) => minute)],
    );
}

/** Appends changes in the order given. */
export async function insertChanges(client: Transaction, changes: readonly BookChange[]): Promise<void> {
  if (changes.length === 0) return;
  const numbers = VALUE_COLUMNS.map((_, i) => `$${String(i + 6)}::float8[]`);
  await client.query(
    `INSERT INTO revision (market_id, source, minute, first_seen, seen_again, ${VALUE_COLUMNS.join(', ')})
     SELECT market_id, source, minute, first_seen, seen_again, ${VALUE_COLUMNS.join(', ')}
     FROM unnest($1::int[], $2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[], ${numbers.join(', ')}) WITH ORDINALITY
       AS fresh (market_id, source, minute, first_seen, seen_again, ${VALUE_COLUMNS.join(', ')}, place)
     ORDER BY place`,
    [
      changes.map(({ marketId }) => marketId),
      changes.map(({ source }) => source),
      changes.map(({ change }) => change.minute),
      changes.map(({ change }) => new Date(change.firstSeenMs).toISOString()),
      changes.map(({ change }) => new Date(change.seenAgainMs).toISOString()),
      ...(['before', 'after'] as const).flatMap((side) =>
        CANDLE_FIELDS.map((field) => changes.map(({ change }) => cellOf(change[side], field))),
      ),
    ],
  );
}
