import { SOURCES, type Market } from '../../domain/market';
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

/** One market by one source: its traded minutes, and the minutes asked about. */
export interface Book {
  readonly market: Market;
  readonly source: string;
  readonly otherSources: readonly string[];
  readonly bars: ReadonlyMap<number, Bar>;
  readonly asked: ReadonlySet<number>;
}

const number = (value: number | undefined): number | undefined => (value === undefined || Number.isNaN(value) ? undefined : value);

/** Columns as minute → bar, traded minutes alone. */
function read(columns: MarketColumns, otherSources: readonly string[]): Book {
  const { candles } = columns;
  const bars = new Map<number, Bar>();
  const asked = new Set<number>();
  candles.answered.forEach((answered, i) => {
    const at = candles.range.from + i;
    if (answered === 1) asked.add(at);
    const [open, high, low, close] = [candles.open, candles.high, candles.low, candles.close].map((column) => number(column[i]));
    if (open === undefined || high === undefined || low === undefined || close === undefined) return;
    const [baseVolume, quoteVolume, trades] = [candles.baseVolume, candles.quoteVolume, candles.trades].map((column) => number(column[i]));
    const traded = [baseVolume, quoteVolume, trades].some((amount) => amount !== undefined && amount > 0);
    if (traded) bars.set(at, { open, high, low, close, baseVolume, quoteVolume, trades });
  });
  return { market: columns.market, source: columns.source, otherSources, bars, asked };
}

const marketKey = ({ venue, base, quote, kind }: Market): string => [venue, base, quote, kind].join(' ');

/** Of every market the source that answered most minutes of the question, the first in the order of preference of equals; never a mixture. */
export function books(all: readonly MarketColumns[], question: Question): readonly Book[] {
  const minutes = new Set(minutesOf(question));
  const answers = ({ candles }: MarketColumns): number => [...candles.answered].filter((mark, i) => mark === 1 && minutes.has(candles.range.from + i)).length;
  const keys = [...new Set(all.map(({ market }) => marketKey(market)))].sort(alphabetical);
  return keys.flatMap((key) => {
    const told = SOURCES.flatMap((source) => all.filter((one) => marketKey(one.market) === key && one.source === source));
    const most = Math.max(...told.map(answers));
    const used = told.find((one) => answers(one) === most);
    if (used === undefined) return [];
    return [read(used, told.filter((one) => one !== used).map((one) => one.source))];
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

/** The better of two markets of a venue: spot, then USDT, USD, USDC, then the greater volume, then the name. */
function better(a: Book, b: Book, minutes: readonly number[]): number {
  if (a.market.kind !== b.market.kind) return a.market.kind === 'spot' ? -1 : 1;
  if (place(a.market.quote) !== place(b.market.quote)) return place(a.market.quote) - place(b.market.quote);
  const volumes = volumeOver(b, minutes) - volumeOver(a, minutes);
  return volumes === 0 ? alphabetical(a.market.quote, b.market.quote) : volumes;
}

/** One market per venue, by venue. */
export function oneBookAVenue(question: Question, held: readonly Book[]): readonly Book[] {
  const minutes = minutesOf(question);
  const venues = [...new Set(held.map(({ market }) => market.venue))].sort(alphabetical);
  return venues.flatMap((venue) => {
    const own = held.filter(({ market }) => market.venue === venue);
    const traded = own.filter((book) => tradedIn(book, minutes));
    return [...(traded.length > 0 ? traded : own)].sort((a, b) => better(a, b, minutes)).slice(0, 1);
  });
}

/** Without a rate, the quote that most venues share; the yardstick's where one is chosen; then USDT, USD, USDC, then by name. */
export function sharedQuote(question: Question, held: readonly Book[]): string | undefined {
  const { reference } = question;
  const allowed = reference.kind === 'venue' ? held.filter(({ market }) => market.venue === reference.venue && market.kind === 'spot') : held;
  const quotes = [...new Set(allowed.map(({ market }) => market.quote))];
  const sharers = (quote: string): number => new Set(held.filter(({ market }) => market.quote === quote).map(({ market }) => market.venue)).size;
  return quotes.sort((a, b) => sharers(b) - sharers(a) || place(a) - place(b) || alphabetical(a, b))[0];
}
