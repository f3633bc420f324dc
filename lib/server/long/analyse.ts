import { ratiosOf, LongRun, type Chunk, type LongAnalysis, type MeasuredChunk } from '../../analysis/long/run';
import type { OpenEpisode } from '../../analysis/long/openEpisode';
import { planOf, type LongPlan } from '../../analysis/long/plan';
import type { AnalysisInput, ChosenMarket } from '../../analysis/types';
import { withRatioDay } from '../../analysis/reference/underlying';
import {
  dayOf,
  minute,
  minuteRange,
  MINUTES_PER_DAY,
  overlap,
  plus,
  startOf,
  union,
  type MinuteRange,
} from '../../domain/minute';
import type { Question } from '../../domain/question';
import { digestOfHashes } from '../../evidence/digest';
import { columnsOf, type ReadOptions, type Wanted } from '../../store/days/candles';
import type { Database } from '../../store/connection/database';
import type { Readable } from '../../store/connection/client';
import { questionMarkets, reachOf, missingDataProblem, type QuestionMarkets } from '../deviations/analysisInput';
import type { Context } from '../context';
import { atOneMoment, type Moment } from '../moment';
import { noAssetProblem } from '../coverage/coverage';
import { answer, type Outcome } from '../http/outcome';
import { hashedMarkets, type NewDayHashes } from './dayHashes';
import { pieceRanges } from './pieceRanges';
import { ratesFor } from './rates';
import { summariesOf, type Reading } from './summaries';

export interface LongOptions {
  /** Aborted: the work stops within a piece and throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** The share done, 0 to 1, never less than before. An estimate: by pieces of the window, not by time. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Every piece of the window as it is measured, in order; its columns are overwritten by the next. */
  readonly onPiece?: ((piece: MeasuredChunk) => void | Promise<void>) | undefined;
  /** Whether pieces carry open prices and volumes; without them reading takes half the time. */
  readonly everyField?: boolean | undefined;
}

export interface LongAnswer {
  readonly analysis: LongAnalysis;
  readonly digest: string;
}

/** Of the whole work, roughly, what hashing takes where nothing was hashed before. */
const DIGEST_SHARE = 0.3;

/**
 * A window of any length, analysed piece by piece: episodes, falls, notes and digest are to the bit those of the whole window
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
  const reading = readingOf(question, moment.snapshot);
  const wanted = questionMarkets(moment.markets, question);
  if (wanted === undefined) return noAssetProblem(question.asset, question.asOf);
  const summarised = await summarisedInput(reading, question, wanted);
  const missingData = missingDataProblem(summarised);
  if (missingData !== undefined) return missingData;
  const onShare = (share: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.(share);
  };
  const digest = await digestFor(moment.fresh, reading, question, wanted, (share) => {
    onShare(share * DIGEST_SHARE);
  });
  const analysis = await measured({ ...reading, database: moment.database }, planOf(summarised), options, (share) => {
    onShare(DIGEST_SHARE + share * (1 - DIGEST_SHARE));
  });
  return answer({ analysis, digest });
}

const readingOf = ({ range, asOf }: Question, snapshot: Readable): Reading => ({ snapshot, window: range, asOf });

/** The digest that `analyseLong` would give: in a fraction of its time, where the days were hashed before. */
export async function digestOfLongAt(
  moment: Moment,
  question: Question,
  { signal, onProgress }: Pick<LongOptions, 'signal' | 'onProgress'> = {},
): Promise<string | undefined> {
  const wanted = questionMarkets(moment.markets, question);
  if (wanted === undefined) return undefined;
  return digestFor(moment.fresh, readingOf(question, moment.snapshot), question, wanted, (share) => {
    signal?.throwIfAborted();
    onProgress?.(share);
  });
}

async function summarisedInput(
  reading: Reading,
  question: Question,
  { markets, rateMarkets, underlyingMarkets }: QuestionMarkets,
): Promise<AnalysisInput> {
  return {
    question,
    markets: await summariesOf(reading, markets),
    rateMarkets: await summariesOf(reading, rateMarkets),
    ...(underlyingMarkets === undefined ? {} : { underlyingMarkets: await summariesOf(reading, underlyingMarkets) }),
  };
}

/** The digest of a long window says of each market what `digestOf` says. */
async function digestFor(
  fresh: NewDayHashes,
  reading: Reading,
  question: Question,
  { markets, rateMarkets, underlyingMarkets }: QuestionMarkets,
  onShare: (share: number) => void,
): Promise<string> {
  const reach = reachOf(question);
  const whole = underlyingMarkets === undefined ? question.range : reach;
  const lines = (
    window: MinuteRange,
    of: 'observations' | 'closes',
    some: readonly Wanted[],
    from: number,
    share: number,
  ) =>
    hashedMarkets(fresh, { ...reading, window }, of, some, (part) => {
      onShare(from + part * share);
    });
  return digestOfHashes({
    question,
    markets: await lines(whole, 'observations', markets, 0, 0.6),
    underlyingMarkets: await lines(whole, 'observations', underlyingMarkets ?? [], 0.6, 0.2),
    rateMarkets: await lines(reach, 'closes', rateMarkets, 0.8, 0.2),
  });
}

/** With the database whose rates are remembered. */
interface MeasuredReading extends Reading {
  readonly database: Database;
}

async function measured(
  reading: MeasuredReading,
  plan: LongPlan,
  { everyField = false, onPiece }: LongOptions,
  onShare: (share: number) => void,
): Promise<LongAnalysis> {
  const run = new LongRun(plan, await ratiosFor(reading, plan));
  const pieces = pieceRanges(reading.window);
  const read = (i: number): Promise<Chunk> | undefined => {
    const piece = pieces[i];
    if (piece === undefined) return undefined;
    const chunk = chunkOf(reading, plan, piece, everyField);
    // It is awaited in its turn; until then its failure must not count as one nobody looks at.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = read(0);
  for (let i = 0; next !== undefined; i += 1) {
    const chunk = await next;
    next = read(i + 1);
    const piece = run.measure(chunk);
    await addVolumes(reading, plan, piece, everyField);
    await onPiece?.(piece);
    onShare((i + 1) / pieces.length);
  }
  return run.analysis();
}

/** What a piece's prices, rates and, where it needs them, volumes are made from. */
async function chunkOf(
  reading: MeasuredReading,
  plan: LongPlan,
  range: MinuteRange,
  everyField: boolean,
): Promise<Chunk> {
  const { snapshot, asOf } = reading;
  const whole = everyField || plan.question.reference.kind === 'vwm';
  const prices: ReadOptions = whole ? { asOf } : { asOf, fields: ['low', 'high', 'close'], traded: true };
  const [rows, underlying, rates] = await Promise.all([
    columnsOf(snapshot, plan.rows, range, prices),
    columnsOf(snapshot, plan.underlying, range, prices),
    ratesFor(reading.database, reading, plan, range),
  ]);
  return { range, rows, underlying, rates };
}

async function ratiosFor(reading: MeasuredReading, plan: LongPlan): Promise<ReturnType<typeof ratiosOf>> {
  if (plan.question.reference.kind !== 'wrapped') return [];
  const { from } = plan.question.range;
  const day = minuteRange(withRatioDay(minuteRange(from, plus(from, 1))).from, plus(from, 1));
  return ratiosOf(plan, await chunkOf(reading, plan, day, false));
}

/** The minutes of a piece that an episode adds up: while it is open all that follow its beginning. */
const minutesOf = ({ start, last, censored }: OpenEpisode, range: MinuteRange): MinuteRange | undefined =>
  overlap(range, { from: minute(start), to: censored === undefined ? range.to : minute(last + 1) });

/** Adds up what was traded in the piece's episodes; where not every field was read, volumes are read of their days alone. */
async function addVolumes(
  { snapshot, asOf }: Reading,
  plan: LongPlan,
  piece: MeasuredChunk,
  everyField: boolean,
): Promise<void> {
  const { range, touched, all } = piece;
  if (everyField || plan.question.reference.kind === 'vwm') {
    for (const episode of touched) episode.addVolumes(piece);
    return;
  }
  const parts = union(touched.flatMap((episode) => daysAround(minutesOf(episode, range), range)));
  for (const part of parts) {
    const rows = await columnsOf(snapshot, plan.rows, part, { asOf, fields: ['baseVolume', 'quoteVolume'] });
    const withVolumes = all.map((one) => ({
      ...one,
      chosen: rows[one.row] as ChosenMarket,
      shift: range.from - part.from,
    }));
    for (const episode of touched) {
      const own = minutesOf(episode, range);
      if (own !== undefined && part.from <= own.from && own.to <= part.to)
        episode.addVolumes({ range, all: withVolumes });
    }
  }
}

/** The UTC days that minutes touch, as far as they lie in the piece. */
function daysAround(minutes: MinuteRange | undefined, piece: MinuteRange): readonly MinuteRange[] {
  if (minutes === undefined) return [];
  const end = startOf(dayOf(minute(minutes.to - 1))) + MINUTES_PER_DAY;
  return [minuteRange(minute(Math.max(piece.from, startOf(dayOf(minutes.from)))), minute(Math.min(piece.to, end)))];
}
