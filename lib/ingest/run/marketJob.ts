import {
  dayOf,
  minute,
  minuteRange,
  overlap,
  startOf,
  subtract,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Market } from '../../domain/market';
import { wholeCandles, type Timeframe } from '../../domain/timeframe';
import { ingestNotes } from '../../words/en/ingest';
import { marketText } from '../../words/en/market';
import { bringInArchive } from '../archive/bringIn';
import type { ArchiveOptions } from '../archive/pieceByPiece';
import { bringInTradesArchiveFirst } from '../archive/tradesFirst';
import { bringInLonger } from '../longer/bringIn';
import { bringIn, type PagerOptions } from '../paging/pager';
import type { Missing } from '../record/missing';
import { bringInTrades } from '../trades/bringIn';
import type { VenueConnection } from '../venue/connect';
import { servesTrades } from '../venues/capability';
import { sourceOf, type IngestRoad, type Job } from './jobs';
import { patiently, seenOf, type VenueRun } from './venueRun';

/** What of a job is still unanswered. */
export async function leftOf(
  { options, request }: VenueRun,
  { market, road, range, timeframe }: Job,
): Promise<readonly MinuteRange[]> {
  if (timeframe !== undefined) {
    const whole = wholeCandles(range, timeframe);
    const { longerLedger } = options;
    return whole === undefined || longerLedger === undefined
      ? []
      : subtract(whole, await longerLedger.answered(market, sourceOf(request, road), timeframe, whole));
  }
  return subtract(range, await options.ledger.answered(market, sourceOf(request, road), range));
}

/** Whether what is older than the candle history is built from trades: where the roads are not the user's own choice. */
export const fallsBack = ({ request }: VenueRun, connection: VenueConnection, job: Job): boolean =>
  request.roads === undefined &&
  request.parts === undefined &&
  job.road === 'rest' &&
  servesTrades(connection.capability, job.market.kind);

function pagerOptions(connection: VenueConnection, run: VenueRun, job: Job, road: IngestRoad): PagerOptions {
  const { options, request, tally } = run;
  const source = sourceOf(request, road);
  return {
    connection,
    writer: run.writer,
    source,
    now: options.now,
    signal: options.signal,
    again: request.mode === 'recheck',
    display: road === 'ui',
    seen: seenOf(run, job.market, source),
    isLate: job.isLate === true,
    random: run.patience.random,
    patiently: (ask) => patiently(run, ask),
    recorded: (page) => {
      run.quarantined += page.quarantined;
      if (page.recorded !== undefined) run.rechecked.add(job.market, source, page.minutes, page.recorded);
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
  contract: (market) => options.connection.contract(market),
  patiently: (ask) => patiently(run, ask),
  ...(run.options.fetch === undefined ? {} : { fetch: run.options.fetch }),
  recorded: (part) => {
    options.recorded({ ...part, recorded: run.request.mode === 'recheck' ? part.recorded : undefined });
  },
});

/** Brings in one range of one market by one road. Gives what could not be had. Rejects with a `VenueError`. */
export async function runJob(connection: VenueConnection, run: VenueRun, job: Job): Promise<readonly Missing[]> {
  const { market, road, range, timeframe } = job;
  if (timeframe !== undefined) return runLongerJob(connection, run, market, range, timeframe);
  if (run.request.mode === 'recheck')
    await run.rechecked.expect(market, sourceOf(run.request, road), range, run.options.ledger);
  const options = pagerOptions(connection, run, job, road);
  switch (road) {
    case 'archive':
      return bringInArchive(market, range, archiveOptions(run, options));
    case 'trades':
      return fromTrades(run, job, options);
    case 'ui':
      return bringIn(market, range, options);
    case 'rest':
      return fallsBack(run, connection, job)
        ? fromCandlesThenTrades(connection, run, job, options)
        : bringIn(market, range, options);
  }
}

/** Brings in the longer candles of one range of a market. */
function runLongerJob(
  connection: VenueConnection,
  run: VenueRun,
  market: Market,
  range: MinuteRange,
  timeframe: Timeframe,
): Promise<readonly Missing[]> {
  const { options, request } = run;
  const { longerLedger: ledger, now, signal } = options;
  if (ledger === undefined) throw new RangeError('longer candles are asked for, and no ledger keeps them');
  return bringInLonger(market, range, {
    connection,
    ledger,
    source: sourceOf(request, 'rest'),
    timeframe,
    now,
    signal,
    again: request.mode === 'recheck',
    patiently: (ask) => patiently(run, ask),
    recorded: ({ quarantined, recorded }) => {
      run.quarantined += quarantined;
      run.longer.added += recorded.added;
      run.longer.unchanged += recorded.unchanged;
      run.longer.revised += recorded.revised;
    },
  });
}

/** From the venue's archive of trades where there is one, else from its trades API, where that serves trades of such a market. */
function fromTrades(run: VenueRun, { market, range }: Job, options: PagerOptions): Promise<readonly Missing[]> {
  const rest = servesTrades(options.connection.capability, market.kind)
    ? (part: MinuteRange): Promise<readonly Missing[]> => bringInTrades(market, part, options)
    : undefined;
  if (!hasArchive(run) && rest !== undefined) return rest(range);
  const archive = archiveOptions(run, options);
  return bringInTradesArchiveFirst(market, range, { archive, rest, note: (line) => run.notes.add(line) });
}

/** Candles, and what their history no longer covers from trades, with the rest of that UTC day. */
async function fromCandlesThenTrades(
  connection: VenueConnection,
  run: VenueRun,
  job: Job,
  options: PagerOptions,
): Promise<readonly Missing[]> {
  const { market, range } = job;
  const older: { readonly part: MinuteRange; readonly depthMinutes: number }[] = [];
  const olderElsewhere = (part: MinuteRange, depthMinutes: number): void => {
    older.push({ part, depthMinutes });
  };
  const missing = [...(await bringIn(market, range, { ...options, olderElsewhere }))];
  for (const { part, depthMinutes } of older) {
    run.notes.add(ingestNotes.builtFromTrades(marketText(market), part, depthMinutes));
    missing.push(...(await bringInTrades(market, part, pagerOptions(connection, run, job, 'trades'))));
    if (run.request.mode !== 'recheck') await completeDay(connection, run, job, part.to);
  }
  return missing;
}

/**
 * Builds from trades what else of a UTC day is asked for, from where candles take over: a question about that day takes one
 * source (method, section 2), and would else find each of two without what the other has. What fails here is there as candles.
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
