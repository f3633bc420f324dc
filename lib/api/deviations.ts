import * as z from 'zod/mini';
import { CENSORINGS, SIDES } from '../domain/episode';
import { certaintyFields } from './certainty';
import {
  answerBase,
  candleSource,
  isoMinute,
  marketKind,
  measured,
  missingReason,
  rateRule,
  writtenBloc,
  writtenReference,
} from './hole';
import { leftOutMarket, suspectedWhy } from './leftOut';

/** Of a venue the market of most minutes; `books` names each. */
const market = {
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** Other sources stored for this market in the window, which took no part. */
  otherSources: z.array(candleSource),
};

export const analysedMarket = z.object({
  ...market,
  traded: z.int(),
  noTrade: z.int(),
  notFetched: z.int(),
  /** Minutes of volume 0 whose prices are not all equal: shown, and taking no part. */
  moved: z.int(),
  /** Minutes of which the source sent something that could not be used. */
  setAside: z.int(),
  /** Minutes of UTC days on which every book of the venue was left out. */
  minutesLeftOut: z.int(),
  rate: z.object({
    /** That of most minutes in which the market has a price, as are all figures here; `none` where it has none. */
    rule: rateRule,
    /** Medians over the minutes that have one; null where none has. `uncertainty` is relative. */
    median: measured,
    uncertainty: measured,
    legs: measured,
    /** The venues that lent legs, by name. */
    venues: z.array(z.string()),
    /** Minutes by rule. */
    minutes: z.record(rateRule, z.int()),
  }),
  /** The stretches of the window, in order, in which one book of one source stood for the venue. */
  books: z.array(z.object({ market: z.string(), source: candleSource, from: isoMinute, to: isoMinute })),
  aliasOf: z.null(),
  leftOut: z.null(),
});
export type AnalysedMarket = z.infer<typeof analysedMarket>;

/** A market that took no part on any day of the window, behind those that did. Why, and on which days: `leftOut` of the answer. */
const absentMarket = z.object({
  ...market,
  traded: z.null(),
  noTrade: z.null(),
  notFetched: z.null(),
  rate: z.null(),
  /** Of a known alias: the book it is a second name of; else null. */
  aliasOf: z.nullable(z.string()),
  /** null of a known alias. */
  leftOut: z.nullable(suspectedWhy),
});

const anyMarket = z.union([analysedMarket, absentMarket]);
export type AnyMarket = z.infer<typeof anyMarket>;

const column = z.array(measured);

/**
 * Columns of equal length, a row for each of `minutes`, ascending: every minute of the window, or those of each bucket that
 * matter (see `resolutionMinutes`); then without `open`, `usdVolume` and `dispersion`. Prices in `currency`, deviations as ratios.
 */
export const venueSeries = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  minutes: z.array(isoMinute),
  open: z.optional(column),
  high: column,
  low: column,
  close: column,
  usdVolume: z.optional(column),
  referenceLow: column,
  referenceHigh: column,
  referenceClose: column,
  /** Other venues with a traded spot minute. */
  peers: z.array(z.int()),
  /** 1.4826 × median absolute deviation of the peers' closes, in `currency`. */
  dispersion: z.optional(column),
  /** USD per unit of the quote, what made it, and what it leaves unknown, relative; null: no rate, or unknown. */
  rate: column,
  rateRule: z.array(rateRule),
  rateUncertainty: column,
  /** Of the deviation, through the rates of the venue and its peers; null: unknown, or not measured. */
  uncertainty: column,
  /** Whether the deviation rests on a weak rate. */
  weak: z.array(z.boolean()),
  dLow: column,
  dHigh: column,
  dClose: column,
  outside: column,
  /** null where the minute was measured. */
  missing: z.array(z.nullable(missingReason)),
});
export type VenueSeriesAnswer = z.infer<typeof venueSeries>;

export const episodeAnswer = z.object({
  id: z.string(),
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  side: z.enum(SIDES),
  start: isoMinute,
  end: isoMinute,
  spanMinutes: z.int(),
  minutesBeyond: z.int(),
  minutesClosedBeyond: z.int(),
  unknownMinutes: z.int(),
  peak: z.number(),
  peakMinute: isoMinute,
  peakPrice: z.number(),
  peakReference: z.number(),
  peakClose: measured,
  peakOutside: measured,
  areaPctMinutes: z.number(),
  /** null: not recovered within the window. */
  recoveryMinutes: z.nullable(z.int()),
  baseVolume: measured,
  usdVolume: measured,
  volumeShare: measured,
  peersAtPeak: z.int(),
  minPeers: z.int(),
  censored: z.enum(CENSORINGS),
  ...certaintyFields,
});
export type EpisodeAnswer = z.infer<typeof episodeAnswer>;

/** The answer of `analyze --json` and of GET /api/v1/deviations. */
export const deviationsAnswer = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  from: isoMinute,
  to: isoMinute,
  currency: z.string(),
  reference: writtenReference,
  bloc: writtenBloc,
  rate: z.enum(['usd', 'none']),
  minPeers: z.int(),
  enter: z.number(),
  /**
   * 1: `series` has every minute. n: of every n minutes (aligned since 1970) those of the lowest and highest deviation and price
   * and the last measured one, whole rows; where nothing has a price, one row with the reason. Everything else in the answer
   * is of every minute always.
   */
  resolutionMinutes: z.int(),
  digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  /** Plain sentences a reader must see beside the numbers (few venues, assumed parity, weak minPeers). */
  notes: z.array(z.string()),
  /** Those that took part, then those that took none on any day. */
  markets: z.array(anyMarket),
  /** Markets that took no part on some days, and why. */
  leftOut: z.array(leftOutMarket),
  series: z.array(venueSeries),
  /** Deepest first; those within the rates' uncertainty (`within-rate`) behind all others. */
  episodes: z.array(episodeAnswer),
  market: z.object({ fall: measured }),
  /** Of every market, in the order of `markets`; a venue may have several: name them by market and kind. */
  falls: z.array(
    z.object({ venue: z.string(), market: z.string(), kind: marketKind, fall: measured, excess: measured }),
  ),
});
export type DeviationsAnswer = z.infer<typeof deviationsAnswer>;

/** Everything of an answer but its series, which may travel as columns. */
export const deviationsFacts = z.omit(deviationsAnswer, { series: true });
export type DeviationsFacts = z.infer<typeof deviationsFacts>;
