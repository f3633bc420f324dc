/**
 * What a minute of a venue is (method, section 1): measured, or missing for one of these reasons. `left-out`: the venue's books of that
 * day are suspected to be another coin's or another book's, so none of them takes part. `moved`: a candle of volume 0 whose prices are not
 * all equal. `set-aside`: the source sent something for the minute that could not be used. Columns carry a minute's place in this list, a byte each.
 */
export const MISSING = [
  'measured',
  'not-fetched',
  'no-trade',
  'no-rate',
  'too-few-peers',
  'left-out',
  'moved',
  'set-aside',
] as const;

/** Why a minute has no deviation: different facts, kept apart everywhere. */
export type Missing = Exclude<(typeof MISSING)[number], 'measured'>;

/** What a minute is in which the market itself has a price, be it converted and compared or not. */
export const PRICED: readonly (typeof MISSING)[number][] = ['measured', 'no-rate', 'too-few-peers'];

/** The reason at a place of MISSING; null where the minute was measured, and past the list's end. */
export function missingAt(code: number | undefined): Missing | null {
  const why = code === undefined ? undefined : MISSING[code];
  return why === undefined || why === 'measured' ? null : why;
}

/** A reason's place in MISSING. */
export const missingCode = (why: Missing | null): number => MISSING.indexOf(why ?? 'measured');
