import { ingestNotes, progressNotes } from '../../words/en/ingest';
import { Writer } from '../record/writer';
import { sleepByClock, type Patience } from '../venue/backoff';
import { clockNotes } from './clockNotes';
import { offersKinds } from './plan';
import { VenueTally } from './progress';
import { Rechecked } from './recheck';
import { reportOf, type IngestReport } from './report';
import { isUnthrottled, type IngestOptions, type IngestRequest } from './request';
import { runRound } from './round';
import { isStopped, type VenueRun } from './venueRun';

export { offersKinds } from './plan';
export type { IngestReport } from './report';
export type { IngestOptions, IngestRequest } from './request';

/**
 * A venue that rests or does not answer for now is asked again when the others are done: after a minute, and after five
 * more. Longer rests are for the next run.
 */
const LATER_WAITS_MS = [60_000, 300_000] as const;

/**
 * Where replies come by the hundred a second a market's day is in a dozen of them: together it is written once and not a dozen times.
 * As many bytes again wait while these are written.
 */
const GATHERED = { most: 256, mostBytes: 8 * 2 ** 20, gatherMs: 1_000 } as const;

/** Runs rounds side by side; a broken promise of one comes out once all have ended. */
async function runAll(runs: readonly VenueRun[]): Promise<void> {
  const settled = await Promise.allSettled(runs.map(runRound));
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The venues left for later, once more and once again. */
async function runLater(
  runs: readonly VenueRun[],
  patience: Patience,
  { signal, laterWaitsMs = LATER_WAITS_MS }: IngestOptions,
): Promise<void> {
  const isAborted = (): boolean => signal?.aborted === true;
  for (const waitMs of laterWaitsMs) {
    const later = runs.filter((run) => run.state === 'later');
    if (later.length === 0 || isAborted()) return;
    for (const { tally } of later)
      tally.change({ state: 'waiting', note: progressNotes.askingAgain(tally.current.note, waitMs) });
    await patience.sleep(waitMs, signal).catch((error: unknown) => {
      if (!isAborted()) throw error;
    });
    if (isAborted()) return;
    await runAll(later);
  }
}

/**
 * Brings in the candles of the assets from the venues: venues side by side, one request at a time within each, only the
 * minutes the ledger does not have. What did not come is named, noted in the ledger, and never stops the rest. Throws only on a
 * broken promise: a source that does not fit the address, a venue not served, a ledger that fails.
 */
export async function ingest(request: IngestRequest, options: IngestOptions): Promise<IngestReport> {
  if ((request.source === 'simulated') !== (options.origin !== undefined)) {
    throw new RangeError('the source is "simulated" if and only if a simulator is asked');
  }
  const patience = options.patience ?? { sleep: sleepByClock, random: Math.random };
  const writer = new Writer(options.ledger, isUnthrottled(options) ? GATHERED : {});
  const rechecked = new Rechecked();
  const kinds = request.kinds ?? ['spot'];
  const isAsked = (venue: VenueRun['venue']): boolean => request.parts !== undefined || offersKinds(venue, kinds);
  const runs = request.venues.filter(isAsked).map((venue): VenueRun => ({
    venue,
    request,
    options,
    writer,
    patience,
    rechecked,
    missing: [],
    notes: new Set(),
    seen: new Map(),
    markets: [],
    quarantined: 0,
    longer: { added: 0, unchanged: 0, revised: 0 },
    state: 'done',
    aheadMs: undefined,
    tally: new VenueTally(venue, options.onProgress ?? (() => undefined)),
  }));
  await runAll(runs);
  await runLater(runs, patience, options);
  await writer.drained();
  for (const run of runs.filter(({ state }) => state === 'later')) {
    run.state = isStopped(run) ? 'stopped' : 'failed';
    run.tally.change(run.state === 'stopped' ? { state: 'stopped', note: '' } : { state: 'failed' });
  }
  const notAsked = request.venues.filter((venue) => !isAsked(venue));
  return reportOf(
    runs,
    [
      ...notAsked.map((venue) => ingestNotes.noSuchKinds(venue, kinds)),
      ...(options.comparesClocks === true ? clockNotes(runs) : []),
    ],
    rechecked.markets,
  );
}
