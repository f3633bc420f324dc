import type { Blocs, EpisodeFigures } from '../domain/episode';
import type { LeftOut } from '../domain/leftOut';
import type { Kind, Market, Source, Venue } from '../domain/market';
import type { MarketColumns } from '../domain/marketColumns';
import type { Day, MinuteRange } from '../domain/minute';
import type { Note } from '../domain/note';
import type { Question } from '../domain/question';
import type { RateRule } from '../domain/rate';

export type { MarketColumns };
export { MISSING } from '../domain/missing';
export { RATE_RULES, type RateRule } from '../domain/rate';

/** A market by the one source of it that takes part on a day, and the sources of it that do not. */
export interface ChosenMarket extends MarketColumns {
  readonly otherSources: readonly Source[];
}

/** A market that may take part on a UTC day. */
export interface DayBook extends ChosenMarket {
  /** The quote it is read in: its own, or that of the book it is a second name of where that is not stored. */
  readonly quote: string;
}

/** A market that takes no part on one day. */
export type LeftOutBook = Omit<LeftOut, 'days'>;

/** Everything an analysis depends on. */
export interface AnalysisInput {
  readonly question: Question;
  /** Every market of the asset and every source of it, over the whole UTC days of the question's range at least. */
  readonly markets: readonly MarketColumns[];
  /** The spot books that lend legs (BTC and ETH in any quote, pairs with USD), over the whole UTC days that RATE_MARGIN minutes beyond the range touch. */
  readonly rateMarkets: readonly MarketColumns[];
  /** Of a wrapped asset compared with its underlying: every market of the underlying. Then all three reach over the UTC day before the range too, and its margins. */
  readonly underlyingMarkets?: readonly MarketColumns[];
}

/** One book over the days of a window in which it stood for its venue. */
export interface BookSpan {
  readonly range: MinuteRange;
  readonly market: Market;
  /** The quote it was read in. */
  readonly quote: string;
  readonly source: Source;
  /** Sources of the same market that took no part. */
  readonly otherSources: readonly Source[];
}

/**
 * One venue's minutes over the question's range; slot i is minute `range.from + i`, NaN a hole. Raw columns are in the
 * market's quote and hold traded minutes, and those whose prices moved at volume 0 (`moved`); the rest is in the analysis' currency. Ratios are plain (−0.9997).
 */
export interface VenueSeries {
  readonly venue: Venue;
  readonly kind: Kind;
  /** The book of most minutes of the window; the first of equals. */
  readonly market: Market;
  readonly source: Source;
  readonly otherSources: readonly Source[];
  /** Every book that stood for the venue, in order; minutes of days without one are in none. */
  readonly books: readonly BookSpan[];
  readonly rawOpen: Float64Array;
  readonly rawHigh: Float64Array;
  readonly rawLow: Float64Array;
  readonly rawClose: Float64Array;
  readonly baseVolume: Float64Array;
  readonly quoteVolume: Float64Array;
  readonly trades: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  /** Quote volume × rate; where the source says none, base volume × close. */
  readonly usdVolume: Float64Array;
  readonly rate: Float64Array;
  /** Index into RATE_RULES. */
  readonly rateRule: Uint8Array;
  /** Relative, of the rate; NaN: unknown. */
  readonly rateUncertainty: Float64Array;
  /** How many legs the rate of the minute rests on. */
  readonly legs: Uint8Array;
  /** Of the deviation, through the rates of the venue and its peers; NaN: unknown, or not measured. */
  readonly uncertainty: Float64Array;
  /** 1 where the deviation rests on a weak rate. */
  readonly weak: Uint8Array;
  readonly referenceLow: Float64Array;
  readonly referenceHigh: Float64Array;
  readonly referenceClose: Float64Array;
  /** 1.4826 × median absolute deviation of the peers' closes. */
  readonly dispersion: Float64Array;
  /**
   * How many venues the reference rests on: spot books with a traded, converted minute (for `vwm` also a known volume; for
   * `wrapped` of the underlying); 1 or 0 where one venue is the reference; 0 of a peg.
   */
  readonly peers: Uint8Array;
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
  readonly dClose: Float64Array;
  /** Beyond every other venue: negative below, positive above, 0 within; by the greater distance in a minute outside on both sides; NaN where no other venue traded. */
  readonly outside: Float64Array;
  /** Index into MISSING. Of `venue:V`, V's own traded minutes, and the others' where V did not trade, are `too-few-peers`. */
  readonly missing: Uint8Array;
}

/** A stretch of deviation as an analysis finds it. */
export interface Episode extends EpisodeFigures {
  readonly market: Market;
  readonly spanMinutes: number;
  /** What made the rate, in the minute of the peak, of the book the peak was traded in. */
  readonly rateRuleAtPeak: RateRule;
  /** The medians of the USD books and of the USDT books at the peak, lows or highs in USD, where they part by more than T. */
  readonly blocs: Blocs | undefined;
}

export interface Fall {
  readonly venue: Venue;
  readonly market: Market;
  /** Lowest low ÷ first closes − 1. */
  readonly fall: number;
  /** The venue's fall less the market's. */
  readonly excess: number;
}

/** A book's ratio to its underlying on a UTC day. */
export interface DayRatio {
  readonly market: Market;
  readonly day: Day;
  readonly ratio: number;
  readonly minutes: number;
}

export interface Analysis {
  readonly question: Question;
  /** USD, or the one quote compared where the question asks for no rate. */
  readonly currency: string;
  /** By venue. */
  readonly series: readonly VenueSeries[];
  /** Deepest first; ties by area, then by name. */
  readonly episodes: readonly Episode[];
  readonly market: { readonly fall: number };
  readonly falls: readonly Fall[];
  /** Of a wrapped asset compared with its underlying: each book's ratio on each UTC day, and the minutes of the day before that made it. NaN: too few. */
  readonly ratios: readonly DayRatio[];
  /** Markets that took no part on some days. */
  readonly leftOut: readonly LeftOut[];
  /** What a reader must know beside the numbers. */
  readonly notes: readonly Note[];
}
