export const PROBLEM_CODES = [
  'bad-request',
  'not-found',
  'not-allowed',
  'not-held',
  'changed',
  'too-many',
  'unavailable',
  'internal',
  'not-implemented',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The HTTP status each problem is answered with. */
export const STATUS_OF: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'not-found': 404,
  'not-held': 404,
  /** Another method than those that `allow` names. */
  'not-allowed': 405,
  /** The address names a digest, and what is stored now has another. */
  changed: 409,
  /** The client has asked for as much as one may in a minute; `retry-after` says when to ask again. */
  'too-many': 429,
  unavailable: 503,
  internal: 500,
  'not-implemented': 501,
};
