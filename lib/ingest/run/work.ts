import { gapWords, longerWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { attemptsOf, type Missing } from '../record/missing';
import type { VenueConnection } from '../venue/connect';
import { sourceOf, type Job } from './jobs';
import { leftOf, runJob } from './marketJob';
import { endOf, isStopped, LeaveVenue, type VenueRun } from './venueRun';

/** So many markets in a row that fail for no reason of their own are the venue's failure. */
const FAILURES_IN_A_ROW = 3;

/** The jobs not yet begun, and what several connections know of the venue together. */
export interface Work {
  readonly left: Job[];
  failures: number;
  /** A failure that time may mend: the venue is asked again later. */
  isTransient: boolean;
  /** Where the venue was silent without proof: asked once more when all else is done. */
  readonly silent: Job[];
}

/** When another process is seen at the same work, two of one order would go on doing the same: chance parts them. */
function nextJob(work: Work, run: VenueRun): Job | undefined {
  if (!run.writer.company || run.request.mode === 'recheck') return work.left.shift();
  return work.left.splice(Math.floor(run.patience.random() * work.left.length), 1)[0];
}

interface JobEnd {
  readonly missing: readonly Missing[];
  /** Given where the job failed as a whole. */
  readonly failure?: ReturnType<typeof endOf>;
}

/** Runs a job; one that fails gives what is left of it. Rejects where the venue as a whole is to be left. */
async function endedJob(connection: VenueConnection, run: VenueRun, work: Work, job: Job): Promise<JobEnd> {
  try {
    return { missing: await runJob(connection, run, job) };
  } catch (error) {
    // Where the venue is left this job counts among those left.
    work.left.unshift(job);
    const failure = endOf(error, run);
    if (isStopped(run)) throw new LeaveVenue('stopped', gapWords.stopped);
    work.left.shift();
    await run.writer.drained();
    const gap = {
      venue: run.venue,
      market: job.market,
      ...(job.timeframe === undefined
        ? {
            cause: failure.cause,
            mend: mend.laterOrImport,
            unanswered: { source: sourceOf(run.request, job.road), outcome: failure.outcome },
          }
        : { cause: longerWords.gap(job.timeframe, failure.cause), mend: mend.later }),
    };
    return { missing: (await leftOf(run, job)).map((range) => ({ ...gap, range })), failure };
  }
}

/** Keeps the silences of a job for later, as jobs of their own by the road that found them; gives what else is missing. */
function keepSilent(run: VenueRun, job: Job, missing: readonly Missing[], { silent }: Work): readonly Missing[] {
  return missing.filter(({ isSilent, unanswered, range }) => {
    if (isSilent !== true || range === undefined) return true;
    const isBuilt = job.timeframe === undefined && unanswered?.source === sourceOf(run.request, 'trades');
    silent.push({ ...job, road: isBuilt ? 'trades' : job.road, range, isLate: true });
    return false;
  });
}

/** Works off jobs until none is left. Leaves the venue after several markets failed in a row. */
export async function workOff(connection: VenueConnection, run: VenueRun, work: Work): Promise<void> {
  const { ledger, now } = run.options;
  for (let job = nextJob(work, run); job !== undefined; job = nextJob(work, run)) {
    if (isStopped(run)) throw new LeaveVenue('stopped', gapWords.stopped);
    const ended = await endedJob(connection, run, work, job);
    const { failure } = ended;
    const missing = job.isLate === true ? ended.missing : keepSilent(run, job, ended.missing, work);
    run.missing.push(...missing);
    const attempts = attemptsOf(missing, now());
    if (attempts.length > 0) await ledger.attempted(attempts);
    if (failure === undefined) {
      work.failures = 0;
      continue;
    }
    if (failure.outcome === 'failed') work.isTransient = true;
    work.failures += 1;
    if (work.failures >= FAILURES_IN_A_ROW)
      throw new LeaveVenue(
        failure.outcome === 'failed' ? 'later' : 'failed',
        gapWords.failures(work.failures, failure.cause),
      );
  }
}
