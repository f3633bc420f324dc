import { MINUTE_MS } from '../../domain/minute';
import { waitBefore } from '../venue/backoff';
import { VenueRefused, VenueResting, type RetryLater, type VenueError } from '../venue/errors';

/**
 * A round begins so long after a minute has closed. A minute counts as closed five seconds after its end by a reply's `Date`
 * header, which has whole seconds; two more because a venue's servers differ by about a second.
 */
const AFTER_CLOSE_MS = 8_000;

/** The next round's beginning, in milliseconds since 1970 by the same clock: a whole multiple of `everyMinutes`, and the grace. */
export function nextRoundMs(clockMs: number, everyMinutes: number): number {
  const stepMs = everyMinutes * MINUTE_MS;
  return Math.floor((clockMs - AFTER_CLOSE_MS) / stepMs) * stepMs + stepMs + AFTER_CLOSE_MS;
}

/** A geo-block lasts for good, a ban from minutes to days, and asking may lengthen it: first after an hour, at last every eight. */
const REFUSED_MS = 3_600_000;
const REFUSED_LONGEST_MS = 8 * REFUSED_MS;

/** Maintenance is announced in minutes or hours. */
const RESTING_MS = 60_000;

const askedWait = (error: VenueError): number | undefined =>
  'waitMs' in error ? (error as RetryLater).waitMs : undefined;

/** How long a venue is left alone after the `failures`-th failure in a row (from 1), in milliseconds. */
export function waitAfter(error: VenueError, failures: number, random: () => number): number {
  if (error instanceof VenueRefused) return Math.min(REFUSED_LONGEST_MS, REFUSED_MS * 2 ** (failures - 1));
  const wait = waitBefore(failures, askedWait(error), random);
  return error instanceof VenueResting ? Math.max(RESTING_MS, wait) : wait;
}
