import { dayOf, type Minute, type MinuteRange } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import type { DaysAhead, WalkedDays } from '../../store/days/ahead/daysAhead';
import type { DecodingThread } from '../../store/days/ahead/decodingThread';

const threads = new WeakMap<Database, DecodingThread>();

/** From now on days of long windows over this database are decoded by the thread, ahead of those who measure them. */
export function decodeAheadOf(database: Database, thread: DecodingThread): void {
  threads.set(database, thread);
}

/** The shortest window that gains: eight days take as long as before, sixteen a tenth less (decision 17). */
export const FEWEST_DAYS_AHEAD = 15;

/** The UTC days that a range touches: the first, and how many. */
export function daysTouched({ from, to }: MinuteRange): Omit<WalkedDays, 'books'> {
  const first = dayOf(from);
  return { first, days: dayOf((to - 1) as Minute) - first + 1 };
}

/** A walk over the days of a window of so many books; undefined where they are decoded by whoever measures them. */
export function daysAheadOf(database: Database, range: MinuteRange, books: number): DaysAhead | undefined {
  const touched = daysTouched(range);
  return touched.days < FEWEST_DAYS_AHEAD ? undefined : threads.get(database)?.walk({ ...touched, books });
}
