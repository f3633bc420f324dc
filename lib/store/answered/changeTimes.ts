import { instant, type Instant } from '../../domain/instant';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Wanted } from '../days/candles';
import { marketColumns } from '../markets';
import { answeredRanges } from './decode';

/**
 * Every instant at which what is stored of the books in a range became what it is: an answer, a revision, a row set aside. Each once, the
 * newest first. Between two of them nothing changed.
 */
export async function changeTimes(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
): Promise<readonly Instant[]> {
  const { rows } = await db.query<{
    readonly day: Day | null;
    readonly answered_at: Buffer | null;
    readonly ms: number | null;
  }>(
    `WITH wanted AS MATERIALIZED (
       SELECT m.id, w.source FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS w (venue, base, quote, kind, source)
       JOIN market m USING (venue, base, quote, kind)
     )
     SELECT d.day, d.answered_at, NULL::float8 AS ms
     FROM wanted w JOIN market_day d ON d.market_id = w.id AND d.source = w.source AND d.day BETWEEN $6 AND $7
     UNION ALL
     SELECT NULL, NULL, (extract(epoch FROM r.seen_again) * 1000)::float8
     FROM wanted w JOIN revision r ON r.market_id = w.id AND r.source = w.source AND r.minute >= $8 AND r.minute < $9
     UNION ALL
     SELECT NULL, NULL, (extract(epoch FROM q.seen_at) * 1000)::float8
     FROM wanted w JOIN quarantine q ON q.market_id = w.id AND q.source = w.source AND q.minute >= $8 AND q.minute < $9`,
    [
      ...marketColumns(wanted.map(({ market }) => market)),
      wanted.map(({ source }) => source),
      dayOf(range.from),
      dayOf((range.to - 1) as Minute),
      range.from,
      range.to,
    ],
  );
  const times = rows.flatMap(({ day, answered_at, ms }) => {
    if (ms !== null) return [ms];
    return day === null ? [] : answeredRanges(day, answered_at).map(({ atMs }) => atMs);
  });
  return [...new Set(times.map(Math.ceil))].sort((a, b) => b - a).map(instant);
}
