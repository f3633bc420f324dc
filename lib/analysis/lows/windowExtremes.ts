import { ascending } from '../../domain/ascending';
import type { Market, Venue } from '../../domain/market';
import { minute, minutesIn, type Minute, type MinuteRange } from '../../domain/minute';
import { ANSWERED } from '../../domain/candle';
import { MISSING } from '../../domain/missing';
import { RATE_RULES, type RateRule } from '../../domain/rate';
import type { MeasuredDay } from '../days/day';
import type { DayBook, VenueSeries } from '../types';

/** A venue's furthest price of a window on one side, in USD, at the first minute that has it. */
export interface Extreme {
  readonly venue: Venue;
  /** The book that stood for the venue that day. */
  readonly market: Market;
  readonly minute: Minute;
  readonly price: number;
  readonly rateRule: RateRule;
  /** Of the minute's rate, relative; NaN: unknown. */
  readonly uncertainty: number;
}

/** What is known of a venue's prices in a window. */
export interface VenueExtremes {
  readonly venue: Venue;
  /** undefined: not one minute has a price and a rate. */
  readonly low: Extreme | undefined;
  readonly high: Extreme | undefined;
  /** Minutes that were never answered: what was traded in them is not known. */
  readonly notFetched: number;
  /** Minutes of which something was sent that could not be used. */
  readonly setAside: number;
  /** Minutes of days on which every spot book of the venue was left out. */
  readonly leftOut: number;
}

interface Tally {
  low: Extreme | undefined;
  high: Extreme | undefined;
  notFetched: number;
  setAside: number;
  leftOut: number;
  /** Minutes of the days on which something is known of the venue. */
  seen: number;
}

const NOT_FETCHED = MISSING.indexOf('not-fetched');
const SET_ASIDE = MISSING.indexOf('set-aside');

/** Each venue's lowest and highest price of a window, day by day, over its one spot book of each day (method, section 6). Days come in order, each once. */
export class WindowExtremes {
  readonly #venues = new Map<Venue, Tally>();
  #minutes = 0;

  take({ range, rows, series, choice }: Pick<MeasuredDay, 'range' | 'rows' | 'series' | 'choice'>): void {
    const minutes = minutesIn(range);
    this.#minutes += minutes;
    const today = new Set<Venue>();
    const tallyOf = (venue: Venue): Tally => {
      const tally = this.#tallyOf(venue);
      if (!today.has(venue)) tally.seen += minutes;
      today.add(venue);
      return tally;
    };
    rows.forEach(({ book }, place) => {
      const columns = series[place];
      if (columns !== undefined && book.market.kind === 'spot') takeColumns(tallyOf(book.market.venue), range, columns);
    });
    // A venue none of whose spot books had a price that day, and which is shown by another kind.
    for (const book of choice.spot)
      if (!today.has(book.market.venue)) countUnanswered(tallyOf(book.market.venue), book, range);
    for (const { market } of choice.leftOut)
      if (market.kind === 'spot' && !today.has(market.venue)) tallyOf(market.venue).leftOut += minutes;
  }

  /** The window is over. By venue. */
  venues(): readonly VenueExtremes[] {
    return [...this.#venues]
      .sort(([a], [b]) => ascending(a, b))
      .map(([venue, { seen, notFetched, ...tally }]) => ({
        venue,
        ...tally,
        notFetched: notFetched + this.#minutes - seen,
      }));
  }

  #tallyOf(venue: Venue): Tally {
    const known = this.#venues.get(venue);
    if (known !== undefined) return known;
    const tally: Tally = { low: undefined, high: undefined, notFetched: 0, setAside: 0, leftOut: 0, seen: 0 };
    this.#venues.set(venue, tally);
    return tally;
  }
}

type Columns = Pick<VenueSeries, 'market' | 'low' | 'high' | 'rateRule' | 'rateUncertainty' | 'missing'>;

function takeColumns(tally: Tally, range: MinuteRange, columns: Columns): void {
  const { low, high, missing } = columns;
  let [lowest, highest] = [-1, -1];
  for (let slot = 0; slot < missing.length; slot += 1) {
    if (missing[slot] === NOT_FETCHED) tally.notFetched += 1;
    else if (missing[slot] === SET_ASIDE) tally.setAside += 1;
    // NaN is neither less nor more than anything.
    if (!Number.isNaN(low[slot]) && !((low[slot] as number) >= (low[lowest] ?? NaN))) lowest = slot;
    if (!Number.isNaN(high[slot]) && !((high[slot] as number) <= (high[highest] ?? NaN))) highest = slot;
  }
  const atLow = extremeAt(range, columns, 'low', lowest);
  if (atLow !== undefined && !(atLow.price >= (tally.low?.price ?? NaN))) tally.low = atLow;
  const atHigh = extremeAt(range, columns, 'high', highest);
  if (atHigh !== undefined && !(atHigh.price <= (tally.high?.price ?? NaN))) tally.high = atHigh;
}

function extremeAt({ from }: MinuteRange, columns: Columns, side: 'low' | 'high', slot: number): Extreme | undefined {
  if (slot < 0) return undefined;
  return {
    venue: columns.market.venue,
    market: columns.market,
    minute: minute(from + slot),
    price: columns[side][slot] as number,
    rateRule: RATE_RULES[columns.rateRule[slot] as number] ?? 'none',
    uncertainty: columns.rateUncertainty[slot] as number,
  };
}

/** Minutes of a range about which a book's source said nothing, or nothing that could be used. */
function countUnanswered(tally: Tally, { candles }: DayBook, { from, to }: MinuteRange): void {
  for (let at = from - candles.range.from; at < to - candles.range.from; at += 1) {
    if (candles.answered[at] === ANSWERED.setAside) tally.setAside += 1;
    else if (candles.answered[at] !== ANSWERED.yes) tally.notFetched += 1;
  }
}
