/**
 * Why a minute of a venue has no deviation (method, section 1): different facts, kept apart everywhere. `left-out`: the venue's books of that
 * day are suspected to be another coin's or another book's, so none of them takes part. `moved`: a candle of volume 0 whose prices are not
 * all equal. `set-aside`: the source sent something for the minute that could not be used.
 */
export const MISSING_REASONS = [
  'not-fetched',
  'no-trade',
  'no-rate',
  'too-few-peers',
  'left-out',
  'moved',
  'set-aside',
] as const;
export type Missing = (typeof MISSING_REASONS)[number];

/** What a minute of a venue is: measured, or missing. Columns carry a minute's place in this list, a byte each. */
export const MISSING = ['measured', ...MISSING_REASONS] as const;

/** What a minute is in which the market itself has a price, be it converted and compared or not. */
export const PRICED: readonly (typeof MISSING)[number][] = ['measured', 'no-rate', 'too-few-peers'];

/** The reason at a place of MISSING; null where the minute was measured, and past the list's end. */
export function missingAt(code: number | undefined): Missing | null {
  const why = code === undefined ? undefined : MISSING[code];
  return why === undefined || why === 'measured' ? null : why;
}

/** A reason's place in MISSING. */
export const missingCode = (why: Missing | null): number => MISSING.indexOf(why ?? 'measured');
