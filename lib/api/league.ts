import { z } from 'zod';
import { answerBase } from './hole';
import { rankedEpisode } from './overview';

/** A UTC day, `2025-10-10`. */
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A venue's certain episodes of spot books that began on the day, each asset against its own reference. */
export const leagueRow = z.object({
  venue: z.string(),
  episodes: z.number().int(),
  /** Assets with such an episode. */
  assets: z.number().int(),
  /** Minutes of those episodes at or beyond the level at which each began. */
  minutesBeyond: z.number().int(),
  deepest: rankedEpisode,
  longest: rankedEpisode,
  /** Alerts of this instance's rules on episodes that began on the day, confirmed and not withdrawn. */
  alerts: z.number().int(),
});
export type LeagueRow = z.infer<typeof leagueRow>;

/** The answer of GET /api/v1/league: the venue of the deepest episode first; a venue without one is not among them. */
export const leagueAnswer = answerBase.extend({
  day: isoDay,
  /** The first and the last day over which episodes were looked for; null: none. */
  days: z.object({ first: isoDay, last: isoDay }).nullable(),
  /** Over how many assets episodes were looked for on the day; 0: there is no data. */
  assets: z.number().int(),
  venues: z.array(leagueRow),
  notes: z.array(z.string()),
});
export type LeagueAnswer = z.infer<typeof leagueAnswer>;
