import type { Known } from '../../analysis/days/day';
import type { AnalysisInput } from '../../analysis/types';
import { assetEntry } from '../../domain/asset';
import { daysRead } from '../../domain/daysRead';
import { BLOCS } from '../../domain/method';
import { daysIn, type MinuteRange } from '../../domain/minute';
import type { Asset } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import type { Question } from '../../domain/question';
import { columnsOf, type Wanted } from '../../store/days/candles';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import { noData } from '../../words/noData';
import type { Context } from '../context';
import { problem } from '../http/outcome';
import { withMoment, type Moment } from '../moment';
import { rateDaysAt } from '../rates/rateDays';
import { ratePairsOf, rateMarketsOf } from '../rates/rateMarkets';
import { sameDataOf } from '../sameData';

/** The markets and sources that an answer rests on, those it is converted and compared with among them. */
export interface QuestionMarkets {
  /** Every market of the asset, of every venue: who takes part, and who is a namesake, is decided from all of them. */
  readonly markets: readonly Wanted[];
  readonly rateMarkets: readonly Wanted[];
  /** Where the asset is compared with its underlying. */
  readonly underlyingMarkets: readonly Wanted[] | undefined;
}

/** What of all stored markets a question is about, or undefined when there is no data of the asset at all. */
export function questionMarkets(stored: readonly StoredMarket[], question: Question): QuestionMarkets | undefined {
  const markets = stored.filter(({ market }) => market.base === question.asset);
  if (markets.length === 0) return undefined;
  const underlying = underlyingOf(question);
  const underlyingMarkets =
    underlying === undefined
      ? undefined
      : stored.filter(({ market }) => market.base === underlying && market.kind === 'spot');
  const quotes = [...markets, ...(underlyingMarkets ?? [])].map(({ market }) => market.quote);
  return {
    markets,
    rateMarkets: rateMarketsOf(stored, quotes),
    underlyingMarkets,
  };
}

/** Every candle an analysis depends on, of one moment of the database, or undefined when there is no data of the asset. */
export const analysisInputOf = (context: Context, question: Question): Promise<AnalysisInput | undefined> =>
  withMoment(context, question.asOf, (moment) => analysisInputAt(moment, question));

/** The same of a moment that is open already, whose instant is the question's. */
export async function analysisInputAt(
  { snapshot, markets: stored }: Pick<Moment, 'snapshot' | 'markets'>,
  question: Question,
): Promise<AnalysisInput | undefined> {
  const asked = questionMarkets(stored, question);
  if (asked === undefined) return undefined;
  const { asOf } = question;
  const days = daysRead(question);
  return {
    question,
    markets: await columnsOf(snapshot, asked.markets, days.markets, { asOf }),
    rateMarkets: await columnsOf(snapshot, asked.rateMarkets, days.rates, { asOf }),
    ...(asked.underlyingMarkets === undefined
      ? {}
      : { underlyingMarkets: await columnsOf(snapshot, asked.underlyingMarkets, days.markets, { asOf }) }),
  };
}

/** All that a window's days need, rates that were made before used again. `legs`: whether single legs are told as well. */
export async function knownAt(
  moment: Moment,
  question: Question,
  asked: QuestionMarkets,
  { legs = false }: { readonly legs?: boolean } = {},
): Promise<Known> {
  const { asOf } = question;
  const { markets: range } = daysRead(question);
  const same = sameDataOf(moment);
  const read = (name: string, wanted: readonly Wanted[]): Promise<readonly MarketColumns[]> =>
    same.columns(name, range, () => columnsOf(moment.snapshot, wanted, range, { asOf }));
  const underlying = underlyingOf(question);
  return {
    markets: await read(question.asset, asked.markets),
    underlying: underlying === undefined ? [] : await read(`${underlying} spot`, asked.underlyingMarkets ?? []),
    rates: await ratesAt(moment, asked, range, { legs }),
  };
}

/** The rates of every day of a range, of raw quotes too: who is a namesake is told in USD. */
export function ratesAt(
  moment: Moment,
  { markets, underlyingMarkets = [] }: QuestionMarkets,
  range: MinuteRange,
  { legs }: { readonly legs: boolean } = { legs: false },
): Promise<Known['rates']> {
  const pairs = ratePairsOf([...markets, ...underlyingMarkets]);
  const name = `${pairs.map(({ quote, venue }) => `${quote} ${venue}`).join(',')}${legs ? ' legs' : ''}`;
  return sameDataOf(moment).rates(name, range, () => rateDaysAt(moment, { days: daysIn(range), pairs, legs }));
}

/** What a wrapped asset is compared with, where the question asks for that. */
function underlyingOf({ asset, reference }: Question): Asset | undefined {
  const { nature } = assetEntry(asset);
  return reference.kind === 'wrapped' && nature.kind === 'wrapped' ? nature.underlying : undefined;
}

/** The problem where the question names a venue, a market, a reference or a bloc without data; else undefined. */
export function missingDataProblem(
  { asset, venues, reference, bloc, markets: choices }: Question,
  { markets, underlyingMarkets }: QuestionMarkets,
): ReturnType<typeof problem> | undefined {
  const choice = choices.find(
    ({ venue, quote, kind }) =>
      !markets.some(({ market }) => market.venue === venue && market.quote === quote && market.kind === kind),
  );
  if (choice !== undefined) return problem('not-held', noData.market(asset, choice.venue, choice.quote, choice.kind));
  if (underlyingMarkets?.length === 0) {
    const { nature } = assetEntry(asset);
    const underlying = nature.kind === 'wrapped' ? nature.underlying : asset;
    return problem('not-held', noData.underlying(asset, underlying));
  }
  const missingData = venues?.find((venue) => !markets.some(({ market }) => market.venue === venue));
  if (missingData !== undefined) return problem('not-held', noData.venue(asset, missingData));
  if (
    reference.kind === 'venue' &&
    !markets.some(({ market }) => market.venue === reference.venue && market.kind === 'spot')
  ) {
    return problem('not-held', noData.referenceVenue(asset, reference.venue));
  }
  // Of the blocs that the method tells apart, one without books is answered: with holes that say so.
  if (
    bloc !== 'all' &&
    !BLOCS.some((known) => known === bloc) &&
    !markets.some(({ market }) => market.quote === bloc && market.kind === 'spot')
  )
    return problem('not-held', noData.bloc(asset, bloc));
  return undefined;
}
