import * as z from 'zod/mini';
import { WHY_UNRANKED } from '../domain/lows';
import { isoInstant } from './coverage';
import { answerBase, isoMinute, measured, rateRule } from './hole';

const extreme = z.object({
  venue: z.string(),
  /** The book that stood for the venue that day. */
  market: z.string(),
  /** The first minute with this price. */
  minute: isoMinute,
  /** In USD. */
  price: z.number(),
  rateRule,
  /** Of the minute's rate, relative; null: unknown. */
  rateUncertainty: measured,
});
export type ExtremeAnswer = z.infer<typeof extreme>;

/** The first of `lows` or `highs` against the second. */
const outermost = z.object({
  venue: z.string(),
  secondVenue: z.string(),
  /** `first ÷ second − 1`: negative of lows, positive of highs. */
  gap: z.number(),
  /** Of both rates together, relative; null: unknown. */
  uncertainty: measured,
  /** Whether |gap| less `uncertainty` is the answer's `gap` or more. */
  wide: z.boolean(),
});
export type OutermostAnswer = z.infer<typeof outermost>;

export const assetLows = z.object({
  asset: z.string(),
  name: z.string(),
  /** Of the asset's analysis in the window, from which the prices are taken. */
  digest: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  /** Whether enough venues are known in every minute of the window; else nobody is lowest or highest. */
  ranked: z.boolean(),
  /** null: not ranked, or two or more are equally low. */
  lowest: z.nullable(outermost),
  highest: z.nullable(outermost),
  /** Lowest first; of the venues of which every minute is known. */
  lows: z.array(extreme),
  /** Highest first. */
  highs: z.array(extreme),
  /** The other venues, by name: why they are in no ranking, and of how many minutes. */
  unranked: z.array(z.object({ venue: z.string(), why: z.enum(WHY_UNRANKED), minutes: z.int() })),
});
export type AssetLowsAnswer = z.infer<typeof assetLows>;

/** In how many assets the venue stood outermost, their share of those in which it was ranked, and how many of them by a wide gap. */
const side = z.object({ assets: z.int(), share: z.number(), wide: z.int() });

/** The answer of `lows --json` and of GET /api/v1/lows: who stood lowest and who highest in a window, asset by asset and venue by venue. */
export const lowsAnswer = z.extend(answerBase, {
  from: isoMinute,
  to: isoMinute,
  currency: z.literal('USD'),
  /** The data as they were known then; null: as they are known now. */
  asOf: z.nullable(isoInstant),
  /** Venues that a ranking needs, and the gap from which on it is wide. */
  leastVenues: z.int(),
  gap: z.number(),
  /** Those most often lowest first. */
  venues: z.array(z.object({ venue: z.string(), ranked: z.int(), lowest: side, highest: side })),
  /** The furthest below the second-lowest first; those without a lowest venue by name, at the end. */
  assets: z.array(assetLows),
  /** Plain sentences a reader must see beside the numbers. */
  notes: z.array(z.string()),
});
export type LowsAnswer = z.infer<typeof lowsAnswer>;
