import type { Market } from '../../domain/market';
import { minutesIn, union, type MinuteRange } from '../../domain/minute';
import type { Attempt, Unanswered } from '../../domain/observation';
import type { Timeframe } from '../../domain/timeframe';
import { gapWords, ingestNotes, longerWords, progressNotes } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { connect, type VenueConnection } from '../venue/connect';
import { jobsOf, longerJobsOf, serves, sourceOf, type IngestRoad, type Job } from './jobs';
import { fallsBack, leftOf } from './marketJob';
import { isUnthrottled } from './request';
import { connectOptions, jobsWithoutList, marketsOf, uncertainOf, unlistedAssets, unlistedParts } from './venueMarkets';
import { isStopped, LeaveVenue, type VenueRun } from './venueRun';
import { workOff, type Work } from './work';

/** Where nobody's limits are strained a venue is asked over so many connections: more wait for the one thread that reads. */
const UNTHROTTLED_CONNECTIONS = 2;
/** And a range is shared out in parts of so many pages, so that all of them have work. */
const UNTHROTTLED_PAGES = 32;

/** How many of the minutes asked for are answered already, those built from trades in place of candles included. */
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

/** The connections of a venue: one, unless there is no limit to keep and work enough. */
async function connectionsFor(
  first: VenueConnection,
  run: VenueRun,
  jobs: number,
): Promise<readonly VenueConnection[]> {
  const more = isUnthrottled(run.options) ? Math.min(UNTHROTTLED_CONNECTIONS, jobs) - 1 : 0;
  return [first, ...(await Promise.all(Array.from({ length: Math.max(0, more) }, () => first.another())))];
}

/** Notes the roads of the request by which the venue serves none of its markets. */
function noteUnserved(run: VenueRun, { capability }: VenueConnection): void {
  for (const road of run.request.roads ?? []) {
    if (run.markets.length > 0 && !run.markets.some((market) => serves(capability, market, road)))
      run.notes.add(ingestNotes.noSuchRoad(run.venue, road));
  }
}

/** How many of the markets are the assets' own, and how many more are asked for because the comparison rests on them. */
function noteOfMarkets({ request, markets }: VenueRun): string {
  const own = markets.filter(({ base }) => request.assets.includes(base)).length;
  return request.parts === undefined ? progressNotes.markets(own, markets.length - own) : '';
}

/** The longer candles of the request that the venue has, a day only where it is UTC's; the others are noted. */
function servedTimeframes(run: VenueRun, connection: VenueConnection): readonly Timeframe[] {
  const asked = run.request.timeframes ?? [];
  const has = connection.timeframes();
  const lacking = asked.filter((timeframe) => !has.includes(timeframe));
  const isOtherDay = connection.capability.longer?.utcDay !== true;
  if (lacking.length > 0) run.notes.add(longerWords.notServed(run.venue, lacking));
  if (isOtherDay && asked.includes('1d') && has.includes('1d')) run.notes.add(longerWords.otherDay(run.venue));
  return asked.filter((timeframe) => has.includes(timeframe) && (timeframe !== '1d' || !isOtherDay));
}

/** Asks for everything that is not answered yet; `work` holds the jobs not begun, however it ends. */
async function askAll(run: VenueRun, work: Work): Promise<void> {
  const { request, tally, venue } = run;
  const connection = await connect(venue, connectOptions(run));
  run.markets = await marketsOf(connection, run);
  run.missing.push(...unlistedParts(run), ...uncertainOf(connection, run));
  noteUnserved(run, connection);
  const jobs = jobsOf(request, connection.capability, run.markets);
  tally.change({
    state: 'working',
    note: run.markets.length > 0 ? noteOfMarkets(run) : '',
    totalMinutes: jobs.reduce((sum, { range }) => sum + minutesIn(range), 0),
    doneMinutes: await alreadyAnswered(run, connection, jobs),
  });
  const partMinutes = isUnthrottled(run.options) ? UNTHROTTLED_PAGES * connection.capability.cap : Infinity;
  work.left.push(
    ...jobsOf(request, connection.capability, run.markets, partMinutes),
    ...longerJobsOf(request, servedTimeframes(run, connection), run.markets),
  );
  // The list of markets has come from it.
  run.aheadMs = connection.clockMs() - run.options.now();
  const connections = await connectionsFor(connection, run, work.left.length);
  await workOffAll(connections, run, work);
  // Some time has passed: silence is heard out once more.
  work.left.push(...work.silent.splice(0));
  if (work.left.length > 0) await workOffAll(connections, run, work);
}

async function workOffAll(connections: readonly VenueConnection[], run: VenueRun, work: Work): Promise<void> {
  const ended = await Promise.allSettled(connections.map((one) => workOff(one, run, work)));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Tells the ledger of the jobs a venue left undone. */
async function attemptLeft(run: VenueRun, left: readonly Job[], cause: string, outcome: Unanswered): Promise<void> {
  const { request, options } = run;
  const attempts: Attempt[] = [];
  // A failed request is noted of minutes alone: a longer candle is nothing that an analysis waits for.
  const minutes = left.filter(({ timeframe }) => timeframe === undefined);
  for (const job of run.markets.length > 0 ? minutes : jobsWithoutList(run)) {
    const { market, road } = job;
    for (const asked of await leftOf(run, job))
      attempts.push({ market, source: sourceOf(request, road), asked, outcome, cause, askedAtMs: options.now() });
  }
  if (attempts.length > 0) await options.ledger.attempted(attempts);
}

/** Ends a round in which the venue was left: what it left undone is noted, and why. */
async function leave(run: VenueRun, left: readonly Job[], { state, reason }: LeaveVenue): Promise<void> {
  const { venue, tally } = run;
  if (isStopped(run) && state !== 'refused') {
    run.state = 'stopped';
    tally.change({ state: 'stopped', note: '' });
    return;
  }
  run.state = state;
  if (!isStopped(run)) await attemptLeft(run, left, reason, state === 'refused' ? 'refused' : 'failed');
  run.missing.push({
    venue,
    market: undefined,
    range: undefined,
    cause: reason,
    mend: state === 'refused' ? mend.otherNetwork : mend.venue,
  });
  tally.change(
    state === 'later' ? { state: 'waiting', note: progressNotes.leftForLater(reason) } : { state, note: reason },
  );
}

/** One round of a venue: everything that is not answered yet. Rejects only on a broken promise. */
export async function runRound(run: VenueRun): Promise<void> {
  const { tally } = run;
  const work: Work = { left: [], failures: 0, isTransient: false, silent: [] };
  run.missing = [];
  run.state = 'done';
  try {
    await askAll(run, work);
    await run.writer.drained();
    const lacking = tally.current.totalMinutes - tally.current.doneMinutes;
    if (isStopped(run) && lacking > 0) throw new LeaveVenue('stopped', gapWords.stopped);
    run.state = work.isTransient ? 'later' : 'done';
    tally.change({
      state: run.state === 'later' ? 'waiting' : 'done',
      note: lacking > 0 ? progressNotes.gaps(lacking) : progressNotes.notListed(unlistedAssets(run)),
    });
  } catch (error) {
    if (!(error instanceof LeaveVenue)) throw error;
    await run.writer.drained();
    await leave(run, [...work.left, ...work.silent], error);
  }
}
