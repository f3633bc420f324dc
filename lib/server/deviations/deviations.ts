import { analyseKnown } from '../../analysis/analyse';
import { RESOLUTIONS, resolutionFor } from '../../analysis/series/resolutions';
import type { DeviationsAnswer, VenueSeriesAnswer } from '../../api/deviations';
import { EVERY_MINUTE_UNASKED_DAYS, MOST_EVERY_MINUTE_DAYS } from '../../api/limits';
import { minutesIn, MINUTES_PER_DAY } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { parsed, refused, type Parsed } from '../../domain/unit';
import { knownAt, missingDataProblem, questionMarkets } from './analysisInput';
import { digestFor } from './digest';
import { questionRests } from './questionRests';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { deviationsAnswerOf, deviationsOf, longDeviationsOf, type Deviations } from './deviationsAnswer';
import { everyRow, seriesAnswersOf } from './rows';
import { analyseLong, analyseLongAt, type LongOptions } from '../long/analyse';
import { atOneMoment, type Moment } from '../moment';
import { SparseRows } from '../long/sparseRows';
import { answer, problem, type Outcome } from '../http/outcome';
import { Unsettled } from '../../store/connection/failures';
import { neverOneMoment } from '../../words/en/database';
import { everyMinuteTooLong } from '../../words/en/limits';

/** Minutes to a bucket of rows; `auto`: every minute of a short window, buckets of a longer one. */
export type Resolution = number | 'auto';

export interface DeviationsOptions extends Pick<LongOptions, 'signal' | 'onProgress'> {
  readonly resolution?: Resolution | undefined;
}

/** About six rows of each: more than a chart is wide, and a year of ten venues in a few megabytes. */
const AUTO_BUCKETS = 400;

/** `auto`, 1 or a size of buckets. */
export function readResolution(text: string): Parsed<Resolution> {
  if (text === 'auto') return parsed('auto');
  const size = [1, ...RESOLUTIONS].find((one) => String(one) === text);
  return size === undefined ? refused({ kind: 'not-a-resolution', text, sizes: [1, ...RESOLUTIONS] }) : parsed(size);
}

/** Deviations and episodes of one asset in one window: what `analyze` prints and the asset page draws. */
export async function deviations(
  context: Context,
  question: Question,
  options: DeviationsOptions = {},
): Promise<Outcome<DeviationsAnswer>> {
  const found = await windowDeviations(context, question, options);
  return found.ok ? answer(deviationsAnswerOf(found.value)) : found;
}

/** The same as columns. */
export const windowDeviations = (
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<Deviations>> =>
  atOneMoment(context, question.asOf, (moment) => deviationsAt(moment, question, options), questionRests(question));

/** The same of a moment that is open already, whose instant is the question's. */
export async function deviationsAt(
  moment: Moment,
  question: Question,
  options: DeviationsOptions = {},
): Promise<Outcome<Deviations>> {
  const minutes = minutesIn(question.range);
  const size = sizeOf(options.resolution ?? 'auto', minutes);
  if (size === 1 && minutes > MOST_EVERY_MINUTE_DAYS * MINUTES_PER_DAY) {
    return problem(
      'bad-request',
      everyMinuteTooLong(Math.ceil(minutes / MINUTES_PER_DAY), MOST_EVERY_MINUTE_DAYS, RESOLUTIONS),
    );
  }
  return size === 1 ? everyMinute(moment, question) : inBuckets(moment, question, size, options);
}

function sizeOf(resolution: Resolution, minutes: number): number {
  if (resolution !== 'auto') return resolution;
  return minutes <= EVERY_MINUTE_UNASKED_DAYS * MINUTES_PER_DAY ? 1 : resolutionFor(minutes, AUTO_BUCKETS);
}

export interface ByPieceOptions extends Pick<LongOptions, 'signal' | 'onProgress'> {
  /** Every minute of the next piece of the window, venue by venue. */
  readonly onSeries?: ((series: readonly VenueSeriesAnswer[]) => Promise<void>) | undefined;
}

/**
 * Every minute of a window of any length, a piece after the other; at the end the summary of the whole, without rows. Throws `Unsettled` where days that are
 * spread over nodes were written meanwhile: a piece that went out cannot be taken back.
 */
export async function deviationsByPiece(
  context: Context,
  question: Question,
  { onSeries, ...options }: ByPieceOptions,
): Promise<Outcome<DeviationsAnswer>> {
  let gone = -1;
  const found = await analyseLong(context, question, {
    ...options,
    onDay: ({ range, series }) => {
      if (range.from <= gone) throw new Unsettled(neverOneMoment(context.database.place, 1));
      gone = range.from;
      return onSeries?.(seriesAnswersOf(everyRow(series, range.from)));
    },
  });
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  const stamp = { simulated: context.simulated, digest };
  return answer(deviationsAnswerOf(longDeviationsOf(analysis, stamp, 1, [])));
}

async function everyMinute(moment: Moment, question: Question): Promise<Outcome<Deviations>> {
  const found = await analysisAt(moment, question);
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  return answer(deviationsOf(analysis, { simulated: moment.simulated, digest }));
}

/** A window analysed at once, every minute of it in memory, and its digest. */
export async function analysisAt(
  moment: Moment,
  question: Question,
): Promise<Outcome<{ readonly analysis: ReturnType<typeof analyseKnown>; readonly digest: string }>> {
  const asked = questionMarkets(moment.markets, question);
  if (asked === undefined) return noAssetProblem(question.asset, question.asOf);
  const missingData = missingDataProblem(question, asked);
  if (missingData !== undefined) return missingData;
  const digest = await digestFor(moment, question, asked);
  return answer({ analysis: analyseKnown(question, await knownAt(moment, question, asked)), digest });
}

async function inBuckets(
  moment: Moment,
  question: Question,
  resolutionMinutes: number,
  { signal, onProgress }: DeviationsOptions,
): Promise<Outcome<Deviations>> {
  const rows = new SparseRows(resolutionMinutes, minutesIn(question.range));
  const found = await analyseLongAt(moment, question, {
    signal,
    onProgress,
    onDay: (day) => {
      rows.take(day);
    },
  });
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  return answer(
    longDeviationsOf(
      analysis,
      { simulated: moment.simulated, digest },
      resolutionMinutes,
      rows.seriesOf(analysis.rows),
    ),
  );
}
