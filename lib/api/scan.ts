import * as z from 'zod/mini';
import { RANKS, SCAN_REFERENCES } from '../domain/scan';
import { isoInstant } from './coverage';
import { answerBase, isoMinute } from './hole';
import { rankedEpisode } from './overview';

/**
 * The answer of `scan --json` and of GET /api/v1/scan: episodes of every stored asset that overlap a window, for the method's
 * default parameters, each UTC day measured as a window of its own and episodes running on over midnight.
 */
export const scanAnswer = z.extend(answerBase, {
  from: isoMinute,
  to: isoMinute,
  /** What was asked for; `own`: each asset against its own, which every episode names. */
  reference: z.enum(SCAN_REFERENCES),
  rank: z.enum(RANKS),
  /** The data as they were known then; null: as they are known now. */
  asOf: z.nullable(isoInstant),
  /** The assets with data in the window against this reference, and on how many UTC days. Nothing is known of any other asset. */
  searched: z.array(z.object({ asset: z.string(), days: z.int() })),
  /** How many episodes the filters leave, those within their rate's uncertainty not counted; `episodes` has the first of them by rank. */
  found: z.int(),
  episodes: z.array(rankedEpisode),
  /** Those within their rate's uncertainty, apart: how many, and the first of them by rank. */
  within: z.object({ found: z.int(), episodes: z.array(rankedEpisode) }),
  /** Plain sentences a reader must see beside the numbers. */
  notes: z.array(z.string()),
});
export type ScanAnswer = z.infer<typeof scanAnswer>;
