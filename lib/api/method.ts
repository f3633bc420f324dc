import * as z from 'zod/mini';
import { WHY_UNRANKED } from '../domain/lows';
import { writtenCertainty } from './certainty';
import { episodeAnswer } from './deviations';
import { answerBase, isoMinute, marketKind, measured, missingReason, rateRule } from './hole';
import { leftOutMarket } from './leftOut';
import { minuteAnswer, rateLeg } from './minute';

/** How the rate of one quote came about in one minute (method, section 2). */
const rateExample = z.object({
  quote: z.string(),
  minute: isoMinute,
  /** Whose books are converted at it: none of the legs is of this venue. */
  venue: z.string(),
  /** Ascending by value, the dropped ones too. */
  legs: z.array(rateLeg),
  /** Of each minute that the smoothing looks at: the legs kept, their venues, their median, and its relative error (null: unknown). */
  around: z.array(
    z.object({
      minute: isoMinute,
      legs: z.int(),
      venues: z.int(),
      median: measured,
      error: measured,
    }),
  ),
  rule: rateRule,
  value: measured,
  /** The centred median of the errors, and what the smoothing adds to it; null: unknown, or no leg. */
  error: measured,
  smoothing: measured,
  /** Their sum; of an assumed parity, a constant. */
  uncertainty: measured,
});
export type RateExample = z.infer<typeof rateExample>;

/** How the book of one venue was chosen for one UTC day (method, section 3). */
const bookChoice = z.object({
  venue: z.string(),
  /** `2025-10-10` */
  day: z.string(),
  /** Every spot book of the venue that takes part that day, the largest volume first. */
  books: z.array(
    z.object({
      market: z.string(),
      baseVolume: z.number(),
      traded: z.int(),
      /** Traded minutes with a rate that nobody assumed. */
      rated: z.int(),
      isChosen: z.boolean(),
    }),
  ),
});
export type BookChoice = z.infer<typeof bookChoice>;

/** What the rates leave unknown of the focused market's deviation, peer by peer (method, section 5). */
const doubt = z.object({
  quote: z.string(),
  rule: rateRule,
  rate: measured,
  /** Of the market's own rate, relative. */
  ownUncertainty: measured,
  /** Ascending by what they count; an unknown one last. */
  peers: z.array(
    z.object({
      venue: z.string(),
      market: z.string(),
      quote: z.string(),
      rule: rateRule,
      rate: measured,
      uncertainty: measured,
      /** Read in the same quote: the two rates are compared, and a depeg of the quote cancels. */
      isSameQuote: z.boolean(),
      /** null: unknown, which counts as more than any number. */
      counts: measured,
    }),
  ),
  /** The median of what they count; null: unknown. */
  uncertainty: measured,
  /** Peers in another quote whose rate is weak. */
  weakPeers: z.int(),
  isWeak: z.boolean(),
  /** Of the market, on its side. */
  deviation: z.number(),
  /** null: the deviation does not reach the entry level. */
  certainty: z.nullable(writtenCertainty),
});
export type DoubtExample = z.infer<typeof doubt>;

/** What one minute does to an episode (method, section 5). */
export const STEPS = ['before', 'enters', 'beyond', 'holds', 'calm', 'unknown'] as const;

const step = z.object({
  minute: isoMinute,
  /** By low below, by high above. */
  deviation: measured,
  dClose: measured,
  missing: z.nullable(missingReason),
  state: z.enum(STEPS),
  /** Measured minutes in a row below half the level, this one included. */
  calm: z.int(),
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
  focus: z.nullable(
    z.object({
      venue: z.string(),
      market: z.string(),
      kind: marketKind,
      side: z.enum(['below', 'above']),
      withItself: z.number(),
    }),
  ),
  /** Of the focused market's quote, or of another that needs a rate; null: every market is quoted in USD. */
  rate: z.nullable(rateExample),
  /** Markets of the asset, and books that would lend legs, which take no part on the minute's UTC day. */
  leftOut: z.array(leftOutMarket),
  /** Of the focused venue, or of the one with most books; null: no venue has more than one. */
  choice: z.nullable(bookChoice),
  /** null: no market of the minute was measured. */
  doubt: z.nullable(doubt),
  /** Minutes of each kind of hole over the window's markets, and the first of them. */
  missing: z.array(
    z.object({
      reason: missingReason,
      minutes: z.int(),
      first: z.nullable(z.object({ venue: z.string(), market: z.string(), minute: isoMinute })),
    }),
  ),
  measuredMinutes: z.int(),
  /** The focused market's episode around that minute, and where that is short a longer one of the same window. */
  walks: z.array(walk),
  control: z.object({
    /** The median of the market's first measured closes, and its lowest median low. */
    level: measured,
    lowest: measured,
    lowestMinute: z.nullable(isoMinute),
    fall: measured,
    falls: z.array(
      z.object({ venue: z.string(), market: z.string(), kind: marketKind, fall: measured, excess: measured }),
    ),
  }),
  /** Who stood lowest in the window (method, section 6). */
  lows: z.object({
    /** The venues that can be ranked, lowest first; `uncertainty` of the rate in that minute, null: unknown. */
    lows: z.array(
      z.object({
        venue: z.string(),
        market: z.string(),
        minute: isoMinute,
        price: z.number(),
        rule: rateRule,
        uncertainty: measured,
      }),
    ),
    /** Whether they are enough. */
    isRanked: z.boolean(),
    /** Lowest ÷ second-lowest − 1; null: too few venues, or two are equally low. */
    gap: measured,
    /** Whether it is wide less both uncertainties. */
    isWide: z.boolean(),
    unranked: z.array(z.object({ venue: z.string(), why: z.enum(WHY_UNRANKED), minutes: z.int() })),
  }),
  /** null: no episode, or no day of the market's own past is stored. */
  unusual: z.nullable(z.object({ from: isoMinute, to: isoMinute, z: z.number(), rank: z.int(), of: z.int() })),
  /** Levels as in EVENT_LEVELS; null: never in the window. */
  order: z.object({
    levels: z.array(z.number()),
    markets: z.array(
      z.object({
        venue: z.string(),
        market: z.string(),
        kind: marketKind,
        /** Minutes with a deviation, and minutes with a price: without any, "never" would be a claim. */
        measured: z.int(),
        priced: z.int(),
        strayed: z.array(z.nullable(isoMinute)),
        fell: z.array(z.nullable(isoMinute)),
        episodes: z.int(),
        /** null: it had no episode, or its last one was not left in the window. */
        recovered: z.nullable(isoMinute),
      }),
    ),
  }),
  digest: z.string(),
  /** The text whose SHA-256 the digest is (docs/digest.md). */
  canonicalText: z.string(),
});
export type MethodExample = z.infer<typeof example>;

/** A wrapped or pegged asset compared with its second reference (method, section 7). */
const secondReference = z.object({
  asset: z.string(),
  name: z.string(),
  reference: z.enum(['wrapped', 'peg']),
  underlying: z.nullable(z.string()),
  from: isoMinute,
  to: isoMinute,
  enter: z.number(),
  notes: z.array(z.string()),
  /** Of a wrapped asset: each market's ratio on each UTC day (`2025-10-10`), and the minutes of the day before that made it. */
  ratios: z.array(
    z.object({
      venue: z.string(),
      market: z.string(),
      day: z.string(),
      ratio: measured,
      minutes: z.int(),
    }),
  ),
  /** The deepest episode, and its peak taken apart; null: none, or nothing could be measured. */
  deepest: z.nullable(
    z.object({
      episode: episodeAnswer,
      quote: z.string(),
      rawPrice: measured,
      rate: z.object({ rule: rateRule, value: measured, uncertainty: measured }),
      /** The underlying's reference before the ratio; null of a peg. */
      underlyingReference: measured,
      ratio: measured,
      kind: marketKind,
    }),
  ),
  digest: z.string(),
});
export type SecondReference = z.infer<typeof secondReference>;

/** The answer of GET /api/v1/method: the worked examples of the methodology page. `example` null: nothing is stored. */
export const methodAnswer = z.extend(answerBase, { example: z.nullable(example), second: z.array(secondReference) });
export type MethodAnswer = z.infer<typeof methodAnswer>;
