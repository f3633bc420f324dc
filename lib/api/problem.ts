import { z } from 'zod';

/** Every answer with a status of 400 and above: one line for people that names the mend; `code` for scripts. */
export const problem = z.object({
  error: z.object({
    code: z.enum(['bad-request', 'not-found', 'not-held', 'unavailable', 'internal']),
    message: z.string(),
  }),
});
export type Problem = z.infer<typeof problem>;
