import { z } from 'zod';
import { episodeAnswer } from './deviations';
import { answerBase, isoMinute, marketKind, measured, missingReason, rateRule } from './hole';
import { minuteAnswer } from './minute';

/** One leg of a cross: every venue's close of one pair in one minute, ascending, and their median. */
const leg = z.object({
  pair: z.string(),
  closes: z.array(z.object({ venue: z.string(), close: z.number() })),
  /** null: fewer venues than a leg needs. */
  median: measured,
});
export type RateLeg = z.infer<typeof leg>;

/** How the rate of one quote came about in one minute (method, section 2). */
const rateExample = z.object({
  quote: z.string(),
  minute: isoMinute,
  crosses: z.array(z.object({ base: z.string(), usd: leg, quoted: leg, value: measured })),
  /** The median of the crosses in each minute that the smoothing looks at, before it is smoothed. */
  around: z.array(z.object({ minute: isoMinute, value: measured })),
  /** The price of the quote's own pair with USD; it counts only where there is no cross. */
  direct: leg,
  rule: rateRule,
  value: measured,
});
export type RateExample = z.infer<typeof rateExample>;

/** What one minute does to an episode (method, section 5). */
export const STEPS = ['before', 'enters', 'beyond', 'holds', 'calm', 'unknown'] as const;

const step = z.object({
  minute: isoMinute,
  /** By low below, by high above. */
  deviation: measured,
  dClose: measured,
  missing: missingReason.nullable(),
  state: z.enum(STEPS),
  /** Measured minutes in a row below half the level, this one included. */
  calm: z.number().int(),
  /** The area up to and with this minute, in percent × minutes; null outside the episode. */
  area: measured,
});
export type WalkStep = z.infer<typeof step>;

/** One episode minute by minute, from two minutes before it to the minute that ended it. */
const walk = z.object({ episode: episodeAnswer, steps: z.array(step) });
export type Walk = z.infer<typeof walk>;

const example = z.object({
  asset: z.string(),
  name: z.string(),
  /** The window of episodes, control, order and digest. */
  from: isoMinute,
  to: isoMinute,
  enter: z.number(),
  currency: z.string(),
  notes: z.array(z.string()),
  /** Exactly the answer of GET /api/v1/minutes/ASSET/MINUTE. */
  minute: minuteAnswer,
  /** The market that strayed furthest in that minute; null: none was measured. `withItself`: the median with it included. */
  focus: z
    .object({
      venue: z.string(),
      market: z.string(),
      kind: marketKind,
      side: z.enum(['below', 'above']),
      withItself: z.number(),
    })
    .nullable(),
  /** Of the focused market's quote, or of another that needs a rate; null: every market is quoted in USD. */
  rate: rateExample.nullable(),
  /** Minutes of each kind of hole over the window's markets, and the first of them. */
  missing: z.array(
    z.object({
      reason: missingReason,
      minutes: z.number().int(),
      first: z.object({ venue: z.string(), market: z.string(), minute: isoMinute }).nullable(),
    }),
  ),
  measuredMinutes: z.number().int(),
  /** The focused market's episode around that minute, and where that is short a longer one of the same window. */
  walks: z.array(walk),
  control: z.object({
    /** The median of the market's first measured closes, and its lowest median low. */
    level: measured,
    lowest: measured,
    lowestMinute: isoMinute.nullable(),
    fall: measured,
    falls: z.array(
      z.object({ venue: z.string(), market: z.string(), kind: marketKind, fall: measured, excess: measured }),
    ),
  }),
  /** null: no episode, or no day of the market's own past is held. */
  unusual: z
    .object({ from: isoMinute, to: isoMinute, z: z.number(), rank: z.number().int(), of: z.number().int() })
    .nullable(),
  /** Levels as in EVENT_LEVELS; null: never in the window. */
  order: z.object({
    levels: z.array(z.number()),
    markets: z.array(
      z.object({
        venue: z.string(),
        market: z.string(),
        kind: marketKind,
        /** Minutes with a deviation, and minutes with a price: without any, "never" would be a claim. */
        measured: z.number().int(),
        priced: z.number().int(),
        strayed: z.array(isoMinute.nullable()),
        fell: z.array(isoMinute.nullable()),
        episodes: z.number().int(),
        /** null: it had no episode, or its last one was not left in the window. */
        recovered: isoMinute.nullable(),
      }),
    ),
  }),
  digest: z.string(),
  /** The text whose SHA-256 the digest is (docs/digest.md). */
  canonicalText: z.string(),
});
export type MethodExample = z.infer<typeof example>;

/** A wrapped or pegged asset held against its second reference (method, section 7). */
const secondReference = z.object({
  asset: z.string(),
  name: z.string(),
  reference: z.enum(['wrapped', 'peg']),
  underlying: z.string().nullable(),
  from: isoMinute,
  to: isoMinute,
  enter: z.number(),
  notes: z.array(z.string()),
  /** Of a wrapped asset: each market's ratio and the minutes of the day before that made it. */
  ratios: z.array(z.object({ venue: z.string(), market: z.string(), ratio: measured, minutes: z.number().int() })),
  /** The deepest episode, and its peak taken apart; null: none, or nothing could be measured. */
  deepest: z
    .object({
      episode: episodeAnswer,
      quote: z.string(),
      rawPrice: measured,
      rate: z.object({ rule: rateRule, value: measured }),
      /** The underlying's reference before the ratio; null of a peg. */
      underlyingReference: measured,
      ratio: measured,
      kind: marketKind,
    })
    .nullable(),
  digest: z.string(),
});
export type SecondReference = z.infer<typeof secondReference>;

/** The answer of GET /api/v1/method: the worked examples of the methodology page. `example` null: nothing is held. */
export const methodAnswer = answerBase.extend({ example: example.nullable(), second: z.array(secondReference) });
export type MethodAnswer = z.infer<typeof methodAnswer>;
