import type { Problem } from '../../api/problem';
import type { Refusal } from '../../domain/refusal';
import { refusalWords } from '../../words/en/refusals';

type Code = Problem['error']['code'];

/** What a use case comes to: the answer, or a problem with its HTTP status and one line that names the mend. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly code: Code; readonly message: string };

const STATUS: Readonly<Record<Code, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'not-held': 404,
  unavailable: 503,
  internal: 500,
};

export const answer = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const problem = (code: Code, message: string): Outcome<never> => ({
  ok: false,
  status: STATUS[code],
  code,
  message,
});

/** A request that cannot be read. */
export const refusedRequest = (refusal: Refusal): Outcome<never> => problem('bad-request', refusalWords(refusal));
