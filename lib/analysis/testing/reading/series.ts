import type { Source } from '../../../domain/market';
import type { Missing } from '../../../domain/missing';
import { dayOfMinute, daysOf, type Bar, type Book } from './books';
import type { Row } from './choice';
import { restsOnWeakRate, strayedOf, uncertaintyOf, type Strayed } from './deviations';
import type { Prices, Pricing, Quoted } from './priced';
import { minutesOf, type Asked } from './question';
import type { Usd } from './rates';
import { othersOf, referredAt, type Field, type ReferencePrices } from './references';

/** Everything said of one minute of a row; undefined: a hole. */
export interface ReadMinute {
  readonly book: Book | undefined;
  /** Traded, convertible or not. */
  readonly bar: Bar | undefined;
  /** What is shown of it: the same, or the prices that moved at volume 0. */
  readonly shown: Bar | undefined;
  readonly usd: Usd;
  readonly price: Prices | undefined;
  readonly usdVolume: number | undefined;
  readonly peers: number;
  readonly reference: ReferencePrices | undefined;
  readonly dispersion: number | undefined;
  readonly strayed: Strayed | undefined;
  /** Of the deviation; of measured minutes alone. */
  readonly uncertainty: number | undefined;
  readonly weak: boolean;
  readonly missing: 'measured' | Missing;
}

/** One book through neighbouring days. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly market: Book['market'];
  readonly source: Source;
  readonly otherSources: readonly Source[];
}

export interface ReadSeries {
  readonly row: Row;
  readonly books: readonly Stretch[];
  readonly minutes: ReadonlyMap<number, ReadMinute>;
}

const NO_RATE: Usd = { value: undefined, rule: 'none', uncertainty: undefined, legs: 0, median: undefined };

export function seriesOf(field: Field, pricing: Pricing, row: Row): ReadSeries {
  return {
    row,
    books: booksIn(field.question, row),
    minutes: new Map(minutesOf(field.question).map((at) => [at, minuteOf(field, pricing, row, at)])),
  };
}

/** The books of a row over the window, neighbouring days of one book and source taken together. */
function booksIn({ range }: Asked, row: Row): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const day of daysOf(range.from, range.to)) {
    const book = row.on(day);
    if (book === undefined) continue;
    const from = Math.max(range.from, day * 1_440);
    const to = Math.min(range.to, (day + 1) * 1_440);
    const { market, source, otherSources } = book;
    const last = stretches.at(-1);
    if (last !== undefined && last.to === from && last.market.quote === market.quote && last.source === source)
      stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, market, source, otherSources });
  }
  return stretches;
}

function minuteOf(field: Field, pricing: Pricing, row: Row, at: number): ReadMinute {
  const { question } = field;
  const book = row.on(dayOfMinute(at));
  const mine = book === undefined ? undefined : pricing.priceOf(book, at);
  const usd = book === undefined ? NO_RATE : pricing.usdOf(book, at);
  // A venue without a book has no minute to compare.
  const { of, reference, dispersion } =
    book === undefined ? { of: [], reference: undefined, dispersion: undefined } : referredAt(field, row, at);
  const measured = mine === undefined || reference === undefined ? undefined : { mine, reference };
  return {
    book,
    bar: book?.bars.get(at),
    shown: book?.bars.get(at) ?? book?.moved.get(at),
    usd,
    price: mine?.prices,
    usdVolume: mine === undefined ? undefined : usdVolumeOf(mine),
    peers: of.length,
    reference,
    dispersion,
    strayed:
      measured === undefined ? undefined : strayedOf(measured.mine, measured.reference, othersOf(field, row, at)),
    uncertainty: measured === undefined ? undefined : uncertaintyOf(question, measured.mine, of),
    weak: measured !== undefined && restsOnWeakRate(measured.mine, of),
    missing:
      measured !== undefined
        ? 'measured'
        : book === undefined && field.isLeftOut(row, dayOfMinute(at))
          ? 'left-out'
          : whyMissing(book, usd, at),
  };
}

function whyMissing(book: Book | undefined, usd: Usd, at: number): Missing {
  if (book === undefined) return 'not-fetched';
  if (book.moved.has(at)) return 'moved';
  if (!book.bars.has(at)) return book.isSetAside(at) ? 'set-aside' : book.isAsked(at) ? 'no-trade' : 'not-fetched';
  return usd.value === undefined ? 'no-rate' : 'too-few-peers';
}

/** Quote volume × rate where the venue says one, else base volume × close × rate. */
function usdVolumeOf({ bar, usd, prices }: Quoted): number | undefined {
  if (bar.quoteVolume !== undefined) return bar.quoteVolume * (usd.value as number);
  return bar.baseVolume === undefined ? undefined : bar.baseVolume * prices.close;
}
