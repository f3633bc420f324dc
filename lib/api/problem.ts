import * as z from 'zod/mini';
import { PROBLEM_CODES } from './problemCodes';

/** Every answer with a status of 400 and above: one line for people that names the mend; `code` for scripts. */
export const problem = z.object({ error: z.object({ code: z.enum(PROBLEM_CODES), message: z.string() }) });
export type Problem = z.infer<typeof problem>;

/** A line of long work, before its answer or instead of it. The answer is checked against its own contract apart. */
export const workLine = z.union([
  z.object({ progress: z.number().check(z.gte(0), z.lte(1)) }),
  problem,
  z.object({ answer: z.unknown() }),
]);
export type WorkLine = z.infer<typeof workLine>;
