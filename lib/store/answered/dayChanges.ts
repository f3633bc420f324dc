import { instant, type Instant } from '../../domain/instant';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Wanted } from '../days/candles';
import { bookColumns } from '../markets';
import { answeredRanges } from './decode';

/** When what is stored of one UTC day of a book changed. */
export interface DayChange {
  /** The position in the list of what is wanted. */
  readonly place: number;
  readonly day: Day;
  readonly at: Instant;
}

/**
 * Every instant at which what is stored of a day of the books in a range became what it is: an answer, a revision, a row set aside. The newest first;
 * between two of them nothing changed.
 */
export async function dayChanges(
  db: Readable,
  wanted: readonly Wanted[],
  range: MinuteRange,
): Promise<readonly DayChange[]> {
  const { rows } = await db.query<{
    readonly place: number;
    readonly day: Day | null;
    readonly minute: Minute | null;
    readonly answered_at: Buffer | null;
    readonly ms: number | null;
  }>(
    `WITH wanted AS MATERIALIZED (
       SELECT m.id, w.source, w.place::int - 1 AS place
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w (venue, base, quote, kind, source, place)
       JOIN market m USING (venue, base, quote, kind)
     )
     SELECT w.place, d.day, NULL::int AS minute, d.answered_at, NULL::float8 AS ms
     FROM wanted w JOIN market_day d ON d.market_id = w.id AND d.source = w.source AND d.day BETWEEN $6 AND $7
     UNION ALL
     SELECT w.place, NULL, r.minute, NULL, (extract(epoch FROM r.seen_again) * 1000)::float8
     FROM wanted w JOIN revision r ON r.market_id = w.id AND r.source = w.source AND r.minute >= $8 AND r.minute < $9
     UNION ALL
     SELECT w.place, NULL, q.minute, NULL, (extract(epoch FROM q.seen_at) * 1000)::float8
     FROM wanted w JOIN quarantine q ON q.market_id = w.id AND q.source = w.source AND q.minute >= $8 AND q.minute < $9`,
    [...bookColumns(wanted), dayOf(range.from), dayOf((range.to - 1) as Minute), range.from, range.to],
  );
  const changes = rows.flatMap(({ place, day, minute, answered_at, ms }): readonly DayChange[] => {
    if (ms !== null && minute !== null) return [{ place, day: dayOf(minute), at: instant(Math.ceil(ms)) }];
    if (day === null) return [];
    const times = answeredRanges(day, answered_at).map(({ atMs }) => Math.ceil(atMs));
    return [...new Set(times)].map((at) => ({ place, day, at: instant(at) }));
  });
  return changes.sort((a, b) => b.at - a.at);
}
