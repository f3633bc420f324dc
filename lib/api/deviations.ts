import { z } from 'zod';
import { CENSORINGS, SIDES } from '../domain/episode';
import {
  answerBase,
  candleSource,
  isoMinute,
  marketKind,
  measured,
  missingReason,
  rateRule,
  writtenReference,
} from './hole';

export const analysedMarket = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** Other sources held for this market in the window, which took no part. */
  otherSources: z.array(candleSource),
  traded: z.number().int(),
  noTrade: z.number().int(),
  notFetched: z.number().int(),
  /** The rule that applied in most minutes, the median rate, and the minutes under each rule. */
  rate: z.object({ rule: rateRule, median: measured, minutes: z.record(rateRule, z.number().int()) }),
});
export type AnalysedMarket = z.infer<typeof analysedMarket>;

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
  open: column.optional(),
  high: column,
  low: column,
  close: column,
  usdVolume: column.optional(),
  referenceLow: column,
  referenceHigh: column,
  referenceClose: column,
  /** Other venues with a traded spot minute. */
  peers: z.array(z.number().int()),
  /** 1.4826 × median absolute deviation of the peers' closes, in `currency`. */
  dispersion: column.optional(),
  dLow: column,
  dHigh: column,
  dClose: column,
  outside: column,
  /** null where the minute was measured. */
  missing: z.array(missingReason.nullable()),
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
  spanMinutes: z.number().int(),
  minutesBeyond: z.number().int(),
  minutesClosedBeyond: z.number().int(),
  unknownMinutes: z.number().int(),
  peak: z.number(),
  peakMinute: isoMinute,
  peakPrice: z.number(),
  peakReference: z.number(),
  peakClose: measured,
  peakOutside: measured,
  areaPctMinutes: z.number(),
  /** null: not recovered within the window. */
  recoveryMinutes: z.number().int().nullable(),
  baseVolume: measured,
  usdVolume: measured,
  volumeShare: measured,
  peersAtPeak: z.number().int(),
  minPeers: z.number().int(),
  censored: z.enum(CENSORINGS),
});
export type EpisodeAnswer = z.infer<typeof episodeAnswer>;

/** The answer of `analyze --json` and of GET /api/v1/deviations. */
export const deviationsAnswer = answerBase.extend({
  asset: z.string(),
  name: z.string(),
  from: isoMinute,
  to: isoMinute,
  currency: z.string(),
  reference: writtenReference,
  rate: z.enum(['usd', 'none']),
  minPeers: z.number().int(),
  enter: z.number(),
  /**
   * 1: `series` has every minute. n: of every n minutes (aligned since 1970) those of the lowest and highest deviation and price
   * and the last measured one, whole rows; where nothing has a price, one row with the reason. Everything else in the answer
   * is of every minute always.
   */
  resolutionMinutes: z.number().int(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Plain sentences a reader must see beside the numbers (few venues, assumed parity, weak minPeers). */
  notes: z.array(z.string()),
  markets: z.array(analysedMarket),
  series: z.array(venueSeries),
  episodes: z.array(episodeAnswer),
  market: z.object({ fall: measured }),
  /** Of every market, in the order of `markets`; a venue may have several: name them by market and kind. */
  falls: z.array(
    z.object({ venue: z.string(), market: z.string(), kind: marketKind, fall: measured, excess: measured }),
  ),
});
export type DeviationsAnswer = z.infer<typeof deviationsAnswer>;
