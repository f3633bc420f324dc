import { isComputed, type Kind } from '../../domain/market';
import { dayOf, union, type Day, type MinuteRange } from '../../domain/minute';
import type { Readable } from '../connection/client';
import { countDay, type AsideMinute, type CountedDay } from '../days/dayCounts';
import type { EncodedDay } from '../days/dayRows';
import type { BookKey } from './bookTable';

/** A day of a book, counted from everything stored of it. */
export interface FullDay extends CountedDay {
  readonly quarantined: number;
  readonly revised: number;
}

/** A book, counted likewise. */
export interface FullBook {
  readonly days: readonly FullDay[];
  /** Sorted, disjoint. */
  readonly answered: readonly MinuteRange[];
  /** Rows in quarantine that name no minute. */
  readonly unnamed: number;
}

type DayRow = EncodedDay & { readonly day: Day };

const UNSTORED: EncodedDay = {
  open: null,
  high: null,
  low: null,
  close: null,
  base_volume: null,
  quote_volume: null,
  trades: null,
  answered_at: null,
};

/** So many days are read at once: a book of many years would fill the memory. */
const DAYS_AT_ONCE = 64;

/** The days of the book in which something is stored: candles, rows in quarantine or revisions. */
async function daysOf(client: Readable, { marketId, source }: BookKey): Promise<readonly Day[]> {
  const { rows } = await client.query<{ readonly day: Day }>(
    `SELECT day FROM market_day WHERE market_id = $1 AND source = $2
     UNION SELECT minute / 1440 FROM quarantine WHERE market_id = $1 AND source = $2 AND minute IS NOT NULL
     UNION SELECT minute / 1440 FROM revision WHERE market_id = $1 AND source = $2
     ORDER BY 1`,
    [marketId, source],
  );
  return rows.map(({ day }) => day);
}

/**
 * Counts a book by decoding every day of it, looking at neither stored_book nor stored_day: what these are held against, and what they are made anew from.
 * Where the book may be written meanwhile, the caller has locked it.
 */
export async function fullCount(client: Readable, book: BookKey, kind: Kind): Promise<FullBook> {
  const of = [book.marketId, book.source];
  const aside = await client.query<AsideMinute>(
    `SELECT minute, (extract(epoch FROM max(seen_at)) * 1000)::float8 AS "seenMs" FROM quarantine
     WHERE market_id = $1 AND source = $2 AND minute IS NOT NULL GROUP BY minute`,
    of,
  );
  const marks = await client.query<{
    readonly day: Day | null;
    readonly quarantined: number;
    readonly revised: number;
  }>(
    `SELECT day, sum(quarantined)::int AS quarantined, sum(revised)::int AS revised FROM (
       SELECT minute / 1440 AS day, count(*) AS quarantined, 0 AS revised FROM quarantine WHERE market_id = $1 AND source = $2 GROUP BY 1
       UNION ALL SELECT minute / 1440, 0, count(DISTINCT minute) FROM revision WHERE market_id = $1 AND source = $2 GROUP BY 1
     ) AS mark GROUP BY day`,
    of,
  );
  const marksOf = new Map(marks.rows.map((mark) => [mark.day, mark]));
  const all = await daysOf(client, book);
  const days: FullDay[] = [];
  for (let first = 0; first < all.length; first += DAYS_AT_ONCE) {
    const some = all.slice(first, first + DAYS_AT_ONCE);
    const { rows } = await client.query<DayRow>(
      `SELECT day, open, high, low, close, base_volume, quote_volume, trades, answered_at FROM market_day
       WHERE market_id = $1 AND source = $2 AND day = ANY($3::int[])`,
      [...of, some],
    );
    const stored = new Map(rows.map((row) => [row.day, row]));
    for (const day of some) {
      const mark = marksOf.get(day);
      days.push({
        ...countDay(
          day,
          stored.get(day) ?? UNSTORED,
          aside.rows.filter(({ minute }) => dayOf(minute) === day),
          isComputed(kind),
        ),
        quarantined: mark === undefined ? 0 : mark.quarantined,
        revised: mark === undefined ? 0 : mark.revised,
      });
    }
  }
  const unnamed = marksOf.get(null);
  return {
    days,
    answered: union(days.flatMap(({ answered }) => answered)),
    unnamed: unnamed === undefined ? 0 : unnamed.quarantined,
  };
}
