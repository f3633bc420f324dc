import type { LongAnalysis, LongMarket } from '../../analysis/long/run';
import { medianBySelection } from '../../analysis/long/select';
import {
  MISSING,
  RATE_RULES,
  type Analysis,
  type Episode,
  type RateRule,
  type VenueSeries,
} from '../../analysis/types';
import type { AnalysedMarket, DeviationsAnswer, EpisodeAnswer, VenueSeriesAnswer } from '../../api/deviations';
import type { MissingReason } from '../../api/hole';
import { symbolOf } from '../../domain/asset';
import { pairOf } from '../../domain/market';
import { formatMinute, plus, type Minute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { writeReference } from '../../domain/reference';
import { noteTexts } from '../../words/en/notes';

/** NaN is the kernel's hole, null the contract's. */
export const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function column(values: Float64Array): (number | null)[] {
  const out = new Array<number | null>(values.length);
  for (let i = 0; i < values.length; i += 1) out[i] = orNull(values[i]);
  return out;
}

export const missingReason = (code: number | undefined): MissingReason | null => {
  const why = MISSING[code ?? -1];
  return why === undefined || why === 'measured' ? null : why;
};

/** What every answer to a question says of it. */
export const questionFields = (question: Question): Pick<DeviationsAnswer, 'reference' | 'rate' | 'minPeers'> => ({
  reference: writeReference(question.reference),
  rate: question.rate,
  minPeers: question.minPeers,
});

/** What an answer says beside its columns. */
interface Stamp {
  readonly simulated: boolean;
  readonly digest: string;
}

/** An analysis in the contract's shape: ISO minutes, null for holes, ratios as they are; every minute a row. */
export const deviationsAnswerOf = (analysis: Analysis, stamp: Stamp): DeviationsAnswer => ({
  ...answerFields(analysis, stamp),
  resolutionMinutes: 1,
  markets: analysis.series.map((series) => analysedMarketOf(series, countsOf(series))),
  series: seriesAnswersOf(analysis.series, analysis.question.range.from),
});

/** The same of a long window whose rows were chosen piece by piece. */
export const longAnswerOf = (
  analysis: LongAnalysis,
  stamp: Stamp,
  rows: { readonly resolutionMinutes: number; readonly series: readonly VenueSeriesAnswer[] },
): DeviationsAnswer => ({
  ...answerFields(analysis, stamp),
  resolutionMinutes: rows.resolutionMinutes,
  markets: analysis.markets.map((market) => analysedMarketOf(market, market)),
  series: [...rows.series],
});

function answerFields(
  analysis: Pick<Analysis, 'question' | 'currency' | 'notes' | 'episodes' | 'market' | 'falls'>,
  stamp: Stamp,
): Omit<DeviationsAnswer, 'resolutionMinutes' | 'markets' | 'series'> {
  const { question } = analysis;
  return {
    method: METHOD_VERSION,
    simulated: stamp.simulated,
    asset: question.asset,
    name: symbolOf(question.asset),
    from: formatMinute(question.range.from),
    to: formatMinute(question.range.to),
    currency: analysis.currency,
    ...questionFields(question),
    enter: question.enter,
    digest: stamp.digest,
    notes: noteTexts(analysis.notes),
    episodes: analysis.episodes.map(episodeAnswerOf),
    market: { fall: orNull(analysis.market.fall) },
    falls: analysis.falls.map(({ venue, market, fall, excess }) => ({
      venue,
      market: pairOf(market),
      kind: market.kind,
      fall: orNull(fall),
      excess: orNull(excess),
    })),
  };
}

/** Minutes by MISSING and by RATE_RULES, and the median rate of those that have one. */
type Counts = Pick<LongMarket, 'missing' | 'rateMinutes' | 'rateMedian'>;

function countsOf({ missing, rateRule, rate }: VenueSeries): Counts {
  const counts = { missing: new Uint32Array(MISSING.length), rateMinutes: new Uint32Array(RATE_RULES.length) };
  for (const why of missing) counts.missing[why] = (counts.missing[why] as number) + 1;
  for (const rule of rateRule) counts.rateMinutes[rule] = (counts.rateMinutes[rule] as number) + 1;
  return { ...counts, rateMedian: medianBySelection(rate.filter((value) => !Number.isNaN(value))) };
}

function analysedMarketOf(
  taken: Pick<VenueSeries, 'market' | 'source' | 'otherSources'>,
  { missing, rateMinutes, rateMedian }: Counts,
): AnalysedMarket {
  const of = (reason: (typeof MISSING)[number]): number => missing[MISSING.indexOf(reason)] as number;
  const minutes = Object.fromEntries(RATE_RULES.map((rule, code) => [rule, rateMinutes[code] as number])) as Record<
    RateRule,
    number
  >;
  const rule = [...RATE_RULES].sort((a, b) => minutes[b] - minutes[a])[0] ?? 'none';
  return {
    venue: taken.market.venue,
    market: pairOf(taken.market),
    kind: taken.market.kind,
    source: taken.source,
    otherSources: [...taken.otherSources],
    traded: of('measured') + of('no-rate') + of('too-few-peers'),
    noTrade: of('no-trade'),
    notFetched: of('not-fetched'),
    rate: { rule, median: orNull(rateMedian), minutes },
  };
}

/** Every minute of each series, the first being `from`: all share one list of minutes. */
export function seriesAnswersOf(all: readonly VenueSeries[], from: Minute): VenueSeriesAnswer[] {
  const minutes = Array.from(all[0]?.low ?? [], (_, i) => formatMinute(plus(from, i)));
  return all.map((series) => seriesAnswerOf(series, minutes));
}

function seriesAnswerOf(series: VenueSeries, minutes: string[]): VenueSeriesAnswer {
  return {
    venue: series.venue,
    market: pairOf(series.market),
    kind: series.market.kind,
    minutes,
    open: column(series.open),
    high: column(series.high),
    low: column(series.low),
    close: column(series.close),
    usdVolume: column(series.usdVolume),
    referenceLow: column(series.referenceLow),
    referenceHigh: column(series.referenceHigh),
    referenceClose: column(series.referenceClose),
    peers: [...series.peers],
    dispersion: column(series.dispersion),
    dLow: column(series.dLow),
    dHigh: column(series.dHigh),
    dClose: column(series.dClose),
    outside: column(series.outside),
    missing: Array.from(series.missing, missingReason),
  };
}

export function episodeAnswerOf(episode: Episode): EpisodeAnswer {
  return {
    ...episode,
    market: pairOf(episode.market),
    start: formatMinute(episode.start),
    end: formatMinute(episode.end),
    peakMinute: formatMinute(episode.peakMinute),
    peakClose: orNull(episode.peakClose),
    peakOutside: orNull(episode.peakOutside),
    recoveryMinutes: episode.recoveryMinutes ?? null,
    baseVolume: orNull(episode.baseVolume),
    usdVolume: orNull(episode.usdVolume),
    volumeShare: orNull(episode.volumeShare),
  };
}
