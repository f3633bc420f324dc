import { isComputed, roadOf, SOURCES, type Market, type Source } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { alphabetical, remembered, total } from './arithmetic';
import { bookBehind, quoteRead } from './aliases';

/** Minutes of a UTC day. */
export const DAY = 1_440;

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

/** One market on one UTC day, by that day's source: the minutes with a price, and the minutes asked about. */
export interface Book {
  readonly market: Market;
  /** What it is taken to be quoted in: its quote, but for a second name whose first is not stored. */
  readonly quote: string;
  /** The stored market that this one is a second name of. */
  readonly isAlso: Market | undefined;
  readonly day: number;
  readonly source: Source;
  readonly otherSources: readonly Source[];
  readonly bars: ReadonlyMap<number, Bar>;
  /** The minutes of volume 0 whose prices moved. */
  readonly moved: ReadonlyMap<number, Bar>;
  readonly isAsked: (at: number) => boolean;
  /** Something was said that could not be used. */
  readonly isSetAside: (at: number) => boolean;
}

const number = (value: number | undefined): number | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : value;

export const dayOfMinute = (at: number): number => Math.floor(at / DAY);

/** The UTC days that a range of minutes touches. */
export function daysOf(from: number, to: number): readonly number[] {
  const days: number[] = [];
  for (let day = dayOfMinute(from); day <= dayOfMinute(to - 1); day += 1) days.push(day);
  return days;
}

/** The minutes of a UTC day that columns hold: from, to. */
const heldOn = ({ candles: { range } }: MarketColumns, day: number): readonly [number, number] => [
  Math.max(range.from, day * DAY),
  Math.min(range.to, (day + 1) * DAY),
];

/** "Traded": a volume or a count above 0, or no word of either. Of a computed price, which nobody trades at, every candle counts as such. */
function isTrade({ baseVolume, quoteVolume, trades }: Bar, kind: Market['kind']): boolean {
  if (isComputed(kind)) return true;
  const said = [baseVolume, quoteVolume, trades].filter((amount) => amount !== undefined);
  return said.length === 0 || said.some((amount) => amount > 0);
}

const hasMoved = ({ open, high, low, close }: Bar): boolean => Math.min(open, low, close) < Math.max(open, high, close);

/** Traded minutes, and untraded ones whose prices are not all one. */
function barsOn(columns: MarketColumns, day: number): Pick<Book, 'bars' | 'moved'> {
  const { candles } = columns;
  const bars = new Map<number, Bar>();
  const moved = new Map<number, Bar>();
  const [from, to] = heldOn(columns, day);
  for (let at = from; at < to; at += 1) {
    const i = at - candles.range.from;
    // Most minutes are holes: nothing is made for them.
    const open = number(candles.open[i]);
    if (open === undefined) continue;
    const [high, low, close] = [number(candles.high[i]), number(candles.low[i]), number(candles.close[i])];
    if (high === undefined || low === undefined || close === undefined) continue;
    const baseVolume = number(candles.baseVolume[i]);
    const quoteVolume = number(candles.quoteVolume[i]);
    const trades = number(candles.trades[i]);
    const bar = { open, high, low, close, baseVolume, quoteVolume, trades };
    if (isTrade(bar, columns.market.kind)) bars.set(at, bar);
    else if (hasMoved(bar)) moved.set(at, bar);
  }
  return { bars, moved };
}

/** Whether a source answered a minute (1), or sent what could not be used (2). */
const isMarked =
  ({ candles }: MarketColumns, mark: 1 | 2) =>
  (at: number): boolean =>
    candles.answered[at - candles.range.from] === mark;

/** So many minutes of the day a source answered. */
function answersOn(columns: MarketColumns, day: number): number {
  const [from, to] = heldOn(columns, day);
  let answers = 0;
  for (let at = from; at < to; at += 1)
    if (columns.candles.answered[at - columns.candles.range.from] === 1) answers += 1;
  return answers;
}

/** `coinbase BTC/USDC spot`. */
export const nameOf = ({ venue, base, quote, kind }: Market): string => `${venue} ${base}/${quote} ${kind}`;

/**
 * Of every market its book of a UTC day: of the source that answered most minutes of that day, the first in the order of
 * preference of equals; never a mixture, never a display, which is named among the others alone. By name.
 */
export function booksByDay(all: readonly MarketColumns[]): (day: number) => readonly Book[] {
  const names = [...new Set(all.map(({ market }) => nameOf(market)))].sort(alphabetical);
  const bySource = names.map((name) =>
    SOURCES.flatMap((source) => all.filter((one) => one.source === source && nameOf(one.market) === name)),
  );
  return remembered((day) => {
    // "Held": of a UTC day, by what was answered in it.
    const stored = all.filter((one) => answersOn(one, day) > 0).map(({ market }) => market);
    const isStoodFor = (market: Market): boolean =>
      all.some((one) => {
        const { venue, base, quote, kind } = one.market;
        const isSibling = venue === market.venue && base === market.base && kind === market.kind;
        return (
          roadOf(one.source) !== 'ui' &&
          isSibling &&
          quote !== market.quote &&
          quoteRead(one.market, stored) === market.quote
        );
      });
    return bySource.flatMap((sources) => {
      const eligible = sources.filter(({ source }) => roadOf(source) !== 'ui');
      const answers = eligible.map((one) => answersOn(one, day));
      const used = eligible[answers.indexOf(Math.max(...answers))];
      if (used === undefined || isStoodFor(used.market)) return [];
      const { market, source } = used;
      const book: Book = {
        market,
        quote: quoteRead(market, stored),
        isAlso: bookBehind(market, stored),
        day,
        source,
        otherSources: sources.filter((one) => one !== used).map((one) => one.source),
        ...barsOn(used, day),
        isAsked: isMarked(used, 1),
        isSetAside: isMarked(used, 2),
      };
      return [book];
    });
  });
}

/** Base volume of the day; what is unknown counts as 0. */
export function baseVolumeOf(book: Book): number {
  const volume = total([...book.bars.values()].map(({ baseVolume }) => baseVolume));
  return volume === undefined ? 0 : volume;
}

/** "USD, USDT, USDC, alphabet." */
const FIRST_QUOTES = ['USD', 'USDT', 'USDC'];
export function quotesInOrder(a: string, b: string): number {
  const place = (quote: string): number => (FIRST_QUOTES.includes(quote) ? FIRST_QUOTES.indexOf(quote) : 3);
  return place(a) - place(b) || alphabetical(a, b);
}
