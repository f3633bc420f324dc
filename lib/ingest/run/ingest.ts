import type { Asset, Kind, Market, Source, Venue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Ledger } from '../../domain/observation';
import { sleepByClock, type Patience } from '../venue/backoff';
import type { IngestRoad, Job } from './jobs';
import { IMPORT_INSTEAD, linesOf } from './missing';
import { VenueTally, type IngestProgress } from './progress';
import { Rechecked, type RecheckedMarket } from './recheck';
import { runRound, type VenueRun, type VenueState } from './venueRun';
import { VENUES } from '../venues/table';
import { Writer } from './writer';

export interface IngestRequest {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  /** In order of importance: every market's first window comes before any second one. */
  readonly windows: readonly MinuteRange[];
  /** The world: real exchanges, or the simulator. Each road has a source of its own in either. */
  readonly source: Extract<Source, 'rest' | 'simulated'>;
  /** Default: spot. */
  readonly kinds?: readonly Kind[];
  /** Default: the candle API, and where its history does not reach the venue's trades. Given: these alone. */
  readonly roads?: readonly IngestRoad[];
  /** `missing` (default): what is not answered yet. `recheck`: everything, answered or not, to see what says otherwise now. */
  readonly mode?: 'missing' | 'recheck';
  /** Ranges of markets named one by one, instead of what follows from assets, windows, kinds and roads (see `repairOf`). */
  readonly parts?: readonly Job[];
}

export interface IngestOptions {
  readonly ledger: Ledger;
  readonly now: () => number;
  /** The simulator's address; given if and only if the source is `simulated`. */
  readonly origin?: string;
  /** Another server that serves the venues' archives: `https://HOST/PATH` becomes `{archive}/HOST/PATH`. */
  readonly archive?: string | undefined;
  readonly throttle?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly patience?: Patience;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

interface VenueReport {
  readonly venue: Venue;
  readonly state: Exclude<VenueState, 'later'>;
  readonly markets: readonly Market[];
  readonly answeredMinutes: number;
  readonly candles: number;
  readonly quarantined: number;
}

export interface IngestReport {
  readonly venues: readonly VenueReport[];
  /** One line each: venue, markets, range, cause, mend. */
  readonly missing: readonly string[];
  /** One line each: what was done otherwise than by the venue's candle API, and why. */
  readonly notes: readonly string[];
  /** What asking again came to, per market; empty unless `mode` is `recheck`. */
  readonly rechecked: readonly RecheckedMarket[];
  /** One line. */
  readonly summary: string;
}

/**
 * A venue that rests or does not deliver for now is asked again when the others are done: after a minute, and after five
 * more. Longer rests are for the next run.
 */
const LATER_WAITS_MS = [60_000, 300_000] as const;

function reportOf(run: VenueRun): VenueReport {
  const { venue, state, markets, quarantined, tally } = run;
  return {
    venue,
    state: state === 'later' ? 'failed' : state,
    markets,
    answeredMinutes: tally.current.doneMinutes,
    candles: tally.current.candles,
    quarantined,
  };
}

/** Assets that none of the venues lists: most likely a mistyped ticker. Said only where every venue gave its list. */
function unlisted(request: IngestRequest, runs: readonly VenueRun[]): readonly string[] {
  if (request.parts !== undefined || runs.length === 0 || runs.some((run) => run.state !== 'done')) return [];
  const venues = runs.map((run) => run.venue).join(', ');
  return request.assets
    .filter((asset) => !runs.some((run) => run.markets.some((market) => market.base === asset)))
    .map(
      (asset) =>
        `${asset}: listed against USDT, USD or USDC by none of ${venues}; check the ticker, or ${IMPORT_INSTEAD}`,
    );
}

/** Whether a venue has any market of the kinds: one without a spot book has nothing to say to a request for spot alone. */
export const offersKinds = (venue: Venue, kinds: readonly Kind[]): boolean => {
  const facts = VENUES.get(venue);
  return (
    facts === undefined ||
    kinds.some((kind) => (kind === 'spot' ? facts.noSpot !== true : facts.kinds?.[kind] !== undefined))
  );
};

const sumOf = (reports: readonly VenueReport[], of: (report: VenueReport) => number): string =>
  reports.reduce((sum, report) => sum + of(report), 0).toLocaleString('en');

/** `8 venues, 113 markets: 123,456 candles recorded, 130,000 of … minutes answered`. */
function summaryOf(reports: readonly VenueReport[], missing: number): string {
  const off = reports.filter((report) => report.state !== 'done').map((report) => `${report.venue} ${report.state}`);
  return [
    `${String(reports.length)} venues, ${sumOf(reports, (report) => report.markets.length)} markets`,
    `${sumOf(reports, (report) => report.candles)} candles recorded`,
    `${sumOf(reports, (report) => report.answeredMinutes)} minutes answered in all`,
    ...off,
    ...(missing > 0 ? [`${String(missing)} things missing`] : []),
  ].join(', ');
}

/** Runs rounds side by side; a broken promise of one is told once all have ended. */
async function runAll(runs: readonly VenueRun[]): Promise<void> {
  const settled = await Promise.allSettled(runs.map(runRound));
  for (const outcome of settled) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The venues left for later, once more and once again. */
async function runLater(runs: readonly VenueRun[], patience: Patience, signal: AbortSignal | undefined): Promise<void> {
  const stopped = (): boolean => signal?.aborted === true;
  for (const waitMs of LATER_WAITS_MS) {
    const later = runs.filter((run) => run.state === 'later');
    if (later.length === 0 || stopped()) return;
    for (const run of later)
      run.tally.change({
        state: 'waiting',
        note: `${run.tally.current.note}; asked again in ${String(waitMs / 1_000)} s`,
      });
    await patience.sleep(waitMs, signal).catch((error: unknown) => {
      if (!stopped()) throw error;
    });
    if (stopped()) return;
    await runAll(later);
  }
}

/**
 * Brings in the candles of the assets from the venues: venues side by side, one request at a time within each, only the
 * minutes the ledger has not got. What did not come is named, told to the ledger, and never stops the rest. Throws only on a
 * broken promise: a source that does not fit the address, a venue not served, a ledger that fails.
 */
export async function ingest(request: IngestRequest, options: IngestOptions): Promise<IngestReport> {
  if ((request.source === 'simulated') !== (options.origin !== undefined)) {
    throw new RangeError('the source is "simulated" if and only if a simulator is asked');
  }
  const patience = options.patience ?? { sleep: sleepByClock, random: Math.random };
  const writer = new Writer(options.ledger);
  const rechecked = new Rechecked();
  const kinds = request.kinds ?? ['spot'];
  const asked = request.venues.filter((venue) => request.parts !== undefined || offersKinds(venue, kinds));
  const runs = asked.map((venue): VenueRun => ({
    venue,
    request,
    options,
    writer,
    patience,
    rechecked,
    missing: [],
    notes: new Set(),
    markets: [],
    quarantined: 0,
    state: 'done',
    tally: new VenueTally(venue, options.onProgress ?? (() => undefined)),
  }));
  await runAll(runs);
  await runLater(runs, patience, options.signal);
  await writer.drained();
  for (const run of runs) if (run.state === 'later') run.tally.change({ state: 'failed' });
  const reports = runs.map(reportOf);
  const missing = [...runs.flatMap((run) => linesOf(run.missing)), ...unlisted(request, runs)];
  const notes = [
    ...request.venues
      .filter((venue) => !asked.includes(venue))
      .map((venue) => `${venue}: has no ${kinds.join(', ')} markets`),
    ...runs.flatMap((run) => [...run.notes]),
  ];
  return { venues: reports, missing, notes, rechecked: rechecked.markets, summary: summaryOf(reports, missing.length) };
}
