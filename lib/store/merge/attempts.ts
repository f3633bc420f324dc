import { subtract, union, type MinuteRange } from '../../domain/minute';
import type { Unanswered } from '../../domain/observation';

/** A range of one market and source that was asked for and not answered. */
export interface AttemptRow extends MinuteRange {
  readonly outcome: Unanswered;
  readonly cause: string;
  /** The earliest and the latest time at which part of it was asked for and not answered, ms since 1970. */
  readonly firstAskedAtMs: number;
  readonly askedAtMs: number;
}

/**
 * More rows than this of one market and source are thinned: neighbours of one outcome become one row though their causes
 * differ (each cause may name its own range), so that a market asked for and not answered every hour for a year stays a handful of rows.
 */
export const MOST_ROWS = 48;

const merged = (a: AttemptRow, b: AttemptRow): AttemptRow => ({
  from: a.from,
  to: b.to,
  outcome: b.outcome,
  cause: a.askedAtMs > b.askedAtMs ? a.cause : b.cause,
  firstAskedAtMs: Math.min(a.firstAskedAtMs, b.firstAskedAtMs),
  askedAtMs: Math.max(a.askedAtMs, b.askedAtMs),
});

/** Sorted rows, neighbours that touch and fit made one. */
function joined(rows: readonly AttemptRow[], fit: (a: AttemptRow, b: AttemptRow) => boolean): readonly AttemptRow[] {
  const out: AttemptRow[] = [];
  for (const row of [...rows].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last?.to === row.from && fit(last, row)) out[out.length - 1] = merged(last, row);
    else out.push(row);
  }
  return out;
}

const sameOutcome = (a: AttemptRow, b: AttemptRow): boolean => a.outcome === b.outcome;

/**
 * The rows, sorted and disjoint, after something more was asked for and not answered: of each minute the newest word stands (of two of one
 * time, the one that came later; a word that arrives late counts as older than all of a row that others joined). The first time of asking is that of any row of the same outcome it takes the place of.
 */
export function withAttempt(rows: readonly AttemptRow[], attempt: AttemptRow): readonly AttemptRow[] {
  const parts = subtract(
    attempt,
    rows.filter((row) => row.askedAtMs > attempt.askedAtMs),
  );
  const replaced = (part: MinuteRange): readonly AttemptRow[] =>
    rows.filter((row) => row.from < part.to && part.from < row.to && sameOutcome(row, attempt));
  const fresh = parts.map((part) => ({
    ...attempt,
    ...part,
    firstAskedAtMs: Math.min(attempt.firstAskedAtMs, ...replaced(part).map((row) => row.firstAskedAtMs)),
  }));
  const older = rows.flatMap((row) => subtract(row, parts).map((rest) => ({ ...row, ...rest })));
  const all = joined([...older, ...fresh], (a, b) => sameOutcome(a, b) && a.cause === b.cause);
  return all.length > MOST_ROWS ? joined(all, sameOutcome) : all;
}

/** What of the rows was not answered meanwhile: what a reader is shown. `answered` may be in any order and overlap. */
export function stillUnanswered(rows: readonly AttemptRow[], answered: readonly MinuteRange[]): readonly AttemptRow[] {
  const known = union(answered);
  return rows.flatMap((row) => subtract(row, known).map((rest) => ({ ...row, ...rest })));
}
