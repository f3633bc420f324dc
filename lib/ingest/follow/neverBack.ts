/** Minutes are asked for again in the next rounds alone: an answer that is dated behind one as old as this is no correction of it. */
const LONGEST_HELD_MS = 15 * 60_000;

/**
 * A clock that stands where `now` is set back, until that has caught up: answers are ordered by when they were asked, so a correction that was dated before
 * what it corrects would pass for the older answer. A clock that was set back further was wrong by as much, and is followed.
 */
export function neverBack(now: () => number): () => number {
  let latest = -Infinity;
  return () => {
    const ms = now();
    if (ms > latest || latest - ms > LONGEST_HELD_MS) latest = ms;
    return latest;
  };
}
