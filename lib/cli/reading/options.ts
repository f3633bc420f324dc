import { parseVenue, type Venue } from '../../domain/market';
import type { Parsed } from '../../domain/unit';
import { VENUES } from '../../ingest/venues/table';
import { BadInput } from '../../processes/exit';
import { refusalWords } from '../../words/en/refusals';

/** What was typed, as read; what cannot be read is bad input in the reader's own words. */
export function readOf<T>(read: Parsed<T>): T {
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}

/** One of the allowed. */
export function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text.trim());
  if (found === undefined) throw new BadInput(`${option} is "${text.slice(0, 40)}"; it takes ${allowed.join(', ')}`);
  return found;
}

const partsOf = (text: string): readonly string[] => [...new Set(text.split(',').map((part) => part.trim()))];

/** `spot,perp`: each one of the allowed, in the order given, once. */
export const listOf = <T extends string>(option: string, text: string, allowed: readonly T[]): readonly T[] =>
  partsOf(text).map((part) => {
    const found = allowed.find((one) => one === part);
    if (found === undefined) throw new BadInput(`${option} has "${part.slice(0, 40)}"; it takes ${allowed.join(', ')}`);
    return found;
  });

/** `binance,okx`: venues by their codes, each once, whether they can be asked or not. */
export const venuesOf = (text: string): readonly Venue[] => partsOf(text).map((part) => readOf(parseVenue(part)));

/** The same, of venues that can be asked. */
export const askableVenuesOf = (text: string): readonly Venue[] =>
  venuesOf(text).map((venue) => {
    if (!VENUES.has(venue)) throw new BadInput(`${venue} is not supported; there are ${[...VENUES.keys()].join(', ')}`);
    return venue;
  });
