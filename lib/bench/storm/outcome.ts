import type { Known } from './questions';

/** What came of a question: the right answer or another one; 429 or 503, each with Retry-After; any other status; no whole answer. `unchecked`: an answer to a hostile client. */
export const OUTCOMES = ['right', 'wrong', 'refused', 'shed', 'failed', 'cut', 'unchecked'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Instants are milliseconds since 1970. `isNew`: nobody had asked for that view before. */
export interface Answered {
  readonly outcome: Outcome;
  readonly isNew: boolean;
  readonly begunAt: number;
  readonly endedAt: number;
}

export interface CrowdAsked {
  readonly origin: string;
  readonly clients: number;
  readonly hostile: number;
  readonly seconds: number;
  /** Of all clients together, the hostile apart. */
  readonly perSecond: number;
  readonly hour: readonly Known[];
  readonly views: readonly Known[];
}

export interface CrowdSaw {
  readonly answers: readonly Answered[];
  /** The first faults, a line each. */
  readonly told: readonly string[];
}

/** How often each came. */
export const countsOf = (answers: readonly Answered[]): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(OUTCOMES.map((one) => [one, answers.filter(({ outcome }) => outcome === one).length])) as Record<
    Outcome,
    number
  >;

/**
 * Milliseconds from the instant at which the database was back until a view that nobody had asked for before, asked after that, was answered rightly.
 * NaN: none was.
 */
export function recoveryMs(answers: readonly Answered[], backAt: number): number {
  const first = answers
    .filter(({ isNew, outcome, begunAt }) => isNew && outcome === 'right' && begunAt >= backAt)
    .map(({ endedAt }) => endedAt);
  return first.length === 0 ? NaN : Math.min(...first) - backAt;
}
