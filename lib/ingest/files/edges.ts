import { epochMs, minuteAt, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Shape } from './shape';

/**
 * The first and the last minute of a trade file, where it may hold only a part of them: it begins and ends with a trade, not with a
 * minute. `covers`: what the file's name says that it holds. None where all its trades lie in that: a day of another zone than UTC
 * shows itself by a trade outside, and then the name says nothing of this day's minutes.
 */
export function edgesOf({ firstMs, lastMs }: Shape, covers: MinuteRange | undefined): readonly Minute[] {
  if (!Number.isFinite(firstMs)) return [];
  const [first, last] = [minuteAt(firstMs), minuteAt(lastMs)];
  const isWhole = covers !== undefined && firstMs >= epochMs(covers.from) && plus(last, 1) <= covers.to;
  return isWhole ? [] : [first, last];
}
