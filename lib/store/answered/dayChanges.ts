import { instant, type Instant } from '../../domain/instant';
import { dayOf, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import type { Wanted } from '../days/candles';
import { namedBooks } from '../markets';
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
  const { head, wanted: named, given, values } = await namedBooks(db, wanted, 5);
  const { rows } = await db.query<{
    readonly place: number;
    readonly day: Day | null;
    readonly minute: Minute | null;
    readonly answered_at: Buffer | null;
    readonly ms: number | null;
  }>(
    `${head}
     SELECT wanted.place - 1 AS place, d.day, NULL::int AS minute, d.answered_at, NULL::float8 AS ms
     FROM ${named} AS wanted (id, source, place) JOIN market_day d ON d.market_id = wanted.id AND d.source = wanted.source AND d.day BETWEEN $1 AND $2
     WHERE ${given('d')}
     UNION ALL
     SELECT wanted.place - 1, NULL, r.minute, NULL, (extract(epoch FROM r.seen_again) * 1000)::float8
     FROM ${named} AS wanted (id, source, place) JOIN revision r ON r.market_id = wanted.id AND r.source = wanted.source AND r.minute >= $3 AND r.minute < $4
     WHERE ${given('r')}
     UNION ALL
     SELECT wanted.place - 1, NULL, q.minute, NULL, (extract(epoch FROM q.seen_at) * 1000)::float8
     FROM ${named} AS wanted (id, source, place) JOIN quarantine q ON q.market_id = wanted.id AND q.source = wanted.source AND q.minute >= $3 AND q.minute < $4
     WHERE ${given('q')}`,
    [dayOf(range.from), dayOf((range.to - 1) as Minute), range.from, range.to, ...values],
  );
  const changes = rows.flatMap(({ place, day, minute, answered_at, ms }): readonly DayChange[] => {
    if (ms !== null && minute !== null) return [{ place, day: dayOf(minute), at: instant(Math.ceil(ms)) }];
    if (day === null) return [];
    const times = answeredRanges(day, answered_at).map(({ atMs }) => Math.ceil(atMs));
    return [...new Set(times)].map((at) => ({ place, day, at: instant(at) }));
  });
  return changes.sort((a, b) => b.at - a.at);
}
