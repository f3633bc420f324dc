import { ingestNotes } from '../../words/en/ingest';
import type { VenueRun } from './venueRun';

/** A `Date` header has whole seconds and is as old as its reply took to come; a candle is a minute. */
const TOLERANCE_MS = 60_000;
const MINUTE_MS = 60_000;

/**
 * A line where this machine's clock is a minute or more behind, or ahead of, the clocks of most venues that were reached, by what it is off from the
 * nearest of them; none else. One venue among several that is off itself says nothing of ours.
 */
export function clockNotes(runs: readonly Pick<VenueRun, 'venue' | 'aheadMs'>[]): readonly string[] {
  const reached = runs.flatMap(({ venue, aheadMs }) => (aheadMs === undefined ? [] : [{ venue, aheadMs }]));
  return [1, -1].flatMap((side) => {
    const off = reached.filter(({ aheadMs }) => side * aheadMs >= TOLERANCE_MS);
    if (2 * off.length <= reached.length) return [];
    const least = Math.min(...off.map(({ aheadMs }) => Math.abs(aheadMs)));
    return [
      ingestNotes.clockOff(
        side * Math.floor(least / MINUTE_MS),
        off.map(({ venue }) => venue),
      ),
    ];
  });
}
