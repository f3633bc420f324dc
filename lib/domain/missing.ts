/**
 * What a minute of a market is (method, section 1): measured, or missing for one of four reasons. Columns carry a minute's place
 * in this list, a byte each.
 */
export const MISSING = ['measured', 'not-fetched', 'no-trade', 'no-rate', 'too-few-peers'] as const;

/** Why a minute has no deviation: four different facts. */
export type Missing = Exclude<(typeof MISSING)[number], 'measured'>;

/** The reason at a place of MISSING; null where the minute was measured, and past the list's end. */
export function missingAt(code: number | undefined): Missing | null {
  const why = code === undefined ? undefined : MISSING[code];
  return why === undefined || why === 'measured' ? null : why;
}

/** A reason's place in MISSING. */
export const missingCode = (why: Missing | null): number => MISSING.indexOf(why ?? 'measured');
