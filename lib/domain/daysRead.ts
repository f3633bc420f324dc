import { RATE_MARGIN } from './method';
import { clampedMinute, MINUTES_PER_DAY, wholeDays, type MinuteRange } from './minute';
import type { Question } from './question';

/** The whole UTC days an analysis reads. */
export interface DaysRead {
  /** Of the asset's markets, and of what it wraps: the window's days, and the one before where a ratio is taken from it. */
  readonly markets: MinuteRange;
  /** Of the books that lend legs: the same days and those that the smoothing of rates reaches. */
  readonly rates: MinuteRange;
}

/** Whatever is chosen, is chosen from whole UTC days (method, sections 2, 3 and 7). */
export function daysRead({ range, reference }: Pick<Question, 'range' | 'reference'>): DaysRead {
  const window = wholeDays(range);
  const markets =
    reference.kind === 'wrapped' ? { ...window, from: clampedMinute(window.from - MINUTES_PER_DAY) } : window;
  const asked = reference.kind === 'wrapped' ? markets : range;
  return {
    markets,
    rates: wholeDays({
      from: clampedMinute(asked.from - RATE_MARGIN),
      to: clampedMinute(range.to + RATE_MARGIN),
    }),
  };
}
