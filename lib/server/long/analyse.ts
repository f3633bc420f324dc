import { setImmediate as turn } from 'node:timers/promises';
import type { DayBuffers, MeasuredDay } from '../../analysis/days/day';
import { WindowRun, type WindowAnalysis } from '../../analysis/window/windowRun';
import { partsByDay } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { throwIfCancelled } from '../../store/connection/cancelling';
import type { DaysAhead } from '../../store/days/ahead/daysAhead';
import { DayRoom } from '../../store/days/dayRoom';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { missingDataProblem, questionMarkets, type QuestionMarkets } from '../deviations/analysisInput';
import { digestFor } from '../deviations/digest';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment, type Moment } from '../moment';
import { daysAheadOf } from './daysAhead';
import { isDecodedAtOnce, knownDaysAt, type KnownDays } from './knownDays';
import { pieceRanges } from './pieceRanges';

export interface LongOptions {
  /** Aborted: the work stops within a piece and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The share done, 0 to 1, never less than before. An estimate: by pieces of the window, not by time. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Every day of the window as it is measured, in order; its columns are overwritten by the next. */
  readonly onDay?: ((day: MeasuredDay) => void | Promise<void>) | undefined;
}

export interface LongAnswer {
  readonly analysis: WindowAnalysis;
  readonly digest: string;
}

/** Of the whole work, roughly, what hashing takes where nothing was hashed before. */
const DIGEST_SHARE = 0.3;

/**
 * A window of any length, analysed day by day: episodes, falls, notes and digest are to the bit those of the whole window
 * at once, and never more than one piece of it is in memory. Everything is read from one moment of the database.
 */
export const analyseLong = (
  context: Context,
  question: Question,
  options: LongOptions = {},
): Promise<Outcome<LongAnswer>> =>
  atOneMoment(context, question.asOf, (moment) => analyseLongAt(moment, question, options));

/** The same of a moment that is open already, whose instant is the question's. */
export async function analyseLongAt(
  moment: Moment,
  question: Question,
  options: LongOptions = {},
): Promise<Outcome<LongAnswer>> {
  const asked = questionMarkets(moment.markets, question);
  if (asked === undefined) return noAssetProblem(question.asset, question.asOf);
  const missingData = missingDataProblem(question, asked);
  if (missingData !== undefined) return missingData;
  const ahead = isDecodedAtOnce(question)
    ? undefined
    : daysAheadOf(moment.database, question.range, asked.markets.length);
  try {
    return answer(await analysed(moment, question, asked, ahead, options));
  } finally {
    ahead?.end();
  }
}

async function analysed(
  moment: Moment,
  question: Question,
  asked: QuestionMarkets,
  ahead: DaysAhead | undefined,
  options: LongOptions,
): Promise<LongAnswer> {
  const onShare = (share: number): void => {
    options.signal?.throwIfAborted();
    throwIfCancelled();
    options.onProgress?.(share);
  };
  const run = new WindowRun(question);
  const pieces = pieceRanges(question.range);
  const room = new DayRoom();
  const read = (i: number): Promise<KnownDays> | undefined => {
    const range = pieces[i];
    if (range === undefined) return undefined;
    const known = knownDaysAt(moment, { ...question, range }, asked, room, ahead);
    // It is awaited in its turn; until then its failure must not count as one nobody looks at.
    known.catch(() => undefined);
    return known;
  };
  // The first piece is fetched while what the digest is made of is looked at.
  const digesting = digestFor(moment, question, asked, (share) => {
    onShare(share * DIGEST_SHARE);
  });
  let next = read(0);
  const digest = await digesting;
  let buffers: DayBuffers | undefined;
  for (let i = 0; next !== undefined; i += 1) {
    const known = await next;
    next = read(i + 1);
    const days = partsByDay(pieces[i] ?? question.range);
    for (const [j, range] of days.entries()) {
      const day = run.measure(range, known(range), buffers);
      buffers = day;
      await options.onDay?.(day);
      // Else what is fetched meanwhile would lie unread, and its sender wait.
      await turn();
      onShare(DIGEST_SHARE + ((i + (j + 1) / days.length) / pieces.length) * (1 - DIGEST_SHARE));
    }
  }
  return { analysis: run.analysis(), digest };
}
