import type { Outcome } from '../server/http/outcome';
import { orRehearsal } from '../words/en/cli/optionFaults';

/** Exit codes scripts may rely on: 0 all done, 1 broke, 2 bad input, 3 done except for what was named. */
export const EXIT = { done: 0, broke: 1, badInput: 2, partial: 3 } as const;

/** Bad input: one line that names the mend, exit code 2. */
export class BadInput extends Error {}

/** The answer of a use case; a problem is bad input. Where there is no real data, the rehearsal may be what was meant. */
export function valueOf<T>(outcome: Outcome<T>, rehearsal: boolean | undefined): T {
  if (outcome.ok) return outcome.value;
  throw new BadInput(
    outcome.code === 'not-held' && rehearsal !== true ? orRehearsal(outcome.message) : outcome.message,
  );
}

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
