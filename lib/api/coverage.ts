import * as z from 'zod/mini';
import { UNANSWERED } from '../domain/observation';
import { answerBase, candleSource, isoMinute, marketKind, measured } from './hole';

/** A moment of the clock: `2026-01-31T08:15Z`, with seconds or milliseconds where they are not 0. */
export const isoInstant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?Z$/));

const ranges = { from: isoMinute, to: isoMinute };

/** A range that was asked for and not answered, with its newest outcome. What was answered later is not among them. */
export const unansweredRange = z.object({
  ...ranges,
  outcome: z.enum(UNANSWERED),
  cause: z.string(),
  firstAsked: isoInstant,
  lastAsked: isoInstant,
});
export type UnansweredRange = z.infer<typeof unansweredRange>;

const counts = z.array(z.int());

/**
 * UTC days as columns of equal length, ascending; a day of which there is nothing to say is left out. Minutes, but for
 * `quarantined`: rows. `noTrade` is answered and not traded, `moved` answered at volume 0 with prices that are not all equal, `setAside` sent in
 * a form that could not be used; `refused`, `failed` and `notServed` are asked and not answered.
 */
export const dayColumns = z.object({
  day: z.array(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  answered: counts,
  traded: counts,
  noTrade: counts,
  moved: counts,
  setAside: counts,
  refused: counts,
  failed: counts,
  notServed: counts,
  quarantined: counts,
  revised: counts,
});
export type DayColumns = z.infer<typeof dayColumns>;

/** The coverage of a market day by day, and its failed requests; given where it was asked for. */
export const coverageDetail = z.object({
  /** From the first answered minute to the last; null where none is. */
  span: z.nullable(z.object(ranges)),
  /** Answered minutes by the minutes of `span`, 0 to 1. */
  answeredShare: measured,
  /** The first and the last time any of it was asked for, answered or not. */
  firstAsked: z.nullable(isoInstant),
  lastAsked: z.nullable(isoInstant),
  inVain: z.array(unansweredRange),
  days: dayColumns,
});
export type CoverageDetail = z.infer<typeof coverageDetail>;

export const marketCoverage = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** Asked and answered, as disjoint half-open ranges. */
  ranges: z.array(z.object(ranges)),
  answeredMinutes: z.int(),
  traded: z.int(),
  noTrade: z.int(),
  moved: z.int(),
  setAside: z.int(),
  quarantined: z.int(),
  revised: z.int(),
  /** Where one asset was asked for, and from the command line always. */
  kept: z.optional(coverageDetail),
});
export type MarketCoverage = z.infer<typeof marketCoverage>;

/** The answer of `coverage --json` and of GET /api/v1/coverage. */
export const coverageAnswer = z.extend(answerBase, {
  assets: z.array(z.object({ asset: z.string(), name: z.string(), markets: z.array(marketCoverage) })),
});
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

/** A reply (or a file) that candles were read from: what anybody needs to ask the same again and to compare. */
export const replyRecord = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** What was asked for. */
  ...ranges,
  /** The address asked, or a file's name. */
  address: z.string(),
  received: isoInstant,
  /** Of the bytes as they came. */
  sha256: z.string(),
  /** What asked and read it, with its version. */
  reader: z.string(),
  /** Whether the bytes themselves are stored, too. */
  bodyKept: z.boolean(),
});

/** The answer of GET /api/v1/coverage/replies: oldest first by market and source, and how many there are in all. */
export const repliesAnswer = z.extend(answerBase, {
  asset: z.string(),
  ...ranges,
  total: z.int(),
  replies: z.array(replyRecord),
});
export type RepliesAnswer = z.infer<typeof repliesAnswer>;
