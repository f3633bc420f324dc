import type { Venue } from '../../domain/market';
import { dayOf, minutesIn, wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import type { Missing } from '../../domain/missing';
import { measureDay, type DayBuffers, type Known, type MeasuredDay } from '../days/day';
import { byRow, rowKey, type RowName } from '../days/rows';
import { EpisodeRun } from '../episodes/episodeRun';
import { hasPrices, namedVenue, rawQuoteOf } from '../markets/choose';
import { marketKey } from '../markets/marketKey';
import { notesOf, thinMarketNotes, type ReadAs } from '../notes';
import { fallOf } from '../scorecards/fall';
import { mainOf, togetherOf } from '../series/joined';
import type { Analysis, BookSpan, DayRatio, Fall } from '../types';
import type { LeftOut } from '../../domain/leftOut';
import type { Question } from '../../domain/question';
import { FallTally, MinuteTally, RateTally } from './tallies';

/** One row of a window, in numbers. */
export interface WindowRow extends RowName, Pick<BookSpan, 'market' | 'source' | 'otherSources'> {
  /** Every book that stood in it, in order. */
  readonly books: readonly BookSpan[];
  /** Minutes by MISSING, by RATE_RULES, and beyond SCORECARD_LEVELS. */
  readonly missing: Uint32Array;
  readonly rateMinutes: Uint32Array;
  readonly rateMedian: number;
  /** Medians over the minutes that have one; NaN where none has. */
  readonly rateUncertainty: number;
  readonly legs: number;
  /** Venues that lent its rate a leg, by name. */
  readonly lenders: readonly string[];
  readonly minutesBeyond: Uint32Array;
  readonly minutesOutside: number;
}

/** What is said of a window, less its columns. */
export interface WindowAnalysis extends Omit<Analysis, 'series'> {
  /** In the order shown. */
  readonly rows: readonly WindowRow[];
}

/** A row while the window's days come in. */
interface RowTally {
  readonly name: RowName;
  /** Whether it stood for its venue on some day, and was not only silent beside a contract. */
  hasStood: boolean;
  readonly books: BookSpan[];
  readonly minutes: MinuteTally;
  readonly fall: FallTally;
  readonly rate: RateTally;
}

/**
 * A window analysed day by day: never more than one day's columns need be in memory. Days come in order, without a gap, each once. What a
 * minute holds is the same in every window: all that is chosen, is chosen from its whole UTC day.
 */
export class WindowRun {
  readonly #question: Question;
  readonly #episodes: EpisodeRun;
  readonly #rows = new Map<string, RowTally>();
  readonly #market = new FallTally();
  readonly #leftOut = new Map<
    string,
    { readonly one: Omit<LeftOut, 'days' | 'factor'>; readonly factors: number[]; readonly days: Day[] }
  >();
  readonly #ratios: DayRatio[] = [];
  readonly #peers = new Set<Venue>();
  /** Of books other than spot: whether one was shown on some day. */
  readonly #contracts = new Map<string, { readonly venue: Venue; isShown: boolean }>();
  /** Minutes of the days so far, for rows that come in later. */
  #passed: { readonly minutes: number; readonly why: (name: RowName) => Missing }[] = [];
  /** How many spot books had a low in the market's lowest minute. */
  #lowsThen = 0;
  #currency: string | undefined;
  readonly #readAs = new Map<string, ReadAs & { readonly days: Day[] }>();

  constructor(question: Question) {
    this.#question = question;
    this.#episodes = new EpisodeRun(question.asset, question.enter, question.range.from);
  }

  /** Measures the next part of the window, which lies in one day, and takes it into account. `buffers`: of a day that nobody looks at any more. */
  measure(range: MinuteRange, known: Known, buffers?: DayBuffers): MeasuredDay {
    const day = measureDay(this.#question, range, known, buffers);
    if (this.#question.rate === 'none') this.#currency ??= rawQuoteOf(this.#question, known.markets);
    this.#take(day, known);
    return day;
  }

  #take(day: MeasuredDay, known: Known): void {
    const { range, rows, series, choice, ratios } = day;
    const minutes = minutesIn(range);
    const rates = known.rates(dayOf(range.from));
    this.#takeMarket(day);
    for (const { market } of choice.peers) this.#peers.add(market.venue);
    this.#takeContracts(day, known);
    const today = new Set<string>();
    series.forEach((columns, place) => {
      const row = rows[place];
      if (row === undefined) return;
      const tally = this.#rowOf(row.book.market);
      today.add(rowKey(row.book.market));
      tally.hasStood ||= !row.isSilent;
      tally.books.push(...columns.books);
      tally.minutes.take(columns);
      tally.fall.take(range.from, columns.low, columns.close);
      tally.rate.take(columns, rates.lenders(row.book.quote, row.book.market.venue));
      const ratio = ratios[place];
      if (ratio !== undefined) this.#ratios.push({ market: row.book.market, day: dayOf(range.from), ...ratio });
      if (row.book.quote !== row.book.market.quote) this.#readIn(row.book, dayOf(range.from));
    });
    const why = absenceOf(day);
    for (const [key, tally] of this.#rows) {
      if (today.has(key)) continue;
      tally.minutes.miss(minutes, why(tally.name));
    }
    this.#passed.push({ minutes, why });
    for (const { factor, ...one } of choice.leftOut) {
      // On another day it may be the second name of another book.
      const key = [marketKey(one.market), one.source, one.why, one.of === undefined ? '' : marketKey(one.of)].join(' ');
      const found = this.#leftOut.get(key) ?? { one, factors: [], days: [] };
      found.days.push(dayOf(range.from));
      if (factor !== undefined) found.factors.push(factor);
      this.#leftOut.set(key, found);
    }
    this.#episodes.take(day);
  }

  #readIn({ market, quote }: Pick<ReadAs, 'market' | 'quote'>, day: Day): void {
    const key = `${marketKey(market)} ${quote}`;
    const found = this.#readAs.get(key) ?? { market, quote, days: [] };
    found.days.push(day);
    this.#readAs.set(key, found);
  }

  /** A contract that stands beside no row says nothing here, and a reader must know that there is one. */
  #takeContracts({ range, choice }: MeasuredDay, { markets }: Known): void {
    const takesPart = namedVenue(this.#question);
    const day = wholeDay(dayOf(range.from));
    for (const { market, candles } of markets) {
      if (market.kind === 'spot' || !takesPart(market.venue) || !hasPrices({ candles, market }, day)) continue;
      const isShown = choice.shown.some((book) => marketKey(book.market) === marketKey(market));
      const found = this.#contracts.get(marketKey(market));
      if (found === undefined) this.#contracts.set(marketKey(market), { venue: market.venue, isShown });
      else found.isShown ||= isShown;
    }
  }

  #takeMarket({ range: { from }, market }: MeasuredDay): void {
    const before = this.#market.lowestMinute;
    this.#market.take(from, market.low, market.close);
    const now = this.#market.lowestMinute;
    if (now !== before && !Number.isNaN(now)) this.#lowsThen = market.booksAt(now - from);
  }

  #rowOf({ venue, kind }: RowName): RowTally {
    const key = rowKey({ venue, kind });
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const tally: RowTally = {
      name: { venue, kind },
      hasStood: false,
      books: [],
      minutes: new MinuteTally(),
      fall: new FallTally(),
      rate: new RateTally(),
    };
    for (const { minutes, why } of this.#passed) tally.minutes.miss(minutes, why(tally.name));
    this.#rows.set(key, tally);
    return tally;
  }

  /** The window is over. */
  analysis(): WindowAnalysis {
    const question = this.#question;
    const currency = question.rate === 'usd' ? 'USD' : (this.#currency ?? 'USD');
    const shown = [...this.#rows.values()].filter(({ hasStood }) => hasStood).sort((a, b) => byRow(a.name, b.name));
    const fall = fallFrom(this.#market);
    const leftOut = [...this.#leftOut]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { one, factors, days }]): LeftOut => ({ ...one, factor: furthest(factors), days }));
    const rows = shown.map((tally) => windowRowOf(tally));
    return {
      question,
      currency,
      rows,
      episodes: this.#episodes.finish(),
      market: { fall },
      falls: shown.map(({ name, fall: own }, place): Fall => {
        const value = fallFrom(own);
        return { venue: name.venue, market: (rows[place] as WindowRow).market, fall: value, excess: value - fall };
      }),
      ratios: this.#ratios,
      leftOut,
      notes: [
        ...notesOf({
          question,
          currency,
          rows: shown.map(({ rate }, place) => ({ ...(rows[place] as WindowRow), assumed: [...rate.assumed] })),
          ratios: this.#ratios,
          leftOut,
          peers: [...this.#peers].sort(),
          unshown: unshownOf([...this.#contracts.values()]),
          readAs: [...this.#readAs.values()],
        }),
        ...thinMarketNotes(this.#market.lowest, this.#lowsThen),
      ],
    };
  }
}

function windowRowOf({ name, books, minutes, rate }: RowTally): WindowRow {
  const { market, source, otherSources } = mainOf(books);
  return {
    ...name,
    market,
    source,
    otherSources,
    books: togetherOf(books),
    missing: minutes.missing,
    rateMinutes: rate.minutes,
    rateMedian: rate.median,
    rateUncertainty: rate.uncertainty,
    legs: rate.legs,
    lenders: [...rate.lenders].sort(),
    minutesBeyond: minutes.beyond,
    minutesOutside: minutes.outside,
  };
}

/** Why a row has no book on a day: all of its venue's are left out, or none is stored. */
export function absenceOf({ choice }: Pick<MeasuredDay, 'choice'>): (name: RowName) => Missing {
  // By key alone: the books of a day must not stay in memory for it.
  const leftOut = new Set(choice.leftOut.map(({ market }) => rowKey(market)));
  return (name) => (leftOut.has(rowKey(name)) ? 'left-out' : 'not-fetched');
}

/** Venues with a contract, a mark or an index that no row showed. */
const unshownOf = (contracts: readonly { readonly venue: Venue; readonly isShown: boolean }[]): readonly Venue[] =>
  [...new Set(contracts.filter(({ isShown }) => !isShown).map(({ venue }) => venue))].sort();

const fallFrom = (tally: FallTally): number => fallOf(Float64Array.of(tally.lowest), tally.closes);

/** Of the factors of several days the one furthest from 1; undefined of none. */
const furthest = (factors: readonly number[]): number | undefined =>
  factors.length === 0 ? undefined : factors.reduce((a, b) => (Math.abs(Math.log(b)) > Math.abs(Math.log(a)) ? b : a));
