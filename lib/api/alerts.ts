import * as z from 'zod/mini';
import { ALERT_STATES, WITHDRAWALS } from '../domain/alert';
import { SIDES, WRITTEN_CERTAINTIES } from '../domain/episode';
import { answerBase, isoMinute, rateRule } from './hole';

/** What was watched for. null: any. */
const alertRule = z.object({
  /** The start of the SHA-256 of what follows. */
  id: z.string(),
  assets: z.nullable(z.array(z.string())),
  venues: z.nullable(z.array(z.string())),
  side: z.nullable(z.enum(SIDES)),
  /** The entry level of the episodes, as a ratio. */
  depth: z.number(),
  minutes: z.int(),
  peers: z.int(),
  certainty: z.array(z.enum(WRITTEN_CERTAINTIES)),
});
export type WrittenRule = z.infer<typeof alertRule>;

/** An episode's figures when the change was recorded, by the method and with the rule's entry level and fewest peers. */
export const alertFigures = z.object({
  /** The book in which the peak was traded. */
  market: z.string(),
  /** Half-open. */
  start: isoMinute,
  end: isoMinute,
  minutesBeyond: z.int(),
  /** A ratio, signed. */
  peak: z.number(),
  peakMinute: isoMinute,
  /** In the market's quote. */
  peakPrice: z.number(),
  /** In the same quote. */
  peakReference: z.number(),
  peersAtPeak: z.int(),
  certainty: z.enum(WRITTEN_CERTAINTIES),
  /** null: unknown. */
  uncertaintyAtPeak: z.nullable(z.number()),
  /** What made the rate of the market in that minute; null: recorded before rules were. */
  rateRuleAtPeak: z._default(z.nullable(rateRule), null),
});
export type AlertFigures = z.infer<typeof alertFigures>;

const alertChange = z.object({
  /** From 1 on. */
  sequence: z.int(),
  state: z.enum(ALERT_STATES),
  /** Why it was withdrawn; null of another state. */
  reason: z.nullable(z.enum(WITHDRAWALS)),
  /** When it was recorded. */
  recorded: z.string(),
  /** Judged by the candles before this minute. */
  judgedTo: isoMinute,
  /** The view with these figures, pinned by their digest. */
  address: z.string(),
  digest: z.string(),
  /** null: there is no such episode any more. */
  figures: z.nullable(alertFigures),
});

const alertAbout = z.object({
  id: z.string(),
  rule: alertRule,
  asset: z.string(),
  venue: z.string(),
  side: z.enum(SIDES),
});

/** What a webhook brings: one change of one alert. */
export const alertMessage = z.extend(answerBase, { alert: alertAbout, change: alertChange });
export type AlertMessage = z.infer<typeof alertMessage>;

const alert = z.extend(alertAbout, {
  state: z.enum(ALERT_STATES),
  /** The newest first. */
  changes: z.array(alertChange),
});
export type Alert = z.infer<typeof alert>;

/** The answer of GET /api/v1/alerts: those that changed last come first. */
export const alertsAnswer = z.extend(answerBase, { alerts: z.array(alert) });
export type AlertsAnswer = z.infer<typeof alertsAnswer>;
