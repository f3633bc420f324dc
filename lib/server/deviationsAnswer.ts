import { medianOf } from '../analysis/order';
import { MISSING, RATE_RULES, type Analysis, type Episode, type RateRule, type VenueSeries } from '../analysis/types';
import type { AnalysedMarket, DeviationsAnswer, EpisodeAnswer, VenueSeriesAnswer } from '../api/deviations';
import type { MissingReason } from '../api/hole';
import { symbolOf } from '../domain/asset';
import { pairOf } from '../domain/market';
import { formatMinute, plus, type Minute } from '../domain/minute';
import { METHOD_VERSION, type Question } from '../domain/question';
import { writeReference } from '../permalink/fields';

/** NaN is the kernel's hole, null the contract's. */
export const orNull = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
const column = (values: Float64Array): (number | null)[] => Array.from(values, orNull);

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

/** An analysis in the contract's shape: ISO minutes, null for holes, ratios as they are. */
export function deviationsAnswerOf(analysis: Analysis, stamp: { readonly simulated: boolean; readonly digest: string }): DeviationsAnswer {
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
    notes: [...analysis.notes],
    markets: analysis.series.map(analysedMarketOf),
    series: analysis.series.map((series) => seriesAnswerOf(series, question.range.from)),
    episodes: analysis.episodes.map(episodeAnswerOf),
    market: { fall: orNull(analysis.market.fall) },
    falls: analysis.falls.map(({ venue, fall, excess }) => ({ venue, fall: orNull(fall), excess: orNull(excess) })),
  };
}

function analysedMarketOf(series: VenueSeries): AnalysedMarket {
  const count = (...reasons: (typeof MISSING)[number][]): number => series.missing.reduce((total, code) => total + (reasons.includes(MISSING[code] ?? 'measured') ? 1 : 0), 0);
  const notFetched = count('not-fetched');
  const noTrade = count('no-trade');
  return {
    venue: series.venue,
    market: pairOf(series.market),
    kind: series.market.kind,
    source: series.source,
    otherSources: [...series.otherSources],
    traded: series.missing.length - notFetched - noTrade,
    noTrade,
    notFetched,
    rate: rateOf(series),
  };
}

function rateOf(series: VenueSeries): AnalysedMarket['rate'] {
  const minutes: Record<RateRule, number> = { none: 0, usd: 0, cross: 0, direct: 0, parity: 0 };
  for (const code of series.rateRule) minutes[RATE_RULES[code] ?? 'none'] += 1;
  const rule = [...RATE_RULES].sort((a, b) => minutes[b] - minutes[a])[0] ?? 'none';
  return { rule, median: orNull(medianOf([...series.rate].filter((rate) => !Number.isNaN(rate)))), minutes };
}

function seriesAnswerOf(series: VenueSeries, from: Minute): VenueSeriesAnswer {
  return {
    venue: series.venue,
    market: pairOf(series.market),
    kind: series.market.kind,
    minutes: Array.from(series.low, (_, i) => formatMinute(plus(from, i))),
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
