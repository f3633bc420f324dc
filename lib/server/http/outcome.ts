import { STATUS_OF, type ProblemCode } from '../../api/problemCodes';
import type { Refusal } from '../../domain/refusal';
import { LANGUAGE_FIELD } from '../../permalink/language';
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

/** Whoever is told that something cannot be had now may ask again after so many seconds: a database that restarts is back by then, and a queue is shorter. */
export const RETRY_S = 5;

/** Headers of whatever cannot be had now: it is kept by nobody, and may be asked for again after so many seconds. */
export const laterHeaders = (retryS: number = RETRY_S): Readonly<Record<'cache-control' | 'retry-after', string>> => ({
  'cache-control': 'no-store',
  'retry-after': String(retryS),
});

/** A request that cannot be read. `fields`: those it gave, of which the line names the one that is meant. */
export const refusedRequest = (refusal: Refusal, fields: Fields = {}): Outcome<never> =>
  problem('bad-request', refusalLine(withLanguage(refusal), fields));

/** Every address takes a language beside its own parameters; it is read before them. */
const withLanguage = (refusal: Refusal): Refusal =>
  refusal.kind === 'unknown-name' && !refusal.known.includes(LANGUAGE_FIELD)
    ? { ...refusal, known: [...refusal.known, LANGUAGE_FIELD] }
    : refusal;

type Fields = Readonly<Record<string, string | undefined>>;

/** `from: "yesterday" is not a time; …`: a line that does not name its field is told which it is. */
function refusalLine(refusal: Refusal, fields: Fields): string {
  const line = refusalWords(refusal);
  if (!('text' in refusal)) return line;
  const { text } = refusal;
  const name = Object.entries(fields).find(
    ([, value]) => value === text || (text !== '' && value?.split(',').includes(text) === true),
  )?.[0];
  return name === undefined || line.startsWith(name) ? line : `${name}: ${line}`;
}
