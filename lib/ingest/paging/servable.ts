import { minuteAt, minuteRange, type Minute, type MinuteRange } from '../../domain/minute';
import { closedBefore } from './page';

/**
 * The oldest minute served moves on while we ask: this much is left unasked at the far end. Two minutes, because a reply may
 * take one.
 */
const EDGE_MINUTES = 2;

/** A range cut where the venue's history begins and where its closed minutes end. */
export function servable(
  range: MinuteRange,
  clockMs: number,
  depthMinutes: number | undefined,
): { within: MinuteRange | undefined; older: MinuteRange | undefined; open: MinuteRange | undefined } {
  const oldest =
    depthMinutes === undefined ? range.from : Math.max(range.from, minuteAt(clockMs) - depthMinutes + 1 + EDGE_MINUTES);
  const from = Math.min(oldest, range.to) as Minute;
  const to = Math.max(from, Math.min(range.to, closedBefore(clockMs))) as Minute;
  const part = (a: Minute, b: Minute): MinuteRange | undefined => (a < b ? minuteRange(a, b) : undefined);
  return { within: part(from, to), older: part(range.from, from), open: part(to, range.to) };
}
