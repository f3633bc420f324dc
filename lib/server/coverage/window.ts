import type { Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import {
  MINUTES_PER_DAY,
  minute,
  minuteRange,
  overlap,
  parseRange,
  union,
  type MinuteRange,
} from '../../domain/minute';
import { answeredOf } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { noAssetProblem } from './coverage';
import { answer, type Outcome } from '../http/outcome';
import { promised } from '../../domain/unit';

/** The event this product starts with: the four hours in which it happened. */
export const EVENT_WINDOW: MinuteRange = promised(parseRange('2025-10-10T20:00Z', '2025-10-11T00:00Z'));

/**
 * The window an asset opens with where its address names none: the event's, where there is data of it; else the last
 * day with data. Chosen from the stored data alone, never from the clock; the address that opens then carries it.
 */
export function defaultWindow(answered: readonly MinuteRange[]): MinuteRange {
  if (answered.some((range) => overlap(range, EVENT_WINDOW) !== undefined)) return EVENT_WINDOW;
  const last = union(answered).at(-1);
  if (last === undefined) return EVENT_WINDOW;
  return minuteRange(minute(Math.max(last.from, last.to - MINUTES_PER_DAY)), last.to);
}

/** The default window of an asset with data (or with data then). */
export async function windowOf(
  context: Context,
  asset: Asset,
  asOf?: Instant,
): Promise<Outcome<{ range: MinuteRange }>> {
  const answered = await answeredOf(context.database, asset, { asOf });
  return answered.length === 0 ? noAssetProblem(asset, asOf) : answer({ range: defaultWindow(answered) });
}
