import { MOST_WINDOW_DAYS } from '@/lib/api/limits';
import { MINUTES_PER_DAY, minute, minuteRange, minutesIn, type Minute, type MinuteRange } from '@/lib/domain/minute';

/** `minutes` minutes with `centre` in their middle, not before 1970. */
export function around(centre: Minute, minutes: number): MinuteRange {
  const from = minute(Math.max(0, centre - Math.floor(minutes / 2)));
  return minuteRange(from, minute(from + minutes));
}

const MOST_MINUTES = MOST_WINDOW_DAYS * MINUTES_PER_DAY;

/** The window scaled about its middle: 0.5 zooms in, 2 zooms out. At least ten minutes: fewer show no course of events. */
export function scaled(range: MinuteRange, factor: number): MinuteRange {
  const minutes = Math.min(MOST_MINUTES, Math.max(10, Math.round(minutesIn(range) * factor)));
  return around(minute(Math.floor((range.from + range.to) / 2)), minutes);
}

/** The window moved by a share of its own length: −0.5 is half a window earlier. Stops at 1970. */
export function moved(range: MinuteRange, share: number): MinuteRange {
  const step = Math.round(minutesIn(range) * share);
  const from = minute(Math.max(0, range.from + step));
  return minuteRange(from, minute(from + minutesIn(range)));
}
