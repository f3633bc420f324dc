import { z } from 'zod';

/** Every answer with a status of 400 and above: one line for people that names the mend; `code` for scripts. */
export const problem = z.object({
  error: z.object({
    code: z.enum(['bad-request', 'not-found', 'not-held', 'unavailable', 'internal', 'not-implemented']),
    message: z.string(),
  }),
});
export type Problem = z.infer<typeof problem>;
export type ProblemCode = Problem['error']['code'];

/** The HTTP status each problem is answered with. */
export const STATUS_OF: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'not-held': 404,
  unavailable: 503,
  internal: 500,
  'not-implemented': 501,
};
