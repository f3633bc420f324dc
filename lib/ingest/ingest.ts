import type { Asset, Market, Source, Venue } from '../domain/market';
import { minutesIn, subtract, type MinuteRange } from '../domain/minute';
import type { Ledger } from '../domain/observation';
import { sleepByClock, withPatience, type Patience } from './backoff';
import { connect, type ConnectOptions, type VenueConnection } from './connect';
import { RetryLater, VenueError, VenueRefused } from './errors';
import { ASK_LATER, IMPORT_INSTEAD, linesOf, type Missing } from './missing';
import { bringIn } from './pager';
import { marketsFor } from './plan';
import { VenueTally, type IngestProgress } from './progress';

export interface IngestRequest {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[];
  /** In order of importance: every market's first window comes before any second one. */
  readonly windows: readonly MinuteRange[];
  readonly source: Extract<Source, 'rest' | 'simulated'>;
}

export interface IngestOptions {
  readonly ledger: Ledger;
  readonly now: () => number;
  /** The simulator's address; given if and only if the source is `simulated`. */
  readonly origin?: string;
  readonly throttle?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly patience?: Patience;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
}

interface VenueReport {
  readonly venue: Venue;
  readonly state: 'done' | 'refused' | 'failed';
  readonly markets: readonly Market[];
  readonly answeredMinutes: number;
  readonly candles: number;
  readonly quarantined: number;
}

export interface IngestReport {
  readonly venues: readonly VenueReport[];
  /** One line each: venue, markets, range, cause, mend. */
  readonly missing: readonly string[];
  /** One line. */
  readonly summary: string;
}

/** So many markets in a row that fail for no reason of their own are the venue's failure. */
const FAILURES_IN_A_ROW = 3;

/** Ends a venue: the reason is in `missing` already. */
class LeaveVenue extends Error {
  constructor(readonly state: 'refused' | 'failed', readonly reason: string) {
    super(reason);
  }
}

interface VenueRun {
  readonly venue: Venue;
  readonly request: IngestRequest;
  readonly options: IngestOptions;
  readonly tally: VenueTally;
  readonly missing: Missing[];
  readonly patience: Patience;
  markets: readonly Market[];
  quarantined: number;
}

const patiently = <T>(run: VenueRun, ask: () => Promise<T>): Promise<T> =>
  withPatience(ask, run.patience, run.options.signal, (waitMs, cause) => {
    run.tally.change({ state: 'waiting', note: `${cause}; asking again in ${String(Math.ceil(waitMs / 1000))} s` });
  });

const stopped = (run: VenueRun): boolean => run.options.signal?.aborted === true;

/** Ends the venue where going on cannot help; for the rest gives the error's one line. */
function causeOf(error: unknown, run: VenueRun): string {
  if (!(error instanceof VenueError)) throw error;
  if (error.next === 'leave-venue') throw new LeaveVenue(error instanceof VenueRefused ? 'refused' : 'failed', error.message);
  return error.message + (error instanceof RetryLater && !stopped(run) ? ' (asked again several times)' : '');
}

async function marketsOf(connection: VenueConnection, run: VenueRun): Promise<readonly Market[]> {
  try {
    return marketsFor(run.request.assets, await patiently(run, () => connection.markets()));
  } catch (error) {
    throw new LeaveVenue('failed', `its market list did not come: ${causeOf(error, run)}`);
  }
}

/** How many of the minutes asked for an earlier run has got already. */
async function alreadyAnswered(run: VenueRun): Promise<number> {
  let minutes = 0;
  for (const market of run.markets) {
    for (const window of run.request.windows) {
      const parts = await run.options.ledger.answered(market, run.request.source, window);
      minutes += parts.reduce((sum, part) => sum + minutesIn(part), 0);
    }
  }
  return minutes;
}

/** Every window of every market, the first window first. Gives up the venue after several markets failed in a row. */
async function bringInAll(connection: VenueConnection, run: VenueRun): Promise<void> {
  const { options, request, tally } = run;
  let failures = 0;
  for (const window of request.windows) {
    for (const market of run.markets) {
      if (stopped(run)) throw new LeaveVenue('failed', 'stopped');
      try {
        run.missing.push(...await bringIn(market, window, {
          connection, ledger: options.ledger, source: request.source, now: options.now, signal: options.signal,
          patiently: (ask) => patiently(run, ask),
          recorded: (page) => {
            run.quarantined += page.quarantined;
            tally.add(page.minutes, page.candles);
          },
        }));
        failures = 0;
      } catch (error) {
        const cause = causeOf(error, run);
        if (stopped(run)) throw new LeaveVenue('failed', 'stopped');
        for (const range of subtract(window, await options.ledger.answered(market, request.source, window))) {
          run.missing.push({ venue: run.venue, market, range, cause, mend: `${ASK_LATER}, or ${IMPORT_INSTEAD}` });
        }
        failures += 1;
        if (failures >= FAILURES_IN_A_ROW) throw new LeaveVenue('failed', `${String(failures)} markets in a row failed, the last with: ${cause}`);
      }
    }
  }
}

/** The assets of the request that the venue lists in no quote we compare: no failure, but it is said. */
function unlistedNote(run: VenueRun): string {
  const unlisted = run.request.assets.filter((asset) => !run.markets.some((market) => market.base === asset));
  return unlisted.length === 0 ? '' : `does not list ${unlisted.join(', ')}`;
}

async function runVenue(run: VenueRun): Promise<VenueReport> {
  const { options, tally, venue } = run;
  let state: VenueReport['state'] = 'done';
  try {
    const connecting: ConnectOptions = {
      now: options.now, signal: options.signal,
      ...(options.origin === undefined ? {} : { origin: options.origin }),
      ...(options.throttle === undefined ? {} : { throttle: options.throttle }),
      ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
      ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
    };
    const connection = await connect(venue, connecting);
    run.markets = await marketsOf(connection, run);
    const minutes = run.request.windows.reduce((sum, window) => sum + minutesIn(window), 0);
    tally.change({ state: 'working', totalMinutes: minutes * run.markets.length, doneMinutes: await alreadyAnswered(run) });
    await bringInAll(connection, run);
    const lacking = tally.current.totalMinutes - tally.current.doneMinutes;
    tally.change({ state, note: lacking > 0 ? `${String(lacking)} minutes not served` : unlistedNote(run) });
  } catch (error) {
    if (!(error instanceof LeaveVenue)) throw error;
    state = error.state;
    run.missing.push({ venue, market: undefined, range: undefined, cause: error.reason, mend: `${ASK_LATER}${state === 'refused' ? ', from a network the venue serves' : ''}; the rest goes on without it` });
    tally.change({ state, note: error.reason });
  }
  return { venue, state, markets: run.markets, answeredMinutes: tally.current.doneMinutes, candles: tally.current.candles, quarantined: run.quarantined };
}

/** Assets that none of the venues lists: most likely a mistyped ticker. Said only where every venue gave its list. */
function unlisted(assets: readonly Asset[], runs: readonly VenueRun[], reports: readonly VenueReport[]): readonly string[] {
  if (reports.some((report) => report.state !== 'done')) return [];
  const venues = reports.map((report) => report.venue).join(', ');
  return assets
    .filter((asset) => !runs.some((run) => run.markets.some((market) => market.base === asset)))
    .map((asset) => `${asset}: listed against USDT, USD or USDC by none of ${venues}; check the ticker, or ${IMPORT_INSTEAD}`);
}

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

/**
 * Brings in the candles of the assets from the venues: venues side by side, one request at a time within each, only the
 * minutes the ledger has not got. What did not come is named, and never stops the rest. Throws only on a broken promise: a
 * source that does not fit the address, a venue not served, a ledger that fails.
 */
export async function ingest(request: IngestRequest, options: IngestOptions): Promise<IngestReport> {
  if ((request.source === 'simulated') !== (options.origin !== undefined)) {
    throw new RangeError('the source is "simulated" if and only if a simulator is asked');
  }
  const patience = options.patience ?? { sleep: sleepByClock, random: Math.random };
  const runs = request.venues.map((venue): VenueRun => ({
    venue, request, options, patience, missing: [], markets: [], quarantined: 0,
    tally: new VenueTally(venue, options.onProgress ?? (() => undefined)),
  }));
  const settled = await Promise.allSettled(runs.map(runVenue));
  const reports = settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
  const missing = [...runs.flatMap((run) => linesOf(run.missing)), ...unlisted(request.assets, runs, reports)];
  return { venues: reports, missing, summary: summaryOf(reports, missing.length) };
}
