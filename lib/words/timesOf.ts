import { clock, dayPart, utc } from './en/numbers';

/** Two ISO minutes by their clocks; with their days where these differ. */
export const timesOf = (from: string, to: string): readonly [from: string, to: string] => {
  const time = dayPart(from) === dayPart(to) ? clock : utc;
  return [time(from), time(to)];
};
