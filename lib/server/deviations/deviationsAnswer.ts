import { marketKey } from '../../analysis/markets/marketKey';
import type { WindowAnalysis, WindowRow } from '../../analysis/window/windowRun';
import { writeCertainty } from '../../domain/episode';
import { writeWhy, type WrittenWhy } from '../../api/leftOut';
import { leftOutAnswer } from './leftOut';
import { MISSING, RATE_RULES, type Analysis, type Episode, type RateRule } from '../../analysis/types';
import { PRICED } from '../../domain/missing';
import type { AnalysedMarket, DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import type { ChartAnswer } from '../../charts/chart';
import { symbolOf } from '../../domain/asset';
import { pairOf } from '../../domain/market';
import { formatMinute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { writeReference } from '../../domain/reference';
import { noteTexts } from '../../words/notes';
import { notOver } from '../moment';
import { chartSeriesOf, everyRow, orNull, seriesAnswersOf, seriesTexts, type SeriesRows } from './rows';

/** What every answer to a question says of it. */
export const questionFields = (
  question: Question,
): Pick<DeviationsAnswer, 'reference' | 'bloc' | 'rate' | 'minPeers'> => ({
  reference: writeReference(question.reference),
  bloc: question.bloc,
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
export const deviationsOf = (analysis: WindowAnalysis & Pick<Analysis, 'series'>, stamp: Stamp): Deviations =>
  longDeviationsOf(analysis, stamp, 1, everyRow(analysis.series, analysis.question.range.from));

/** Of a long window, whose rows were chosen day by day. */
export const longDeviationsOf = (
  analysis: WindowAnalysis,
  stamp: Stamp,
  resolutionMinutes: number,
  rows: readonly SeriesRows[],
): Deviations => ({
  facts: {
    ...answerFields(analysis, stamp),
    resolutionMinutes,
    markets: [...analysis.rows.map(analysedMarketOf), ...absentMarketsOf(analysis)],
  },
  rows,
});

/** In the contract's shape: ISO minutes, null for holes, ratios as they are. */
export const deviationsAnswerOf = ({ facts, rows }: Deviations): DeviationsAnswer => ({
  ...facts,
  series: seriesAnswersOf(rows),
});

/** What `JSON.stringify` makes of that, a market's rows a piece: no answer stands in memory as objects, nor as one text. */
export function* deviationsPieces({ facts, rows }: Deviations): Generator<string, void, undefined> {
  yield JSON.stringify(facts).slice(0, -1);
  let before = ',"series":[';
  for (const text of seriesTexts(rows)) {
    yield before + text;
    before = ',';
  }
  yield rows.length === 0 ? `${before}]}` : ']}';
}

/** As a chart draws it, on the analysis' own columns. */
export const chartAnswerOf = ({ facts, rows }: Deviations): ChartAnswer => ({
  ...facts,
  series: rows.map(chartSeriesOf),
});

function answerFields(
  analysis: WindowAnalysis,
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
    notes: noteTexts([...analysis.notes, ...notOver(question.range)]),
    // What lies within its rate's uncertainty is never among the deepest.
    episodes: [
      ...analysis.episodes.filter(({ certainty }) => certainty !== 'within'),
      ...analysis.episodes.filter(({ certainty }) => certainty === 'within'),
    ].map(episodeAnswerOf),
    leftOut: analysis.leftOut.map(leftOutAnswer),
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

/** In the contract's shape: minutes by what they are, and the rates of those that have one. */
function analysedMarketOf(row: WindowRow): AnalysedMarket {
  const of = (reason: (typeof MISSING)[number]): number => row.missing[MISSING.indexOf(reason)] as number;
  const minutes = Object.fromEntries(RATE_RULES.map((rule, code) => [rule, row.rateMinutes[code] as number])) as Record<
    RateRule,
    number
  >;
  const rule = [...RATE_RULES].sort((a, b) => minutes[b] - minutes[a])[0] ?? 'none';
  return {
    venue: row.venue,
    market: pairOf(row.market),
    kind: row.kind,
    source: row.source,
    otherSources: [...row.otherSources],
    traded: PRICED.reduce((sum, why) => sum + of(why), 0),
    noTrade: of('no-trade'),
    notFetched: of('not-fetched'),
    moved: of('moved'),
    setAside: of('set-aside'),
    minutesLeftOut: of('left-out'),
    rate: {
      rule,
      median: orNull(row.rateMedian),
      uncertainty: orNull(row.rateUncertainty),
      legs: orNull(row.legs),
      venues: [...row.lenders],
      minutes,
    },
    books: row.books.map(({ market, source, range }) => ({
      market: pairOf(market),
      source,
      from: formatMinute(range.from),
      to: formatMinute(range.to),
    })),
    aliasOf: null,
    leftOut: null,
  };
}

/** Markets that stood for their venue on no day, behind those that did. */
function absentMarketsOf({ rows, leftOut }: Pick<WindowAnalysis, 'rows' | 'leftOut'>): DeviationsAnswer['markets'] {
  const stood = new Set(rows.flatMap(({ books }) => books.map(({ market }) => marketKey(market))));
  return leftOut
    .filter(({ market }) => !stood.has(marketKey(market)))
    .map(({ market, source, why, of }) => ({
      venue: market.venue,
      market: pairOf(market),
      kind: market.kind,
      source,
      otherSources: [],
      traded: null,
      noTrade: null,
      notFetched: null,
      rate: null,
      aliasOf: of === undefined ? null : pairOf(of),
      leftOut: why === 'alias' ? null : (writeWhy(why) as Exclude<WrittenWhy, 'alias'>),
    }));
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
    certainty: writeCertainty(episode.certainty),
    uncertaintyAtPeak: orNull(episode.uncertaintyAtPeak),
    blocs: episode.blocs ?? null,
  };
}
