import { clock, dayPart, utc } from './en/numbers';

/** Both ends of a window as a line beside a sentence writes them: within one day its date stands once, and not at all where the sentence has it. */
export function windowEnds(
  { from, to }: { readonly from: string; readonly to: string },
  /** The minute that the sentence is of; undefined: it has no date of its own. */
  minute: string | undefined,
): { readonly from: string; readonly to: string } {
  if (dayPart(from) !== dayPart(to)) return { from: utc(from), to: utc(to) };
  return { from: minute === undefined ? utc(from) : clock(from), to: clock(to) };
}
