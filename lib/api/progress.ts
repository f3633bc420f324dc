import * as z from 'zod/mini';
import { answerBase } from './hole';

export const venueProgress = z.object({
  venue: z.string(),
  state: z.enum(['connecting', 'working', 'waiting', 'done', 'refused', 'failed', 'stopped']),
  doneMinutes: z.int(),
  totalMinutes: z.int(),
  candles: z.int(),
  note: z.string(),
});
export type VenueProgress = z.infer<typeof venueProgress>;

/**
 * The answer of GET /api/v1/progress: the ingest that runs now, or ran last. `elapsedSeconds`: from its beginning to its latest
 * sign of life, by its own clock, which is when its venues were as far as they say; absent where none ever ran.
 */
export const progressAnswer = z.extend(answerBase, {
  running: z.boolean(),
  elapsedSeconds: z.optional(z.number().check(z.nonnegative())),
  venues: z.array(venueProgress),
});
export type ProgressAnswer = z.infer<typeof progressAnswer>;
