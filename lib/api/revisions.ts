import * as z from 'zod/mini';
import { CANDLE_FIELDS } from '../domain/candle';
import { TIMEFRAMES } from '../domain/timeframe';
import { isoInstant } from './coverage';
import { answerBase, candleSource, isoMinute, marketKind, measured } from './hole';

/** A candle as its source gave it, in the market's own quote; volumes null where the source gave none. */
export const sourceCandle = z.object({
  open: z.number(),
  high: z.number(),
  low: z.number(),
  close: z.number(),
  baseVolume: measured,
  quoteVolume: measured,
  trades: measured,
});
export type SourceCandle = z.infer<typeof sourceCandle>;

const marketNames = { asset: z.string(), venue: z.string(), market: z.string(), kind: marketKind };

/**
 * How far one candle is from another. Ratios are `second ÷ first − 1`; null where no such ratio exists (one side has no
 * candle, or does not say the field, or the first says 0). `price` is the furthest of open, high, low and close.
 */
const apart = {
  fields: z.array(z.enum(CANDLE_FIELDS)),
  low: measured,
  high: measured,
  price: measured,
  volume: measured,
};

/** A minute of which its source later gave something else. `before` and `after`: null where there was no candle. */
export const revisedMinute = z.object({
  ...marketNames,
  source: candleSource,
  minute: isoMinute,
  before: z.nullable(sourceCandle),
  after: z.nullable(sourceCandle),
  /** When the answer before was first seen, and when the market was seen again with the answer after. */
  firstSeen: isoInstant,
  seenAgain: isoInstant,
  ...apart,
});
export type RevisedMinute = z.infer<typeof revisedMinute>;

/** One source of a market compared with the one an analysis prefers, over the asset's window. */
export const sourcePair = z.object({
  ...marketNames,
  /** The source the other is compared with. */
  source: candleSource,
  other: candleSource,
  /** Minutes both answered; `alike` and `differing` together. */
  compared: z.int(),
  alike: z.int(),
  differing: z.int(),
  /** The differing minutes, each in one of four: a price differs; one has a candle and the other says no trade; a volume alone. */
  priceDiffers: z.int(),
  onlySourceTraded: z.int(),
  onlyOtherTraded: z.int(),
  volumeDiffers: z.int(),
  /** Minutes that only one of the two was asked for and answered: nothing to compare. */
  onlySource: z.int(),
  onlyOther: z.int(),
});
export type SourcePair = z.infer<typeof sourcePair>;

/** A minute in which two sources of one market differ; `said` by `source`, `otherSaid` by `other`, null: no trade. */
export const differingMinute = z.object({
  ...marketNames,
  source: candleSource,
  other: candleSource,
  minute: isoMinute,
  said: z.nullable(sourceCandle),
  otherSaid: z.nullable(sourceCandle),
  ...apart,
});
export type DifferingMinuteAnswer = z.infer<typeof differingMinute>;

/** A source's own longer candles of one market against what its minutes make, over the asset's window. */
export const timeframeCheck = z.object({
  ...marketNames,
  source: candleSource,
  timeframe: z.enum(TIMEFRAMES),
  /** Candles of which every minute was answered by the same source; `agreeing` and `disagreeing` together, by the latest answer. */
  compared: z.int(),
  agreeing: z.int(),
  disagreeing: z.int(),
  /** Candles with a minute that was not answered: nothing to compare. */
  unanswered: z.int(),
});
export type TimeframeCheck = z.infer<typeof timeframeCheck>;

/** A longer candle that is not what its minutes make. Ratios are `said ÷ folded − 1`; null: no trade. */
export const timeframeDisagreement = z.object({
  ...marketNames,
  source: candleSource,
  timeframe: z.enum(TIMEFRAMES),
  /** The minutes it spans, half-open. */
  from: isoMinute,
  to: isoMinute,
  folded: z.nullable(sourceCandle),
  said: z.nullable(sourceCandle),
  /** When the source was first seen to say so, and whether it still does: an earlier answer stays listed. */
  seen: isoInstant,
  stands: z.boolean(),
  ...apart,
});
export type TimeframeDisagreement = z.infer<typeof timeframeDisagreement>;

/** A row that broke the candle invariant. It was kept as it came and never used. */
export const quarantinedRow = z.object({
  ...marketNames,
  source: candleSource,
  minute: z.nullable(isoMinute),
  reason: z.string(),
  raw: z.string(),
  seen: isoInstant,
});
export type QuarantinedRow = z.infer<typeof quarantinedRow>;

/** The answer of `revisions --json` and of GET /api/v1/revisions. Lists are worst first and end after `limit` lines. */
export const revisionsAnswer = z.extend(answerBase, {
  /** null: every stored asset. */
  asset: z.nullable(z.string()),
  limit: z.int(),
  /** As of which moment; null: now. */
  asOf: z.nullable(isoInstant),
  /** The range that was looked at, where one was asked for; null: each asset's own window for sources, all of time for the rest. */
  range: z.nullable(z.object({ from: isoMinute, to: isoMinute })),
  /** Over which minutes the sources of each asset were compared, and for how many of its markets more than one answered then. */
  compared: z.array(
    z.object({ asset: z.string(), name: z.string(), from: isoMinute, to: isoMinute, markets: z.int() }),
  ),
  /** What was looked at, in plain sentences. */
  notes: z.array(z.string()),
  pairs: z.array(sourcePair),
  differing: z.int(),
  differences: z.array(differingMinute),
  /** Longer candles against their minutes; `disagreeing` counts every answer that disagrees, earlier ones included. */
  timeframes: z.array(timeframeCheck),
  disagreeing: z.int(),
  disagreements: z.array(timeframeDisagreement),
  revised: z.int(),
  revisions: z.array(revisedMinute),
  /** The newest seen first. */
  quarantined: z.int(),
  quarantine: z.array(quarantinedRow),
});
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>;
