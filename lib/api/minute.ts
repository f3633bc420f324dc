import * as z from 'zod/mini';
import { blocMedians } from './certainty';
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
import { leftOutMarket } from './leftOut';

const candle = z.object({ open: measured, high: measured, low: measured, close: measured });

/** What one venue's close says of a quote in USD: a cross leg of a `base`, or a direct pair (`base` null). */
export const rateLeg = z.object({
  venue: z.string(),
  base: z.nullable(z.string()),
  /** As it is read: `BTC/USDT`, `USDT/USD`. */
  pair: z.string(),
  close: z.number(),
  /** What is divided by the close: the median close of `base` in USD, or 1; null: the close itself is `value`. */
  over: measured,
  /** USD per unit of the quote. */
  value: z.number(),
  /** Too far from the other legs: it takes no part. */
  isDropped: z.boolean(),
});
export type RateLeg = z.infer<typeof rateLeg>;

/** One venue in one minute: its candle (raw, in its quote), the same in `currency`, and its deviation from the reference. */
export const minuteVenue = z.object({
  venue: z.string(),
  market: z.string(),
  quote: z.string(),
  kind: marketKind,
  source: candleSource,
  raw: candle,
  baseVolume: measured,
  quoteVolume: measured,
  trades: measured,
  /** To USD as this venue's books are converted: none of its own legs is in it. `uncertainty` is relative; null: unknown. */
  rate: z.object({ rule: rateRule, value: measured, uncertainty: measured, legs: z.array(rateLeg) }),
  converted: candle,
  reference: z.object({ low: measured, high: measured, close: measured }),
  peers: z.int(),
  dispersion: measured,
  dLow: measured,
  dHigh: measured,
  dClose: measured,
  outside: measured,
  /** Of the deviations, through the rates of the venue and its peers, relative; null: unknown, or not measured. */
  uncertainty: measured,
  /** Whether they rest on a weak rate. */
  weak: z.boolean(),
  missing: z.nullable(missingReason),
});
export type MinuteVenue = z.infer<typeof minuteVenue>;

/** The answer of GET /api/v1/minutes/ASSET/MINUTE. */
export const minuteAnswer = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  minute: isoMinute,
  currency: z.string(),
  reference: writtenReference,
  bloc: writtenBloc,
  rate: z.enum(['usd', 'none']),
  minPeers: z.int(),
  digest: z.string(),
  /** One plain sentence that states what happened in this minute. */
  sentence: z.string(),
  notes: z.array(z.string()),
  venues: z.array(minuteVenue),
  /** The medians of the lows and of the highs of the USD books and the USDT books, each null where they do not part by more than the entry level. */
  blocs: z.object({ low: z.nullable(blocMedians), high: z.nullable(blocMedians) }),
  /** Markets that take no part on this day, and why. */
  leftOut: z.array(leftOutMarket),
});
export type MinuteAnswer = z.infer<typeof minuteAnswer>;
