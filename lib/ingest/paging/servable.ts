import { minuteAt, minuteRange, type Minute, type MinuteRange } from '../../domain/minute';
import { closedBefore } from './page';

/**
 * The oldest minute served moves on while we ask: this much is left unasked at the far end. Two minutes, because a reply may
 * take one.
 */
const EDGE_MINUTES = 2;

/** A range cut where the venue's history begins and where its closed minutes end; of longer candles (`step` minutes each) to whole ones. */
export function servable(
  range: MinuteRange,
  clockMs: number,
  depthMinutes: number | undefined,
  step = 1,
): { within: MinuteRange | undefined; older: MinuteRange | undefined; open: MinuteRange | undefined } {
  const reach = depthMinutes === undefined ? -Infinity : minuteAt(clockMs) - depthMinutes + 1 + EDGE_MINUTES;
  const oldest = reach > range.from ? Math.ceil(reach / step) * step : range.from;
  const from = Math.min(oldest, range.to) as Minute;
  const to = Math.max(from, Math.min(range.to, closedBefore(clockMs, step))) as Minute;
  const part = (a: Minute, b: Minute): MinuteRange | undefined => (a < b ? minuteRange(a, b) : undefined);
  return { within: part(from, to), older: part(range.from, from), open: part(to, range.to) };
}
