import { legDayOf } from '../../analysis/rates/legDay';
import { fileOfLegDay } from './keptLegs';
import type { LegDaysAsked, LegsMade } from './legsThread';

/** What the legs of each day say, as its file; undefined where they cannot be made: whoever asked fails by them. */
export function legFilesOf({ books, days }: LegDaysAsked): LegsMade['files'] {
  try {
    return days.map(({ day, name, pairs }) => fileOfLegDay(name, legDayOf(books, day), pairs).buffer);
  } catch {
    return undefined;
  }
}
