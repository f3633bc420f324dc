import type { ProblemCode } from '../problemCodes';

/**
 * The API said no, said something the contract does not know, or did not answer. `message` is one line for people; `code` is for
 * programs. `unreachable`: nobody answered, or the answer was cut off (status 0). `unreadable`: what came is no answer of the API.
 */
export class Refused extends Error {
  readonly status: number;
  readonly code: ProblemCode | 'unreachable' | 'unreadable';
  /** When to ask again, in seconds, as the server says of 429 and 503 (`retry-after`); undefined: it does not. */
  readonly retryAfterS: number | undefined;

  constructor(
    message: string,
    status: number,
    code: Refused['code'],
    { retryAfterS, ...options }: ErrorOptions & { readonly retryAfterS?: number | undefined } = {},
  ) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
    this.retryAfterS = retryAfterS;
  }
}
