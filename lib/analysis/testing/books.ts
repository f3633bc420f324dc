import { isComputed, KINDS, roadOf, SOURCES, type Market } from '../../domain/market';
import type { Question } from '../../domain/question';
import type { MarketColumns } from '../types';
import { alphabetical } from './arithmetic';

/** A candle as an object; undefined where the source does not say. */
export interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly baseVolume: number | undefined;
  readonly quoteVolume: number | undefined;
  readonly trades: number | undefined;
}

/** One market by one source: the minutes with a price, and the minutes asked about. */
export interface Book {
  readonly market: Market;
  readonly source: string;
  readonly otherSources: readonly string[];
  readonly bars: ReadonlyMap<number, Bar>;
  readonly asked: ReadonlySet<number>;
}

const number = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value;

const isAbove0 = (amount: number | undefined): boolean => amount !== undefined && amount > 0;

/** Columns as minute → bar: traded minutes alone, but of a computed price, which nobody trades at, every candle. */
function read(columns: MarketColumns, otherSources: readonly string[]): Book {
  const { candles } = columns;
  const bars = new Map<number, Bar>();
  const asked = new Set<number>();
  for (let i = 0; i < candles.answered.length; i += 1) {
    const at = candles.range.from + i;
    if (candles.answered[i] === 1) asked.add(at);
    // Most minutes of a wrapped asset's day are holes: nothing is made for them.
    const open = number(candles.open[i]);
    if (open === undefined) continue;
    const high = number(candles.high[i]);
    const low = number(candles.low[i]);
    const close = number(candles.close[i]);
    if (high === undefined || low === undefined || close === undefined) continue;
    const baseVolume = number(candles.baseVolume[i]);
    const quoteVolume = number(candles.quoteVolume[i]);
    const trades = number(candles.trades[i]);
    if (isAbove0(baseVolume) || isAbove0(quoteVolume) || isAbove0(trades) || isComputed(columns.market.kind))
      bars.set(at, { open, high, low, close, baseVolume, quoteVolume, trades });
  }
  return { market: columns.market, source: columns.source, otherSources, bars, asked };
}

const marketKey = ({ venue, base, quote, kind }: Market): string => [venue, base, quote, kind].join(' ');

/**
 * Of every market the source that answered most minutes of the question, the first in the order of preference of equals;
 * never a mixture, never a display, which is named among the others alone.
 */
export function books(all: readonly MarketColumns[], question: Question): readonly Book[] {
  const minutes = new Set(minutesOf(question));
  const answers = ({ candles }: MarketColumns): number => {
    let answered = 0;
    for (const at of minutes) if (candles.answered[at - candles.range.from] === 1) answered += 1;
    return answered;
  };
  const keys = [...new Set(all.map(({ market }) => marketKey(market)))].sort(alphabetical);
  return keys.flatMap((key) => {
    const told = SOURCES.flatMap((source) =>
      all.filter((one) => marketKey(one.market) === key && one.source === source),
    );
    const eligible = told.filter(({ source }) => roadOf(source) !== 'ui');
    const most = Math.max(...eligible.map(answers));
    const used = eligible.find((one) => answers(one) === most);
    if (used === undefined) return [];
    return [
      read(
        used,
        told.filter((one) => one !== used).map((one) => one.source),
      ),
    ];
  });
}

const PREFERRED = ['USDT', 'USD', 'USDC'];
const place = (quote: string): number => (PREFERRED.includes(quote) ? PREFERRED.indexOf(quote) : PREFERRED.length);

/** The minutes of the question. */
export function minutesOf({ range }: Question): readonly number[] {
  const minutes: number[] = [];
  for (let at: number = range.from; at < range.to; at += 1) minutes.push(at);
  return minutes;
}

const tradedIn = (book: Book, minutes: readonly number[]): boolean => minutes.some((at) => book.bars.has(at));

const volumeOver = (book: Book, minutes: readonly number[]): number =>
  minutes.reduce((sum, at) => {
    const volume = book.bars.get(at)?.baseVolume;
    return volume === undefined ? sum : sum + volume;
  }, 0);

/** The better of two markets of a venue: spot before the contract, mark and index, then USDT, USD, USDC, then the greater volume, then the name. */
function better(a: Book, b: Book, minutes: readonly number[]): number {
  if (a.market.kind !== b.market.kind) return KINDS.indexOf(a.market.kind) - KINDS.indexOf(b.market.kind);
  if (place(a.market.quote) !== place(b.market.quote)) return place(a.market.quote) - place(b.market.quote);
  const volumes = volumeOver(b, minutes) - volumeOver(a, minutes);
  return volumes === 0 ? alphabetical(a.market.quote, b.market.quote) : volumes;
}

/** The best of one venue's books: of those with a price in the window, where there are any. */
function best(own: readonly Book[], minutes: readonly number[]): readonly Book[] {
  const traded = own.filter((book) => tradedIn(book, minutes));
  return [...(traded.length > 0 ? traded : own)].sort((a, b) => better(a, b, minutes)).slice(0, 1);
}

/** By venue, its books, shown as `shown` says. */
function byVenue(held: readonly Book[], shown: (own: readonly Book[]) => readonly Book[]): readonly Book[] {
  const venues = [...new Set(held.map(({ market }) => market.venue))].sort(alphabetical);
  return venues.flatMap((venue) => shown(held.filter(({ market }) => market.venue === venue)));
}

/** One book per venue, whatever the reader chose. */
export function usualBooks(question: Question, held: readonly Book[]): readonly Book[] {
  const minutes = minutesOf(question);
  return byVenue(held, (own) => best(own, minutes));
}

/**
 * The books the question shows, by venue. A spot market chosen takes the place of the usual book; other kinds chosen stand
 * after the venue's spot book, in the order of the kinds, or alone where none of its spot books is the usual one (none is held,
 * or none traded and another kind did). What is not held is not chosen.
 */
export function booksShown(question: Question, held: readonly Book[]): readonly Book[] {
  const minutes = minutesOf(question);
  const isChosen = ({ market }: Book): boolean =>
    question.markets.some(
      ({ venue, quote, kind }) => venue === market.venue && quote === market.quote && kind === market.kind,
    );
  return byVenue(held, (own) => {
    const chosenSpot = own.filter((book) => book.market.kind === 'spot' && isChosen(book));
    const beside = KINDS.slice(1).flatMap((kind) => own.filter((book) => book.market.kind === kind && isChosen(book)));
    if (chosenSpot.length > 0) return [...chosenSpot, ...beside];
    const usual = best(own, minutes);
    return beside.length > 0 ? [...usual.filter(({ market }) => market.kind === 'spot'), ...beside] : usual;
  });
}

/** Without a rate, the quote that most venues share; the yardstick's where one is chosen; then USDT, USD, USDC, then by name. */
export function sharedQuote(question: Question, held: readonly Book[]): string | undefined {
  const { reference } = question;
  const allowed =
    reference.kind === 'venue'
      ? held.filter(({ market }) => market.venue === reference.venue && market.kind === 'spot')
      : held;
  const quotes = [...new Set(allowed.map(({ market }) => market.quote))];
  const sharers = (quote: string): number =>
    new Set(held.filter(({ market }) => market.quote === quote).map(({ market }) => market.venue)).size;
  return quotes.sort((a, b) => sharers(b) - sharers(a) || place(a) - place(b) || alphabetical(a, b))[0];
}
