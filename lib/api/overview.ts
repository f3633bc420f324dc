import * as z from 'zod/mini';
import { STORED_REFERENCES } from '../domain/scan';
import { answerBase, isoMinute, rateRule } from './hole';
import { episodeAnswer } from './deviations';

export { coverageAnswer } from './coverage';

export const rankedEpisode = z.extend(episodeAnswer, {
  asset: z.string(),
  name: z.string(),
  /** null: found before rules were kept, and not searched for again since. */
  rateRuleAtPeak: z.nullable(rateRule),
  /** What this asset's prices were compared with. */
  reference: z.enum(STORED_REFERENCES),
  /** The window the episode was measured in: what a link to it must carry. */
  from: isoMinute,
  to: isoMinute,
  enter: z.number(),
});
export type RankedEpisode = z.infer<typeof rankedEpisode>;

/** The answer of GET /api/v1/overview: what is stored, and the deepest deviations in it. */
export const overviewAnswer = z.extend(answerBase, {
  assets: z.array(
    z.object({
      asset: z.string(),
      name: z.string(),
      venues: z.array(z.string()),
      from: isoMinute,
      to: isoMinute,
      /** The window this asset opens with: absolute, chosen from what is stored, never from the clock. */
      window: z.object({ from: isoMinute, to: isoMinute }),
      candles: z.int(),
      notes: z.array(z.string()),
    }),
  ),
  /** None of those within the rates' uncertainty. */
  deepest: z.array(rankedEpisode),
});
export type OverviewAnswer = z.infer<typeof overviewAnswer>;
