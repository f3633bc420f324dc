import { nameOf, type Market, type Source, type Venue } from '../../domain/market';
import type { Unanswered } from '../../domain/observation';
import { gapWords, progressNotes } from '../../words/en/ingest';
import { SeenRows } from '../paging/seenRows';
import type { Missing } from '../record/missing';
import type { Writer } from '../record/writer';
import { withPatience, type Patience } from '../venue/backoff';
import { MarketUnknown, RetryLater, VenueError, VenueRefused, VenueResting } from '../venue/errors';
import type { VenueTally } from './progress';
import type { Rechecked } from './recheck';
import type { IngestOptions, IngestRequest } from './request';

/**
 * How a round of a venue ended. `later`: it rests, or did not answer for now; it is asked again when the others are done.
 * `stopped`: by the user, before it was done.
 */
export type RoundEnd = 'done' | 'refused' | 'failed' | 'later' | 'stopped';

/** One venue's part of an ingest, over all its rounds. */
export interface VenueRun {
  readonly venue: Venue;
  readonly request: IngestRequest;
  readonly options: IngestOptions;
  readonly writer: Writer;
  readonly tally: VenueTally;
  readonly patience: Patience;
  readonly rechecked: Rechecked;
  /** Of the latest round. */
  missing: Missing[];
  readonly notes: Set<string>;
  /** The rows seen of each market and source, over all rounds: a silence is proven by those around it. */
  readonly seen: Map<string, SeenRows>;
  markets: readonly Market[];
  quarantined: number;
  /** Longer candles recorded, over all rounds. */
  readonly longer: { added: number; unchanged: number; revised: number };
  state: RoundEnd;
  /** Its clock by its latest reply, in ms ahead of ours (negative: behind); undefined: it was not reached. */
  aheadMs: number | undefined;
}

/** Ends a venue, for this round or for good; whoever catches it reports the cause once. */
export class LeaveVenue extends Error {
  constructor(
    readonly state: Exclude<RoundEnd, 'done'>,
    readonly reason: string,
  ) {
    super(reason);
  }
}

export const isStopped = (run: VenueRun): boolean => run.options.signal?.aborted === true;

/** The rows seen of a market and source so far in this run. `step`: minutes from row to row. */
export function seenOf({ seen }: VenueRun, market: Market, source: Source, step = 1): SeenRows {
  const key = `${nameOf(market)} ${source} ${String(step)}`;
  const rows = seen.get(key) ?? new SeenRows(step);
  seen.set(key, rows);
  return rows;
}

/** Runs a request to the venue, again where that may help; its waits show in the progress. */
export const patiently = <T>(run: VenueRun, ask: () => Promise<T>): Promise<T> =>
  withPatience(ask, run.patience, run.options.signal, (waitMs, cause) => {
    run.tally.change({ state: 'waiting', note: progressNotes.askingAgain(cause, waitMs) });
  });

/** Ends the venue where going on cannot help; for the rest gives the error's one line and how the asking ended. */
export function endOf(error: unknown, run: VenueRun): { readonly cause: string; readonly outcome: Unanswered } {
  if (!(error instanceof VenueError)) throw error;
  if (error instanceof VenueResting) throw new LeaveVenue('later', error.message);
  if (error.next === 'leave-venue')
    throw new LeaveVenue(error instanceof VenueRefused ? 'refused' : 'failed', error.message);
  const wasAskedAgain = error instanceof RetryLater && !isStopped(run);
  return {
    cause: wasAskedAgain ? gapWords.askedSeveralTimes(error.message) : error.message,
    outcome: error instanceof MarketUnknown ? 'not-served' : 'failed',
  };
}
