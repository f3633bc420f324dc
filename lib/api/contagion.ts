import * as z from 'zod/mini';
import { FALL_KINDS } from '../domain/contagion';
import { answerBase, candleSource, isoMinute, marketKind, measured } from './hole';
import { leftOutMarket } from './leftOut';

/** When a book first lay so far below its own level (docs/contagion.md). */
export const fallAnswer = z.object({
  state: z.enum(FALL_KINDS),
  /** The first minute of which it is known; of `fell` alone. */
  seen: z.nullable(isoMinute),
  /** It may have been from this minute on; the same as `seen` where nothing before it is unknown. Of `fell` and `unknown`. */
  earliest: z.nullable(isoMinute),
  /** The low of `seen`, in the book's quote, and low ÷ level − 1. */
  low: measured,
  ratio: measured,
  /** Minutes behind the first book, at least and at most. */
  behindLeast: z.nullable(z.int()),
  behindMost: z.nullable(z.int()),
});
export type FallAnswer = z.infer<typeof fallAnswer>;

/** One book. Prices in its own quote, as published. */
export const contagionBook = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** The median close before the window, of an even count the exact mean of the middle two decimals; null: fewer than `leastCloses`. */
  level: measured,
  closes: z.int(),
  /** The lowest low of the window, the first of equals; null: no minute has a price. */
  lowest: z.nullable(z.object({ minute: isoMinute, low: z.number(), ratio: measured })),
  /** Minutes of the window without a trade, and those of which nothing is known. */
  silent: z.int(),
  unknown: z.int(),
  /** In the order of `levels`. */
  falls: z.array(fallAnswer),
});
export type ContagionBook = z.infer<typeof contagionBook>;

/** Who was first at a level. `firsts`, `maybe`: places in `books`. */
export const fallOrder = z.object({
  level: z.number(),
  /** null: no book was seen to fall so far. */
  first: z.nullable(isoMinute),
  /** All in the first minute; more than one is a tie. */
  firsts: z.array(z.int()),
  /** Others that may have been as early or earlier: something up to that minute is not known of them. */
  maybe: z.array(z.int()),
});
export type FallOrderAnswer = z.infer<typeof fallOrder>;

const moved = z.object({ venue: z.string(), market: z.string(), close: z.number(), move: z.number() });

/** What a venue's own spot did to an index by the weight it published. */
export const ownShareAnswer = z.object({
  venue: z.string(),
  weight: z.number(),
  publisher: z.string(),
  /** UTC day of the notice. */
  published: z.string(),
  /** null: the spot book has no level or no price, or is not stored. */
  at: z.nullable(
    z.object({
      minute: isoMinute,
      spot: moved,
      /** null: no index is stored in the spot's quote. */
      index: z.nullable(moved),
      /** Of the index's level, as a ratio: weight × the spot's move. */
      part: z.number(),
      /** part ÷ the index's move; null: no index, or it did not move down. */
      share: measured,
    }),
  ),
});
export type OwnShareAnswer = z.infer<typeof ownShareAnswer>;

/** The answer of GET /api/v1/contagion. */
export const contagionAnswer = z.extend(answerBase, {
  asset: z.string(),
  name: z.string(),
  from: isoMinute,
  to: isoMinute,
  asOf: z.nullable(z.string()),
  /** Minutes before `from` of which each book's own level is taken, and the closes it needs. */
  levelMinutes: z.int(),
  leastCloses: z.int(),
  levels: z.array(z.number()),
  /** By venue, market and kind. */
  books: z.array(contagionBook),
  orders: z.array(fallOrder),
  /** Books in no order: second names, known or suspected, and suspected namesakes, by the method's own rules on these whole UTC days. */
  leftOut: z.array(leftOutMarket),
  /** By the weights published for this asset and the window's days; empty: none were. */
  ownShares: z.array(ownShareAnswer),
});
export type ContagionAnswer = z.infer<typeof contagionAnswer>;
