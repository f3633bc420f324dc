import * as z from 'zod/mini';
import { answerBase } from './hole';
import { rankedEpisode } from './overview';

/** A UTC day, `2025-10-10`. */
const isoDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A venue's certain episodes of spot books that began on the day, each asset against its own reference. */
export const leagueRow = z.object({
  venue: z.string(),
  episodes: z.int(),
  /** Assets with such an episode. */
  assets: z.int(),
  /** Minutes of those episodes at or beyond the level at which each began. */
  minutesBeyond: z.int(),
  deepest: rankedEpisode,
  longest: rankedEpisode,
  /** Alerts of this instance's rules on episodes that began on the day, confirmed and not withdrawn. */
  alerts: z.int(),
});
export type LeagueRow = z.infer<typeof leagueRow>;

/** The answer of GET /api/v1/league: the venue of the deepest episode first; a venue without one is not among them. */
export const leagueAnswer = z.extend(answerBase, {
  day: isoDay,
  /** The first and the last day over which episodes were looked for; null: none. */
  days: z.nullable(z.object({ first: isoDay, last: isoDay })),
  /** The last day, this one or one before it, on which an episode of the table began; null: none. */
  lastBegan: z.nullable(isoDay),
  /** Over how many assets episodes were looked for on the day; 0: there is no data. */
  assets: z.int(),
  venues: z.array(leagueRow),
  notes: z.array(z.string()),
});
export type LeagueAnswer = z.infer<typeof leagueAnswer>;
