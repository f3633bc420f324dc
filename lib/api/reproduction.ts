import * as z from 'zod/mini';
import { CANDLE_FIELDS } from '../domain/candle';
import { isoInstant } from './coverage';
import { answerBase, candleSource, isoMinute, marketKind } from './hole';
import { sourceCandle } from './revisions';

/**
 * What asking a market again came to, the first that holds: `differs` in some minute; `not-served` any more in some minute of which a row is
 * stored; `not-stored`: rows are served where nothing is stored; `unanswered` in some minute; `same` in every minute that is stored; `neither`
 * stored nor served. `not-comparable`: what is stored came from a file, which no venue can be asked for.
 */
export const REPRODUCED = [
  'differs',
  'not-served',
  'not-stored',
  'unanswered',
  'same',
  'neither',
  'not-comparable',
] as const;
export type Reproduced = (typeof REPRODUCED)[number];

/**
 * What a market is to the view. `book`: it stands for its venue. `rate-leg`: the rates of those that do rest on it, or may; asked for in the minutes
 * that a rate's smoothing reaches.
 */
export const REPRODUCED_ROLES = ['book', 'rate-leg'] as const;
export type ReproducedRole = (typeof REPRODUCED_ROLES)[number];

/** Where a row was read from. */
export const replyFacts = z.object({ address: z.string(), received: isoInstant, sha256: z.string() });
export type ReplyFacts = z.infer<typeof replyFacts>;

/** A minute that is not the same. `stored`, `served`: the rows as they came, a filler of volume 0 too; null: no row. */
export const reproducedMinute = z.object({
  minute: isoMinute,
  outcome: z.enum(['differs', 'not-served', 'not-stored']),
  stored: z.nullable(sourceCandle),
  served: z.nullable(sourceCandle),
  /** Those that differ; all where one side has no row, or one that says nothing was traded. */
  fields: z.array(z.enum(CANDLE_FIELDS)),
  /** The newest reply stored that speaks of the minute; null: none is known. */
  storedFrom: z.nullable(replyFacts),
  servedFrom: z.nullable(replyFacts),
});
export type ReproducedMinute = z.infer<typeof reproducedMinute>;

/** Minutes that follow one another and are not served, or were not answered, for one cause. */
export const reproductionGap = z.object({
  outcome: z.enum(['not-served', 'unanswered']),
  from: isoMinute,
  to: isoMinute,
  minutes: z.int(),
  cause: z.string(),
  /** What helps, if anything does. */
  mend: z.nullable(z.string()),
});
export type ReproductionGap = z.infer<typeof reproductionGap>;

/** One market of the view, from the source that the view uses. */
export const reproducedMarket = z.object({
  role: z.enum(REPRODUCED_ROLES),
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  from: isoMinute,
  to: isoMinute,
  outcome: z.enum(REPRODUCED),
  /** Every minute of the range is in one of the others. */
  minutes: z.object({
    asked: z.int(),
    same: z.int(),
    differs: z.int(),
    notServed: z.int(),
    notStored: z.int(),
    unanswered: z.int(),
    neither: z.int(),
  }),
  /** Fields that both said in some minute, and that were compared there. */
  compared: z.array(z.enum(CANDLE_FIELDS)),
  /** The first of the minutes that are not the same. */
  differences: z.array(reproducedMinute),
  gaps: z.array(reproductionGap),
});
export type ReproducedMarket = z.infer<typeof reproducedMarket>;

/** The answer of `reproduce --json`. */
export const reproduction = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  /** The view, as its address. */
  address: z.string(),
  /** The minutes asked for, half-open. */
  from: isoMinute,
  to: isoMinute,
  /** As of which moment the view looks at what is stored; null: now. */
  asOf: z.nullable(isoInstant),
  /** When the venues were asked. */
  asked: isoInstant,
  /** Whether every market was asked and says the same, those of the rates among them. */
  same: z.boolean(),
  /** Those that stand for a venue, by venue; behind them those on which their rates rest. */
  markets: z.array(reproducedMarket),
});
export type Reproduction = z.infer<typeof reproduction>;
