import { isTraded, type CandleColumns } from '../domain/candle';
import type { MinuteRange } from '../domain/minute';
import { SOURCES, type Source, type Venue } from '../domain/market';
import type { Question } from '../domain/question';
import type { AnalysisInput, MarketColumns } from './types';

/** One market of a venue that takes part, and the sources of it that do not. */
export interface Chosen extends MarketColumns {
  readonly otherSources: readonly Source[];
}

/** The order of quotes within a venue (method, section 3); the rest follow by volume. */
const QUOTE_ORDER = ['USDT', 'USD', 'USDC'];

/**
 * One market per venue that takes part, by venue, among those with a trade in the window where there are any: spot before perp, then USDT,
 * USD, USDC, then the rest by base volume over the window (the minutes beside it, held for the rates, decide nothing); of
 * each market the first source in the order of SOURCES that answered any minute. Without a rate only the one quote that
 * most venues share takes part.
 */
export function chooseMarkets(input: AnalysisInput): readonly Chosen[] {
  const { question } = input;
  const sourced = takingPart(input);
  const comparable = question.rate === 'none' ? sourced.filter(({ market }) => market.quote === commonQuote(question, sourced)) : sourced;
  const venues = [...new Set(comparable.map(({ market }) => market.venue))].sort();
  return venues.flatMap((venue) => {
    const books = comparable.filter(({ market }) => market.venue === venue);
    const trading = books.filter(({ candles }) => hasTrade(candles, question.range));
    return (trading.length > 0 ? trading : [...books]).sort(byPreference(question.range)).slice(0, 1);
  });
}

/** The quote compared where the question asks for no rate; undefined where nothing is held. */
export const rawQuoteOf = (input: AnalysisInput): string | undefined => commonQuote(input.question, takingPart(input));

/** Markets of the venues the question names, or of every one where it names none; the yardstick's always. */
function takingPart({ question: { venues, reference }, markets }: AnalysisInput): readonly Chosen[] {
  const named = (venue: Venue): boolean => venues === undefined || venues.includes(venue) || (reference.kind === 'venue' && reference.venue === venue);
  return oneSourceEach(markets.filter(({ market }) => named(market.venue)));
}

/** Of every market one source, never a mixture. */
export function oneSourceEach(markets: readonly MarketColumns[]): readonly Chosen[] {
  const keyOf = ({ market }: MarketColumns): string => `${market.venue} ${market.base} ${market.quote} ${market.kind}`;
  const keys = [...new Set(markets.map(keyOf))].sort();
  return keys.flatMap((key) => {
    const same = markets.filter((columns) => keyOf(columns) === key).sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
    const first = same.find(({ candles }) => candles.answered.includes(1)) ?? same[0];
    return first === undefined ? [] : [{ ...first, otherSources: same.filter((columns) => columns !== first).map(({ source }) => source) }];
  });
}

/** The quote most venues share; the yardstick's where one is chosen; ties by the order of quotes, then by name. */
function commonQuote(question: Question, markets: readonly Chosen[]): string | undefined {
  const { reference } = question;
  const candidates = reference.kind === 'venue' ? markets.filter(({ market }) => market.venue === reference.venue && market.kind === 'spot') : markets;
  const count = (quote: string): number => new Set(markets.filter(({ market }) => market.quote === quote).map(({ market }) => market.venue)).size;
  return [...new Set(candidates.map(({ market }) => market.quote))].sort((a, b) => count(b) - count(a) || quoteRank(a) - quoteRank(b) || (a < b ? -1 : 1))[0];
}

const quoteRank = (quote: string): number => (QUOTE_ORDER.includes(quote) ? QUOTE_ORDER.indexOf(quote) : QUOTE_ORDER.length);

const byPreference = (window: MinuteRange) => (a: Chosen, b: Chosen): number => {
  if (a.market.kind !== b.market.kind) return a.market.kind === 'spot' ? -1 : 1;
  const rank = quoteRank(a.market.quote) - quoteRank(b.market.quote);
  if (rank !== 0) return rank;
  return volumeOf(b.candles, window) - volumeOf(a.candles, window) || (a.market.quote < b.market.quote ? -1 : 1);
};

/** The slots of `window` that the columns hold. */
function slotsIn({ range, low }: CandleColumns, window: MinuteRange): { readonly first: number; readonly end: number } {
  return { first: Math.max(0, window.from - range.from), end: Math.min(low.length, window.to - range.from) };
}

function hasTrade(candles: CandleColumns, window: MinuteRange): boolean {
  const { first, end } = slotsIn(candles, window);
  for (let slot = first; slot < end; slot += 1) if (isTraded(candles, slot)) return true;
  return false;
}

function volumeOf(candles: CandleColumns, window: MinuteRange): number {
  const { first, end } = slotsIn(candles, window);
  let total = 0;
  for (let slot = first; slot < end; slot += 1) {
    const volume = candles.baseVolume[slot] as number;
    if (isTraded(candles, slot) && !Number.isNaN(volume)) total += volume;
  }
  return total;
}
