import { z } from 'zod';
import { answerBase, candleSource, isoMinute, marketKind } from './hole';
import { episodeAnswer } from './deviations';

export const heldMarket = z.object({
  venue: z.string(),
  market: z.string(),
  kind: marketKind,
  source: candleSource,
  /** Asked and answered, as disjoint half-open ranges. */
  ranges: z.array(z.object({ from: isoMinute, to: isoMinute })),
  answeredMinutes: z.number().int(),
  traded: z.number().int(),
  noTrade: z.number().int(),
  quarantined: z.number().int(),
  revised: z.number().int(),
});
export type HeldMarket = z.infer<typeof heldMarket>;

/** The answer of `coverage --json` and of GET /api/v1/coverage. */
export const coverageAnswer = answerBase.extend({ assets: z.array(z.object({ asset: z.string(), name: z.string(), markets: z.array(heldMarket) })) });
export type CoverageAnswer = z.infer<typeof coverageAnswer>;

export const rankedEpisode = episodeAnswer.extend({
  asset: z.string(),
  name: z.string(),
  /** The window the episode was measured in: what a link to it must carry. */
  from: isoMinute,
  to: isoMinute,
  enter: z.number(),
});
export type RankedEpisode = z.infer<typeof rankedEpisode>;

/** The answer of GET /api/v1/overview: what is held, and the deepest deviations in it. */
export const overviewAnswer = answerBase.extend({
  assets: z.array(
    z.object({
      asset: z.string(),
      name: z.string(),
      venues: z.array(z.string()),
      from: isoMinute,
      to: isoMinute,
      /** The window this asset opens with: absolute, chosen from what is held, never from the clock. */
      window: z.object({ from: isoMinute, to: isoMinute }),
      candles: z.number().int(),
      notes: z.array(z.string()),
    }),
  ),
  deepest: z.array(rankedEpisode),
});
export type OverviewAnswer = z.infer<typeof overviewAnswer>;
