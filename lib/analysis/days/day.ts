import type { Question } from '../../domain/question';
import { dayOf, minutesIn, startOf, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import { chooseBooks, rawQuoteOf, type DayChoice } from '../markets/choose';
import { pricesOf, rowOf, type PricedRow, type PriceMatrix } from '../markets/prices';
import { marketKey } from '../markets/marketKey';
import { oneSourceEach } from '../markets/sources';
import { rateIn } from '../rates/rate';
import { RAW, type RateDay } from '../rates/rateDay';
import { compareWithOther, dispersionsFor, peersOf } from '../reference/comparison';
import { blocAndOwnDispersion, compareWithBlocAndOwn } from '../reference/blocAndOwn';
import { deviationBuffer, fillDeviations, type Measured } from '../reference/kernel';
import {
  ratioOf,
  scaledBy,
  underlyingReferences,
  type Ratio,
  type UnderlyingReferences,
} from '../reference/underlying';
import { daySeriesOf, type DayRow, type DaySeries } from '../series/daySeries';
import type { DayBook, MarketColumns } from '../types';
import { doubtsOf } from '../uncertainty/doubts';
import type { BlocBook } from '../uncertainty/blocs';

/** All that is known of an asset: its markets, those of what it wraps, and the rates of any day, over the whole UTC days that are asked about. */
export interface Known {
  readonly markets: readonly MarketColumns[];
  /** Of a wrapped asset that is compared with its underlying; else none. */
  readonly underlying: readonly MarketColumns[];
  readonly rates: (day: Day) => RateDay;
}

/** A UTC day as far as it lies in a window, measured. */
export interface MeasuredDay {
  readonly range: MinuteRange;
  readonly choice: DayChoice;
  /** The rows shown, by venue, then kind. */
  readonly rows: readonly DayRow[];
  /** Their columns, in the same order. */
  readonly series: readonly DaySeries[];
  readonly matrix: PriceMatrix;
  readonly measured: Measured;
  /** Of a wrapped asset compared with its underlying, row by row; else none. */
  readonly ratios: readonly Ratio[];
  /** With which the medians of the blocs are taken. */
  readonly blocs: readonly BlocBook[];
  /** The medians over every venue's spot book, whatever the bloc. */
  readonly market: MarketMedians;
}

/** The market itself, minute by minute: NaN where nothing traded. */
export interface MarketMedians {
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** How many books have a low in a slot. */
  readonly booksAt: (slot: number) => number;
}

/** What of one day is overwritten by the next. */
export type DayBuffers = Pick<MeasuredDay, 'matrix' | 'measured'>;

/**
 * Measures the part of a UTC day that lies in `range` (method, sections 2 to 7): who takes part is chosen from the whole day.
 * `buffers`: of a day that nobody looks at any more.
 */
export function measureDay(question: Question, range: MinuteRange, known: Known, buffers?: DayBuffers): MeasuredDay {
  const day = dayOf(range.from);
  const rates = known.rates(day);
  const choice = chooseBooks(question, known.markets, wholeDay(day), rates);
  const price = pricedIn(range, rates, question);
  const standing = [...choice.shown, ...choice.silent];
  const beside = standing.filter((book) => !choice.peers.includes(book));
  const all = [...choice.peers, ...beside].map(price);
  const matrix = pricesOf(all, choice.peers.length, range, buffers?.matrix);
  const measured = deviationBuffer(matrix, true, buffers?.measured);
  fillDeviations(matrix, measured, {
    peers: peersOf(question.reference.kind),
    minPeers: question.minPeers,
    from: 0,
    to: matrix.slots,
  });
  const isWrapped = question.reference.kind === 'wrapped';
  const under = isWrapped ? underlyingIn(question, range, known) : undefined;
  const ratios = isWrapped ? ratiosOf(question, all, day, known) : [];
  const isBlocAndOwn = question.reference.kind === 'all' && question.bloc !== 'all';
  const ownSpot = all.map(({ market }) =>
    all.findIndex(
      (one) => one.market.venue === market.venue && one.market.kind === 'spot' && choice.shown.includes(one.book),
    ),
  );
  if (isBlocAndOwn) compareWithBlocAndOwn(matrix, measured, ownSpot, question.minPeers);
  compareWithOther(question, all, range.from, matrix, measured, (row) => {
    if (under === undefined) throw new RangeError('no underlying was read');
    return scaledBy(under.of((all[row] as Row).market.venue), ratios[row]?.ratio ?? NaN);
  });
  const dispersions = isBlocAndOwn ? dispersionsInBloc(question, matrix, ownSpot) : dispersionsFor(question, matrix);
  const doubts = doubtsOf(question, all, range.from, matrix, under, ownSpot);
  const rows = standing.map((book): DayRow => {
    const row = all.findIndex((one) => one.book === book);
    const { rate } = all[row] as Row;
    return {
      book,
      isSilent: choice.silent.includes(book),
      rate,
      row,
      shift: range.from - book.candles.range.from,
      range,
      matrix,
      measured,
      dispersions,
      doubts: doubts(row),
    };
  });
  return {
    range,
    choice,
    rows,
    series: rows.map(daySeriesOf),
    matrix,
    measured,
    ratios: isWrapped ? rows.map(({ row }) => ratios[row] as Ratio) : [],
    market: marketOf(question, choice, matrix, measured, (books) => pricesOf(books.map(price), books.length, range)),
    blocs: choice.spot.map((book) => ({
      book,
      rate: price(book).rate,
      shift: range.from - book.candles.range.from,
    })),
  };
}

/** Of rows that are peers of the bloc themselves, as of all; of the others with their own price. */
function dispersionsInBloc(
  question: Question,
  matrix: PriceMatrix,
  ownSpot: readonly number[],
): (row: number) => Float64Array {
  const among = dispersionsFor(question, matrix);
  return (row) =>
    among === undefined || row >= matrix.spot
      ? blocAndOwnDispersion(matrix, row, ownSpot[row] as number, question.minPeers)
      : among(row);
}

/** Among the peers, where they are every venue's own books; else over the books shown. */
function marketOf(
  { bloc }: Question,
  { shown }: DayChoice,
  matrix: PriceMatrix,
  measured: Measured,
  priced: (books: readonly DayBook[]) => PriceMatrix,
): MarketMedians {
  if (bloc === 'all') return marketIn(matrix, measured);
  const own = priced(shown.filter(({ market }) => market.kind === 'spot'));
  const medians = deviationBuffer(own, false);
  fillDeviations(own, medians, { peers: 'none', minPeers: 1, from: 0, to: own.slots });
  return marketIn(own, medians);
}

const marketIn = ({ spot, slots, low }: PriceMatrix, { marketLow, marketClose }: Measured): MarketMedians => ({
  low: marketLow,
  close: marketClose,
  booksAt: (slot) => {
    let books = 0;
    for (let row = 0; row < spot; row += 1) if (!Number.isNaN(low[row * slots + slot])) books += 1;
    return books;
  },
});

/** A book as a row of a day's matrix. */
export interface Row extends PricedRow {
  readonly book: DayBook;
  readonly quote: string;
}

const pricedIn =
  (range: MinuteRange, rates: RateDay, asked: Pick<Question, 'rate'>) =>
  (book: DayBook): Row => {
    const start = startOf(dayOf(range.from));
    const rate = asked.rate === 'none' ? RAW : rates.rate(book.quote, book.market.venue);
    return {
      book,
      market: book.market,
      candles: book.candles,
      quote: book.quote,
      rate: rateIn(rate, range.from - start, range.to - start),
    };
  };

/** The underlying's references over a part of a day, among the books chosen for that day; without a rate those in the quote compared. */
function underlyingIn(
  question: Question,
  range: MinuteRange,
  { markets, underlying, rates }: Known,
): UnderlyingReferences {
  const day = dayOf(range.from);
  const family = question.rate === 'none' ? rawQuoteOf(question, markets) : undefined;
  const asked = { ...question, venues: undefined, markets: [], reference: { kind: 'others' }, bloc: 'all' } as const;
  const { peers } = chooseBooks(asked, underlying, wholeDay(day), rates(day), family);
  return underlyingReferences(peers.map(pricedIn(range, rates(day), question)), range, question.minPeers);
}

/** Row by row, the ratio of the book to its underlying over the whole UTC day before. */
function ratiosOf(question: Question, rows: readonly Row[], day: Day, known: Known): readonly Ratio[] {
  if (day === 0) return rows.map(() => ({ ratio: NaN, minutes: 0 }));
  const before = wholeDay((day - 1) as Day);
  const under = underlyingIn(question, before, known);
  const rates = known.rates((day - 1) as Day);
  // A market that was left out that day says nothing of its ratio either.
  const { leftOut } = chooseBooks(question, known.markets, before, rates);
  const gone = new Set(leftOut.map(({ market }) => marketKey(market)));
  const sourced = oneSourceEach(known.markets, before).filter(({ market }) => !gone.has(marketKey(market)));
  return rows.map(({ book }): Ratio => {
    const then = sourced.find(({ market }) => marketKey(market) === marketKey(book.market));
    if (then === undefined) return { ratio: NaN, minutes: 0 };
    const matrix = pricesOf([pricedIn(before, rates, question)({ ...then, quote: book.quote })], 0, before);
    return ratioOf(rowOf(matrix.close, 0, minutesIn(before)), under.of(book.market.venue).reference.close);
  });
}
