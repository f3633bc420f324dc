import type { CandleColumns } from '../../domain/candle';
import { instant, type Instant } from '../../domain/instant';
import { wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import { dayChanges } from '../../store/answered/dayChanges';
import type { Readable } from '../../store/connection/client';
import { candlesOf, type Wanted } from '../../store/days/candles';

export interface MostEarlier {
  readonly states: number;
  readonly days: number;
}
/**
 * So many earlier states are looked at, the newest first, and so many days of books are read for them: what a follower adds each minute is not gone
 * through for ever.
 */
export const MOST_EARLIER: MostEarlier = { states: 2_000, days: 4_000 };

/** A whole day of a book as it was in an earlier state. */
export interface EarlierDay {
  /** The position in the list of books. */
  readonly place: number;
  readonly day: Day;
  readonly candles: CandleColumns;
}

/** What was stored up to the next change. */
export interface Earlier {
  /** The last instant as of which it was so. */
  readonly asOf: Instant;
  /** The days that are others in the next newer state, by day; none where only the list of books is another. */
  readonly days: readonly EarlierDay[];
  /** Of all that is looked at, up to this one: 0 to 1. */
  readonly share: number;
}

interface Options {
  /** Later states are passed over; undefined: none are. */
  readonly until?: Instant | undefined;
  /** Instants at which something changed beside the candles. */
  readonly also?: readonly Instant[];
  readonly most?: MostEarlier;
}

/** Every earlier state of books in a window, the newest first; at the end, whether there were more than are looked at. */
export async function* earlierDays(
  snapshot: Readable,
  books: readonly Wanted[],
  window: MinuteRange,
  { until, also = [], most = MOST_EARLIER }: Options = {},
): AsyncGenerator<Earlier, { readonly isCut: boolean }, undefined> {
  const isKnown = (at: Instant): boolean => until === undefined || at <= until;
  const changes = (await dayChanges(snapshot, books, window)).filter(({ at }) => isKnown(at));
  const times = [...new Set([...changes.map(({ at }) => at), ...also.filter(isKnown)])].sort((a, b) => b - a);
  let [next, days] = [0, 0];
  for (const [i, time] of times.entries()) {
    const asOf = instant(time - 1);
    const changed = new Map<Day, number[]>();
    for (; changes[next]?.at === time; next += 1) {
      const { place, day } = changes[next] as (typeof changes)[number];
      changed.set(day, [...(changed.get(day) ?? []), place]);
      days += 1;
    }
    if (i >= most.states || days > most.days) return { isCut: true };
    const earlier: EarlierDay[] = [];
    for (const [day, places] of [...changed].sort(([one], [other]) => one - other)) {
      const wanted = places.map((place) => books[place] as Wanted);
      const columns = await candlesOf(snapshot, wanted, wholeDay(day), { asOf });
      earlier.push(...columns.map((candles, j): EarlierDay => ({ place: places[j] as number, day, candles })));
    }
    yield { asOf, days: earlier, share: (i + 1) / Math.min(times.length, most.states) };
  }
  return { isCut: false };
}
