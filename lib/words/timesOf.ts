import { clock, dayPart, utc } from './en/numbers';

/** How an ISO minute from the first of two to the last is written: by its clock, and with its day where theirs differ: there a clock alone names no minute. */
export const timeWithin = (first: string, last: string): ((iso: string) => string) =>
  dayPart(first) === dayPart(last) ? clock : utc;

/** Two ISO minutes, written so. */
export function timesOf(first: string, last: string): readonly [first: string, last: string] {
  const time = timeWithin(first, last);
  return [time(first), time(last)];
}
