import * as z from 'zod/mini';
import { answerBase, isoMinute } from './hole';
import { rankedEpisode } from './overview';

/** One venue in the window (method, section 5), over every asset against its own reference. */
export const venueScore = z.object({
  venue: z.string(),
  /** Assets of which it answered at least a minute of the window. */
  assets: z.int(),
  /** Minutes it answered, traded or not, summed over those assets. */
  answeredMinutes: z.int(),
  /** Episodes that overlap the window; those within the uncertainty of their rates do not count. */
  episodes: z.int(),
  /** Assets with an episode. */
  strayed: z.int(),
  /** Minutes of those episodes at or beyond the level at which each began. */
  minutesBeyond: z.int(),
  areaPctMinutes: z.number(),
  /** How many of the episodes peaked at or beyond each of `levels`. */
  peaksBeyond: z.array(z.int()),
  /** null: no episode. */
  deepest: z.nullable(rankedEpisode),
  /** The place of the deepest among the episodes of all venues, 1 the deepest; null: no episode. */
  worstRank: z.nullable(z.int()),
});
export type VenueScore = z.infer<typeof venueScore>;

/** The answer of GET /api/v1/venues: every venue with data or an episode in a window, the one of the deepest episode first. */
export const venuesAnswer = z.extend(answerBase, {
  from: isoMinute,
  to: isoMinute,
  levels: z.array(z.number()),
  venues: z.array(venueScore),
  notes: z.array(z.string()),
});
export type VenuesAnswer = z.infer<typeof venuesAnswer>;
