import type { AnalysisInput } from '../../analysis/types';
import { withRatioDay } from '../../analysis/reference/underlying';
import { assetEntry } from '../../domain/asset';
import type { Asset, Market } from '../../domain/market';
import { isCrossBase, RATE_MARGIN } from '../../domain/method';
import { clampedMinute, minuteRange, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { columnsOf, type Wanted } from '../../store/days/candles';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import type { Context } from '../context';
import { atOneMoment, type Moment } from '../moment';
import { problem } from '../http/outcome';
import { noData } from '../../words/en/noData';

/** The markets and sources that a question is about, and those it is converted and compared with. */
export interface QuestionMarkets {
  readonly markets: readonly Wanted[];
  readonly rateMarkets: readonly Wanted[];
  /** Where the asset is compared with its underlying. */
  readonly underlyingMarkets: readonly Wanted[] | undefined;
}

/** What of all stored markets a question is about, or undefined when there is no data of the asset at all. */
export function questionMarkets(stored: readonly StoredMarket[], question: Question): QuestionMarkets | undefined {
  if (!stored.some(({ market }) => market.base === question.asset)) return undefined;
  const markets = stored.filter(({ market }) => market.base === question.asset && takesPart(question, market));
  const underlying = underlyingOf(question);
  const underlyingMarkets =
    underlying === undefined
      ? undefined
      : stored.filter(({ market }) => market.base === underlying && market.kind === 'spot');
  const quotes = quotesOf([...markets, ...(underlyingMarkets ?? [])]);
  return {
    markets,
    rateMarkets: question.rate === 'usd' ? stored.filter(({ market }) => servesRate(market, quotes)) : [],
    underlyingMarkets,
  };
}

/** The minutes an analysis looks at: the rate's centred smoothing to each side, and the day before from which a ratio is taken. */
export const reachOf = (question: Question): MinuteRange =>
  widened(underlyingOf(question) === undefined ? question.range : withRatioDay(question.range));

/** Every candle an analysis depends on, of one moment of the database, or undefined when there is no data of the asset. */
export const analysisInputOf = (context: Context, question: Question): Promise<AnalysisInput | undefined> =>
  atOneMoment(context, question.asOf, (moment) => analysisInputAt(moment, question));

/** The same of a moment that is open already, whose instant is the question's. */
export async function analysisInputAt(
  { snapshot, markets: stored }: Pick<Moment, 'snapshot' | 'markets'>,
  question: Question,
): Promise<AnalysisInput | undefined> {
  const asked = questionMarkets(stored, question);
  if (asked === undefined) return undefined;
  const { markets: mine, rateMarkets, underlyingMarkets: below = [] } = asked;
  const { asOf } = question;
  // Of the asset's own books the minutes beside the window count only where a ratio is taken.
  const columns = await columnsOf(
    snapshot,
    [...mine, ...below],
    asked.underlyingMarkets === undefined ? question.range : reachOf(question),
    { asOf },
  );
  return {
    question,
    markets: columns.slice(0, mine.length),
    // Of the books that serve a rate its legs look at the closes of traded minutes alone, and so does the digest.
    rateMarkets: await columnsOf(snapshot, rateMarkets, reachOf(question), { asOf, fields: ['close'], traded: true }),
    ...(asked.underlyingMarkets === undefined ? {} : { underlyingMarkets: columns.slice(mine.length) }),
  };
}

/** What a wrapped asset is compared with, where the question asks for that. */
function underlyingOf({ asset, reference }: Question): Asset | undefined {
  const { nature } = assetEntry(asset);
  return reference.kind === 'wrapped' && nature.kind === 'wrapped' ? nature.underlying : undefined;
}

const takesPart = (question: Question, market: Market): boolean =>
  question.venues === undefined ||
  question.venues.includes(market.venue) ||
  (question.reference.kind === 'venue' && question.reference.venue === market.venue);

const quotesOf = (stored: readonly Wanted[]): ReadonlySet<string> =>
  new Set(stored.map(({ market }) => market.quote).filter((quote) => quote !== 'USD'));

/** Whether a market is a leg of the rate of any of these quotes. */
export function servesRate(market: Market, quotes: ReadonlySet<string>): boolean {
  if (market.kind !== 'spot' || quotes.size === 0) return false;
  if (isCrossBase(market.base)) return market.quote === 'USD' || quotes.has(market.quote);
  return market.quote === 'USD' && quotes.has(market.base);
}

/** The rate's centred smoothing looks two minutes to each side. */
export function widened(range: MinuteRange): MinuteRange {
  return minuteRange(clampedMinute(range.from - RATE_MARGIN), clampedMinute(range.to + RATE_MARGIN));
}

/** The problem where the question names a venue, a market or a reference without data; else undefined. */
export function missingDataProblem({
  question,
  markets,
  underlyingMarkets,
}: AnalysisInput): ReturnType<typeof problem> | undefined {
  const { asset, venues, reference } = question;
  const choice = question.markets.find(
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
    return problem('not-held', noData.yardstick(asset, reference.venue));
  }
  return undefined;
}
