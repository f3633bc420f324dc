import { STATUS_OF, type ProblemCode } from '../../api/problemCodes';
import type { Refusal } from '../../domain/refusal';
import { refusalWords } from '../../words/refusals';

/** What a use case comes to: the answer, or a problem with its HTTP status and one line that names the mend. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly code: ProblemCode; readonly message: string };

export const answer = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const problem = (code: ProblemCode, message: string): Outcome<never> => ({
  ok: false,
  status: STATUS_OF[code],
  code,
  message,
});

/** A request that cannot be read. */
export const refusedRequest = (refusal: Refusal): Outcome<never> => problem('bad-request', refusalWords(refusal));
