import type { Venue } from '../../domain/market';
import { connect } from '../../ingest/venue/connect';
import { VenueError } from '../../ingest/venue/errors';
import { BadProxy, honourProxies } from '../../ingest/venue/proxy';
import * as words from '../../words/en/cli/doctor';
import { fault, ok, type Finding } from './finding';

export interface VenueOptions {
  /** Names the proxies, which an ingest would go through, too. */
  readonly env: NodeJS.ProcessEnv;
  readonly timeoutMs: number;
  /** In the place of the network. */
  readonly origin?: string;
}

/** Each venue is asked once for its time, side by side. */
export async function venueFindings(venues: readonly Venue[], options: VenueOptions): Promise<readonly Finding[]> {
  try {
    honourProxies(options.env);
  } catch (failure) {
    if (!(failure instanceof BadProxy)) throw failure;
    return [fault('venues', failure.message)];
  }
  return Promise.all(venues.map((venue) => asked(venue, options)));
}

async function asked(venue: Venue, { timeoutMs, origin }: VenueOptions): Promise<Finding> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const connection = await connect(venue, {
      now: Date.now,
      timeoutMs,
      signal,
      throttle: false,
      ...(origin === undefined ? {} : { origin }),
    });
    await connection.time();
    return ok('venues', words.venueAnswers(venue));
  } catch (failure) {
    if (signal.aborted) return fault('venues', words.venueSilent(venue, timeoutMs / 1000));
    if (!(failure instanceof VenueError)) throw failure;
    return fault('venues', words.venueFails(venue, failure.message));
  }
}
