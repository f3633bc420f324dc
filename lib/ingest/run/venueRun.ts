import { nameOf, type Asset, type Market, type Venue } from '../../domain/market';
import {
  dayOf,
  minute,
  minuteRange,
  minutesIn,
  overlap,
  startOf,
  subtract,
  union,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Attempt, Unanswered } from '../../domain/observation';
import { bringInArchive } from '../archive/bringIn';
import type { ArchiveOptions } from '../archive/pieceByPiece';
import { bringInTradesArchiveFirst } from '../archive/tradesFirst';
import { withPatience, type Patience } from '../venue/backoff';
import { connect, type ConnectOptions, type VenueConnection } from '../venue/connect';
import { MarketUnknown, RetryLater, VenueError, VenueRefused, VenueResting } from '../venue/errors';
import type { IngestOptions, IngestRequest } from './ingest';
import { jobsOf, serves, sourceOf, type IngestRoad, type Job } from './jobs';
import { ASK_LATER, attemptsOf, IMPORT_INSTEAD, spoken, type Missing } from './missing';
import { bringIn, type PagerOptions } from '../paging/pager';
import { comparedQuotes, marketsFor } from '../paging/plan';
import type { VenueTally } from './progress';
import type { Rechecked } from './recheck';
import { bringInTrades } from '../trades/bringIn';
import { servesTrades } from '../venues/capability';
import { VENUES } from '../venues/table';
import type { Writer } from './writer';

/** `later`: it rests, or did not deliver for now; it is asked again when the others are done. */
export type VenueState = 'done' | 'refused' | 'failed' | 'later';

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
  markets: readonly Market[];
  quarantined: number;
  state: VenueState;
}

/** So many markets in a row that fail for no reason of their own are the venue's failure. */
const FAILURES_IN_A_ROW = 3;

/** Where nobody's limits are strained a venue is asked over so many connections: more wait for the one thread that reads. */
const UNTHROTTLED_CONNECTIONS = 2;
/** And a range is shared out in parts of so many pages, so that all of them have work. */
const UNTHROTTLED_PAGES = 32;

/** Ends a venue, for this round or for good: the reason is told once, by whoever catches it. */
class LeaveVenue extends Error {
  constructor(
    readonly state: Exclude<VenueState, 'done'>,
    readonly reason: string,
  ) {
    super(reason);
  }
}

const stopped = (run: VenueRun): boolean => run.options.signal?.aborted === true;

const patiently = <T>(run: VenueRun, ask: () => Promise<T>): Promise<T> =>
  withPatience(ask, run.patience, run.options.signal, (waitMs, cause) => {
    run.tally.change({ state: 'waiting', note: `${cause}; asking again in ${String(Math.ceil(waitMs / 1000))} s` });
  });

/** Ends the venue where going on cannot help; for the rest gives the error's one line and how the asking ended. */
function endOf(error: unknown, run: VenueRun): { readonly cause: string; readonly outcome: Unanswered } {
  if (!(error instanceof VenueError)) throw error;
  if (error instanceof VenueResting) throw new LeaveVenue('later', error.message);
  if (error.next === 'leave-venue')
    throw new LeaveVenue(error instanceof VenueRefused ? 'refused' : 'failed', error.message);
  const again = error instanceof RetryLater && !stopped(run) ? ' (asked again several times)' : '';
  return { cause: error.message + again, outcome: error instanceof MarketUnknown ? 'not-served' : 'failed' };
}

async function marketsOf(connection: VenueConnection, run: VenueRun): Promise<readonly Market[]> {
  const { assets, kinds, parts } = run.request;
  try {
    const listed = await patiently(run, () => connection.markets());
    const planned =
      parts === undefined
        ? marketsFor(assets, listed, kinds, connection.capability.quotes)
        : parts
            .map(({ market }) => market)
            .filter((market) => market.venue === run.venue && listed.some((one) => nameOf(one) === nameOf(market)));
    return [...new Set(planned)];
  } catch (error) {
    const transient = error instanceof RetryLater && !stopped(run);
    throw new LeaveVenue(transient ? 'later' : 'failed', `its market list did not come: ${endOf(error, run).cause}`);
  }
}

/** Tickers that may mean an asset asked for, in the windows: refused with both candidates named, never guessed at. */
function uncertainOf(connection: VenueConnection, run: VenueRun): readonly Missing[] {
  const { assets, windows } = run.request;
  const quotes = comparedQuotes(connection.capability.quotes);
  const lines = connection.uncertain().flatMap(({ candidates, quote, range, refusal }) => {
    const isAsked = quotes.includes(quote) && candidates.some((asset) => assets.includes(asset));
    const within = windows.flatMap((window) => overlap(window, range) ?? []);
    return isAsked
      ? within.map((part) => ({
          venue: run.venue,
          market: undefined,
          range: part,
          cause: refusal.replace(/; [^;]*$/, ''),
          mend: refusal.replace(/^.*; /, ''),
        }))
      : [];
  });
  return lines;
}

/** Markets named one by one that the venue lists no more. */
const unlistedParts = (run: VenueRun): readonly Missing[] =>
  (run.request.parts ?? [])
    .filter(({ market }) => market.venue === run.venue && !run.markets.includes(market))
    .map(({ market, road, range }) => ({
      venue: run.venue,
      market,
      range,
      cause: 'the venue does not list it now',
      mend: IMPORT_INSTEAD,
      unanswered: { source: sourceOf(run.request, road), outcome: 'not-served' },
    }));

/** How many of the minutes asked for an earlier run has got already, those built from trades in place of candles included. */
async function alreadyAnswered(run: VenueRun, connection: VenueConnection, jobs: readonly Job[]): Promise<number> {
  if (run.request.mode === 'recheck') return 0;
  const answeredBy = (road: IngestRoad, market: Market, range: MinuteRange): Promise<readonly MinuteRange[]> =>
    run.options.ledger.answered(market, sourceOf(run.request, road), range);
  let minutes = 0;
  for (const job of jobs) {
    const answered = await answeredBy(job.road, job.market, job.range);
    const built = fallsBack(run, connection, job) ? await answeredBy('trades', job.market, job.range) : [];
    minutes += union([...answered, ...built]).reduce((sum, part) => sum + minutesIn(part), 0);
  }
  return minutes;
}

/** What of a job is still unanswered. */
async function leftOf(run: VenueRun, { market, road, range }: Job): Promise<readonly MinuteRange[]> {
  return subtract(range, await run.options.ledger.answered(market, sourceOf(run.request, road), range));
}

function pagerOptions(connection: VenueConnection, run: VenueRun, job: Job, road: IngestRoad): PagerOptions {
  const { options, request, tally } = run;
  const again = request.mode === 'recheck';
  return {
    connection,
    writer: run.writer,
    source: sourceOf(request, road),
    now: options.now,
    signal: options.signal,
    again,
    display: road === 'ui',
    random: run.patience.random,
    patiently: (ask) => patiently(run, ask),
    recorded: (page) => {
      run.quarantined += page.quarantined;
      if (page.recorded !== undefined)
        run.rechecked.add(job.market, sourceOf(request, road), page.minutes, page.recorded);
      tally.add(page.minutes, page.candles);
    },
  };
}

/** A venue that is played by another server has an archive only where one is named: the real one knows nothing of it. */
const hasArchive = ({ options }: VenueRun): boolean => options.origin === undefined || options.archive !== undefined;

const archiveOptions = (run: VenueRun, options: PagerOptions): ArchiveOptions => ({
  ledger: run.options.ledger,
  source: options.source,
  now: run.options.now,
  signal: run.options.signal,
  base: run.options.archive,
  again: run.request.mode === 'recheck',
  patiently: (ask) => patiently(run, ask),
  ...(run.options.fetch === undefined ? {} : { fetch: run.options.fetch }),
  recorded: (part) => {
    options.recorded({ ...part, recorded: run.request.mode === 'recheck' ? part.recorded : undefined });
  },
});

/** Whether what is older than the candle history is built from trades: where the roads are not the asker's own choice. */
const fallsBack = (run: VenueRun, connection: VenueConnection, job: Job): boolean =>
  run.request.roads === undefined &&
  run.request.parts === undefined &&
  job.road === 'rest' &&
  servesTrades(connection.capability, job.market.kind);

async function runJob(connection: VenueConnection, run: VenueRun, job: Job): Promise<readonly Missing[]> {
  const { market, road, range } = job;
  if (run.request.mode === 'recheck')
    await run.rechecked.expect(market, sourceOf(run.request, road), range, run.options.ledger);
  const options = pagerOptions(connection, run, job, road);
  if (road === 'archive') return bringInArchive(market, range, archiveOptions(run, options));
  if (road === 'trades') {
    const rest = (part: MinuteRange): Promise<readonly Missing[]> => bringInTrades(market, part, options);
    return hasArchive(run)
      ? bringInTradesArchiveFirst(market, range, {
          archive: archiveOptions(run, options),
          rest,
          note: (line) => run.notes.add(line),
        })
      : rest(range);
  }
  if (!fallsBack(run, connection, job)) return bringIn(market, range, options);
  const older: MinuteRange[] = [];
  const missing = [...(await bringIn(market, range, { ...options, olderElsewhere: (part) => older.push(part) }))];
  for (const part of older) {
    run.notes.add(
      `${nameOf(market)}, ${spoken(part)}: its candle history reaches back only ${String(connection.rules(market).depthMinutes)} minutes; built from its trades instead`,
    );
    missing.push(...(await bringInTrades(market, part, pagerOptions(connection, run, job, 'trades'))));
    if (run.request.mode !== 'recheck') await completeDay(connection, run, job, part.to);
  }
  return missing;
}

/**
 * Builds from trades what else of a UTC day is asked for, from where candles take over: a question about that day takes one
 * source (method, section 2), and would else find each of two without what the other has. What fails here is held as candles.
 */
async function completeDay(connection: VenueConnection, run: VenueRun, job: Job, from: Minute): Promise<void> {
  const end = startOf((dayOf(minute(from - 1)) + 1) as Day);
  if (end <= from) return;
  const options: PagerOptions = {
    ...pagerOptions(connection, run, job, 'trades'),
    // The progress counts what was asked for; these minutes are in it as candles.
    recorded: (page) => {
      run.quarantined += page.quarantined;
    },
  };
  for (const window of run.request.windows) {
    const part = overlap(window, minuteRange(from, end));
    if (part !== undefined) await bringInTrades(job.market, part, options);
  }
}

/** The jobs not yet begun, and what several workers know of the venue together. */
interface Work {
  readonly left: Job[];
  failures: number;
  /** A failure that time may mend: the venue is asked again later. */
  transient: boolean;
}

/** When another process is seen at the same work, two of one order would go on doing the same: chance parts them. */
function nextJob(work: Work, run: VenueRun): Job | undefined {
  if (!run.writer.company || run.request.mode === 'recheck') return work.left.shift();
  return work.left.splice(Math.floor(run.patience.random() * work.left.length), 1)[0];
}

/** Works off jobs until none is left. Gives up the venue after several markets failed in a row. */
async function workOff(connection: VenueConnection, run: VenueRun, work: Work): Promise<void> {
  const { ledger, now } = run.options;
  for (let job = nextJob(work, run); job !== undefined; job = nextJob(work, run)) {
    if (stopped(run)) throw new LeaveVenue('failed', 'stopped');
    const found: Missing[] = [];
    try {
      found.push(...(await runJob(connection, run, job)));
      work.failures = 0;
    } catch (error) {
      // Whoever looks for what is left of this job finds it.
      work.left.unshift(job);
      const { cause, outcome } = endOf(error, run);
      if (stopped(run)) throw new LeaveVenue('failed', 'stopped');
      work.left.shift();
      await run.writer.drained();
      const unanswered = { source: sourceOf(run.request, job.road), outcome };
      for (const range of await leftOf(run, job)) {
        found.push({
          venue: run.venue,
          market: job.market,
          range,
          cause,
          mend: `${ASK_LATER}, or ${IMPORT_INSTEAD}`,
          unanswered,
        });
      }
      if (outcome === 'failed') work.transient = true;
      work.failures += 1;
      if (work.failures >= FAILURES_IN_A_ROW) {
        run.missing.push(...found);
        await ledger.attempted(attemptsOf(found, now()));
        throw new LeaveVenue(
          outcome === 'failed' ? 'later' : 'failed',
          `${String(work.failures)} markets in a row failed, the last with: ${cause}`,
        );
      }
    }
    run.missing.push(...found);
    const attempts = attemptsOf(found, now());
    if (attempts.length > 0) await ledger.attempted(attempts);
  }
}

/** The assets of the request that the venue lists in no quote we compare: no failure, but it is said. */
function unlistedNote(run: VenueRun): string {
  const unlisted = run.request.assets.filter((asset) => !run.markets.some((market) => market.base === asset));
  return unlisted.length === 0 || run.request.parts !== undefined ? '' : `does not list ${unlisted.join(', ')}`;
}

/** Told of the jobs a venue left undone. Where its list never came, of the book each asset is looked for in first. */
async function attemptLeft(run: VenueRun, left: readonly Job[], reason: string, outcome: Unanswered): Promise<void> {
  const { request, options } = run;
  const source = (road: IngestRoad): Attempt['source'] => sourceOf(request, road);
  const jobs = run.markets.length > 0 ? left : unlistedJobs(run);
  const attempts: Attempt[] = [];
  for (const job of jobs) {
    for (const asked of await leftOf(run, job))
      attempts.push({
        market: job.market,
        source: source(job.road),
        asked,
        outcome,
        cause: reason,
        askedAtMs: options.now(),
      });
  }
  if (attempts.length > 0) await options.ledger.attempted(attempts);
}

function unlistedJobs(run: VenueRun): readonly Job[] {
  const { request, venue } = run;
  const capability = VENUES.get(venue);
  if (capability === undefined) return [];
  const quote = capability.mainQuote ?? 'USDT';
  const kind = request.kinds?.[0] ?? 'spot';
  const book = (base: Asset): Market => ({ venue, base, quote, kind });
  const markets =
    request.parts === undefined
      ? request.assets.map(book)
      : request.parts.map(({ market }) => market).filter((market) => market.venue === venue);
  return jobsOf(request, capability, [...new Set(markets)]);
}

const connectOptions = ({ options, request }: VenueRun): ConnectOptions => ({
  now: options.now,
  signal: options.signal,
  ...(request.parts === undefined ? {} : { kinds: [...new Set(request.parts.map(({ market }) => market.kind))] }),
  ...(request.kinds === undefined ? {} : { kinds: request.kinds }),
  ...(options.origin === undefined ? {} : { origin: options.origin }),
  ...(options.throttle === undefined ? {} : { throttle: options.throttle }),
  ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
});

/** The connections of a venue: one, unless there is no limit to keep and work enough. */
async function connectionsFor(
  first: VenueConnection,
  run: VenueRun,
  jobs: readonly Job[],
): Promise<readonly VenueConnection[]> {
  const free = run.options.origin !== undefined && run.options.throttle === false;
  const more = free ? Math.min(UNTHROTTLED_CONNECTIONS, jobs.length) - 1 : 0;
  return [first, ...(await Promise.all(Array.from({ length: Math.max(0, more) }, () => first.another())))];
}

/** One round of a venue: everything that is not answered yet. Rejects only on a broken promise. */
export async function runRound(run: VenueRun): Promise<void> {
  const { options, tally, venue, request } = run;
  const work: Work = { left: [], failures: 0, transient: false };
  run.missing = [];
  run.state = 'done';
  try {
    const connection = await connect(venue, connectOptions(run));
    run.markets = await marketsOf(connection, run);
    run.missing.push(...unlistedParts(run), ...uncertainOf(connection, run));
    const whole = jobsOf(request, connection.capability, run.markets);
    for (const road of request.roads ?? []) {
      if (run.markets.length > 0 && !run.markets.some(({ kind }) => serves(connection.capability, kind, road)))
        run.notes.add(`${venue}: offers no candles by the road ${road}`);
    }
    tally.change({
      state: 'working',
      totalMinutes: whole.reduce((sum, { range }) => sum + minutesIn(range), 0),
      doneMinutes: await alreadyAnswered(run, connection, whole),
    });
    const shared = options.throttle === false && options.origin !== undefined;
    work.left.push(
      ...jobsOf(
        request,
        connection.capability,
        run.markets,
        shared ? UNTHROTTLED_PAGES * connection.capability.cap : Infinity,
      ),
    );
    const connections = await connectionsFor(connection, run, work.left);
    const ended = await Promise.allSettled(connections.map((one) => workOff(one, run, work)));
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    await run.writer.drained();
    const lacking = tally.current.totalMinutes - tally.current.doneMinutes;
    run.state = work.transient && !stopped(run) ? 'later' : 'done';
    tally.change({
      state: run.state === 'later' ? 'waiting' : 'done',
      note: lacking > 0 ? `${String(lacking)} minutes not served` : unlistedNote(run),
    });
  } catch (error) {
    if (!(error instanceof LeaveVenue)) throw error;
    await run.writer.drained();
    run.state = error.state;
    if (!stopped(run))
      await attemptLeft(run, work.left, error.reason, error.state === 'refused' ? 'refused' : 'failed');
    const mend = `${ASK_LATER}${error.state === 'refused' ? ', from a network the venue serves' : ''}; the rest goes on without it`;
    run.missing.push({ venue, market: undefined, range: undefined, cause: error.reason, mend });
    tally.change({
      state: error.state === 'later' ? 'waiting' : error.state,
      note: `${error.reason}${error.state === 'later' ? '; left until the others are done' : ''}`,
    });
  }
}
