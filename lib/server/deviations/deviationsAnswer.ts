import type { WindowAnalysis, WindowRow } from '../../analysis/window/windowRun';
import {
  MISSING,
  RATE_RULES,
  type Analysis,
  type Episode,
  type RateRule,
  type VenueSeries,
} from '../../analysis/types';
import type { AnalysedMarket, DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import type { ChartAnswer } from '../../charts/chart';
import { symbolOf } from '../../domain/asset';
import { pairOf } from '../../domain/market';
import { formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { writeReference } from '../../domain/reference';
import { noteTexts } from '../../words/en/notes';
import { chartSeriesOf, everyRow, orNull, seriesAnswersOf, type SeriesRows } from './rows';

/** What every answer to a question says of it. */
export const questionFields = (question: Question): Pick<DeviationsAnswer, 'reference' | 'rate' | 'minPeers'> => ({
  reference: writeReference(question.reference),
  rate: question.rate,
  minPeers: question.minPeers,
});

/** What an answer says beside its columns. */
export interface Stamp {
  readonly simulated: boolean;
  readonly digest: string;
}

/** An analysis: its summary, in the contract's words, and its rows as columns. */
export interface Deviations {
  readonly facts: Omit<DeviationsAnswer, 'series'>;
  readonly rows: readonly SeriesRows[];
}

/** Of a window analysed at once: every minute a row. */
export const deviationsOf = (analysis: Analysis, stamp: Stamp): Deviations => ({
  facts: {
    ...answerFields(analysis, stamp),
    resolutionMinutes: 1,
    markets: analysis.series.map((series) => analysedMarketOf(series, countsOf(series))),
  },
  rows: everyRow(analysis.series, analysis.question.range.from),
});

/** Of a long window, whose rows were chosen piece by piece. */
export const longDeviationsOf = (
  analysis: LongAnalysis,
  stamp: Stamp,
  resolutionMinutes: number,
  rows: readonly SeriesRows[],
): Deviations => ({
  facts: {
    ...answerFields(analysis, stamp),
    resolutionMinutes,
    markets: analysis.markets.map((market) => analysedMarketOf(market, market)),
  },
  rows,
});

/** In the contract's shape: ISO minutes, null for holes, ratios as they are. */
export const deviationsAnswerOf = ({ facts, rows }: Deviations): DeviationsAnswer => ({
  ...facts,
  series: seriesAnswersOf(rows),
});

/** As a chart draws it, on the analysis' own columns. */
export const chartAnswerOf = ({ facts, rows }: Deviations): ChartAnswer => ({
  ...facts,
  series: rows.map(chartSeriesOf),
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
