import { ascending } from '../../domain/ascending';
import { isTraded, type CandleColumns } from '../../domain/candle';
import type { MinuteRange } from '../../domain/minute';
import { isComputed, KINDS, roadOf, SOURCES, type Market, type Venue } from '../../domain/market';
import { quoteRank } from '../../domain/method';
import type { Question } from '../../domain/question';
import { hasPrice } from './prices';
import type { AnalysisInput, ChosenMarket, MarketColumns } from '../types';

/**
 * The markets that take part, by venue. One a venue: the reader's choice, else, among those with a trade in the window where
 * there are any, spot before perp before mark before index, then USDT, USD, USDC, then the rest by base volume over the
 * window (the minutes beside it, held for the rates, decide nothing). A contract, mark or index the reader chose is shown
 * beside the venue's spot book, which stays a peer. Without a rate only the one quote that most venues share takes part.
 */
export function chooseMarkets(input: AnalysisInput): readonly ChosenMarket[] {
  const { question } = input;
  const sourced = takingPart(input);
  const comparable =
    question.rate === 'none'
      ? sourced.filter(({ market }) => market.quote === commonQuote(question, sourced))
      : sourced;
  const venues = [...new Set(comparable.map(({ market }) => market.venue))].sort();
  return venues.flatMap((venue) => {
    const books = comparable.filter(({ market }) => market.venue === venue);
    const wanted = question.markets.filter((choice) => choice.venue === venue);
    const picked = books.filter(({ market }) =>
      wanted.some(({ quote, kind }) => quote === market.quote && kind === market.kind),
    );
    const spot = picked.filter(({ market }) => market.kind === 'spot');
    const usual = usualOf(books, question.range);
    const first = spot.length > 0 ? spot : usual.filter(({ market }) => market.kind === 'spot' || picked.length === 0);
    return [...first, ...picked.filter((one) => one.market.kind !== 'spot' && !first.includes(one)).sort(byKind)];
  });
}

/** The one market of a venue that is taken where the reader chose none; none of none. */
function usualOf(books: readonly ChosenMarket[], window: MinuteRange): readonly ChosenMarket[] {
  const trading = books.filter(({ candles, market }) => hasPrices(candles, isComputed(market.kind), window));
  return (trading.length > 0 ? trading : [...books]).sort(byPreference(window)).slice(0, 1);
}

const kindRank = ({ market }: ChosenMarket): number => KINDS.indexOf(market.kind);
const byKind = (a: ChosenMarket, b: ChosenMarket): number =>
  kindRank(a) - kindRank(b) || ascending(a.market.quote, b.market.quote);

/** The quote compared where the question asks for no rate; undefined where nothing is held. */
export const rawQuoteOf = (input: AnalysisInput): string | undefined => commonQuote(input.question, takingPart(input));

/** Markets of the venues the question names, or of every one where it names none; the yardstick's always. */
function takingPart({ question: { venues, reference, range }, markets }: AnalysisInput): readonly ChosenMarket[] {
  const named = (venue: Venue): boolean =>
    venues === undefined || venues.includes(venue) || (reference.kind === 'venue' && reference.venue === venue);
  return oneSourceEach(
    markets.filter(({ market }) => named(market.venue)),
    range,
  );
}

/**
 * Of every market one source, never a mixture: the one that answered most minutes of the window, the first in the order of
 * SOURCES where several did equally. Display klines (`ui`) are never taken: their venue edits them.
 */
export function oneSourceEach(markets: readonly MarketColumns[], window: MinuteRange): readonly ChosenMarket[] {
  const groups = new Map<string, MarketColumns[]>();
  for (const columns of markets) {
    const { venue, base, quote, kind } = columns.market;
    const key = `${venue} ${base} ${quote} ${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), columns]);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const all = groups.get(key) ?? [];
    const candidates = all
      .filter(({ source }) => roadOf(source) !== 'ui')
      .sort((a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
    const [first, ...rest] = candidates;
    if (first === undefined) return [];
    const most = rest.reduce((best, one) => (answeredIn(one, window) > answeredIn(best, window) ? one : best), first);
    const otherSources = all.filter((columns) => columns !== most).map(({ source }) => source);
    return [{ ...most, otherSources: otherSources.sort((a, b) => SOURCES.indexOf(a) - SOURCES.indexOf(b)) }];
  });
}

function answeredIn({ candles }: MarketColumns, window: MinuteRange): number {
  const { first, end } = slotsIn(candles, window);
  let answered = 0;
  for (let slot = first; slot < end; slot += 1) answered += candles.answered[slot] as number;
  return answered;
}

/** The quote most venues share; the yardstick's where one is chosen; ties by the order of quotes, then by name. */
function commonQuote(question: Question, markets: readonly ChosenMarket[]): string | undefined {
  const { reference } = question;
  const candidates =
    reference.kind === 'venue'
      ? markets.filter(({ market }) => market.venue === reference.venue && market.kind === 'spot')
      : markets;
  const count = (quote: string): number =>
    new Set(markets.filter(({ market }) => market.quote === quote).map(({ market }) => market.venue)).size;
  return [...new Set(candidates.map(({ market }) => market.quote))].sort(
    (a, b) => count(b) - count(a) || quoteRank(a) - quoteRank(b) || ascending(a, b),
  )[0];
}

/** Whether of two books of a venue nothing but their volume may say which is preferred. */
export const volumeMayDecide = (a: Market, b: Market): boolean =>
  a.kind === b.kind && quoteRank(a.quote) === quoteRank(b.quote);

const byPreference =
  (window: MinuteRange) =>
  (a: ChosenMarket, b: ChosenMarket): number => {
    if (a.market.kind !== b.market.kind) return kindRank(a) - kindRank(b);
    const rank = quoteRank(a.market.quote) - quoteRank(b.market.quote);
    if (rank !== 0) return rank;
    return volumeOf(b.candles, window) - volumeOf(a.candles, window) || ascending(a.market.quote, b.market.quote);
  };

/** Where a wrapped asset is held against its underlying, the underlying's spot books that may be compared: one a venue; without a rate those in the quote compared. */
export function underlyingBooks(input: AnalysisInput): readonly ChosenMarket[] {
  const { question, underlyingMarkets = [] } = input;
  if (question.reference.kind !== 'wrapped') return [];
  const quote = question.rate === 'none' ? rawQuoteOf(input) : undefined;
  const markets =
    quote === undefined ? underlyingMarkets : underlyingMarkets.filter(({ market }) => market.quote === quote);
  const books = chooseMarkets({
    ...input,
    question: { ...question, markets: [], venues: undefined, reference: { kind: 'others' } },
    markets,
  });
  return books.filter(({ market }) => market.kind === 'spot');
}

/** The slots of `window` that the columns hold. */
function slotsIn({ range, low }: CandleColumns, window: MinuteRange): { readonly first: number; readonly end: number } {
  return { first: Math.max(0, window.from - range.from), end: Math.min(low.length, window.to - range.from) };
}

function hasPrices(candles: CandleColumns, computed: boolean, window: MinuteRange): boolean {
  const { first, end } = slotsIn(candles, window);
  for (let slot = first; slot < end; slot += 1) if (hasPrice(candles, computed, slot)) return true;
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
