import type { Venue } from '../../domain/market';
import { connect } from './connect';
import { VenueError } from './errors';

export interface ReachOptions {
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  readonly origin?: string;
}

/**
 * Whether any of the venues answers: each is asked for its time once, side by side, through its ccxt class. True at the
 * first that gives it; false when all have failed or `timeoutMs` has passed. A venue that refuses us does not count.
 */
export async function reachable(venues: readonly Venue[], options: ReachOptions): Promise<boolean> {
  const done = new AbortController();
  const timer = setTimeout(() => {
    done.abort();
  }, options.timeoutMs);
  const late = new Promise<false>((resolve) => {
    done.signal.addEventListener(
      'abort',
      () => {
        resolve(false);
      },
      { once: true },
    );
  });
  const answers = async (venue: Venue): Promise<true> => {
    const connection = await connect(venue, {
      now: Date.now,
      timeoutMs: options.timeoutMs,
      signal: done.signal,
      throttle: false,
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
      ...(options.origin === undefined ? {} : { origin: options.origin }),
    });
    await connection.time();
    return true;
  };
  const first = Promise.any(venues.map(answers)).catch((error: unknown) => {
    const broken = (error instanceof AggregateError ? error.errors : [error]).filter(
      (one: unknown) => !(one instanceof VenueError),
    );
    if (broken.length > 0) throw new Error('asking the venues for their time failed', { cause: broken[0] });
    return false;
  });
  try {
    return await Promise.race([first, late]);
  } finally {
    clearTimeout(timer);
    done.abort();
  }
}
