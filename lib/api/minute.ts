import { z } from 'zod';
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

const candle = z.object({ open: measured, high: measured, low: measured, close: measured });

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
  rate: z.object({ rule: rateRule, value: measured }),
  converted: candle,
  reference: z.object({ low: measured, high: measured, close: measured }),
  peers: z.number().int(),
  dispersion: measured,
  dLow: measured,
  dHigh: measured,
  dClose: measured,
  outside: measured,
  missing: missingReason.nullable(),
});
export type MinuteVenue = z.infer<typeof minuteVenue>;

/** The answer of GET /api/v1/minutes/ASSET/MINUTE. */
export const minuteAnswer = answerBase.extend({
  asset: z.string(),
  name: z.string(),
  minute: isoMinute,
  currency: z.string(),
  reference: writtenReference,
  rate: z.enum(['usd', 'none']),
  minPeers: z.number().int(),
  digest: z.string(),
  /** One plain sentence that states what happened in this minute. */
  sentence: z.string(),
  notes: z.array(z.string()),
  venues: z.array(minuteVenue),
});
export type MinuteAnswer = z.infer<typeof minuteAnswer>;
