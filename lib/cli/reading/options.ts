import { resolve } from 'node:path';
import { parseVenue, type Venue } from '../../domain/market';
import type { Parsed } from '../../domain/unit';
import { VENUES } from '../../ingest/venues/table';
import { BadInput } from '../../processes/exit';
import { notAllowed, partNotAllowed, sameFile, venueNotSupported } from '../../words/en/cli/optionFaults';
import { refusalWords } from '../../words/en/refusals';

/** What was typed, as read; what cannot be read is bad input, with the parser's reason in words. */
export function readOf<T>(read: Parsed<T>): T {
  if (!read.ok) throw new BadInput(refusalWords(read.error));
  return read.value;
}

/** One of the allowed. */
export function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text.trim());
  if (found === undefined) throw new BadInput(notAllowed(option, text, allowed));
  return found;
}

const partsOf = (text: string): readonly string[] => [...new Set(text.split(',').map((part) => part.trim()))];

/** `spot,perp`: each one of the allowed, in the order given, once. */
export const listOf = <T extends string>(option: string, text: string, allowed: readonly T[]): readonly T[] =>
  partsOf(text).map((part) => {
    const found = allowed.find((one) => one === part);
    if (found === undefined) throw new BadInput(partNotAllowed(option, part, allowed));
    return found;
  });

/** `binance,okx`: venues by their codes, each once, whether they can be asked or not. */
export const venuesOf = (text: string): readonly Venue[] => partsOf(text).map((part) => readOf(parseVenue(part)));

/** The same, of venues that can be asked. */
export const askableVenuesOf = (text: string): readonly Venue[] =>
  venuesOf(text).map((venue) => {
    if (!VENUES.has(venue)) throw new BadInput(venueNotSupported(venue, [...VENUES.keys()]));
    return venue;
  });

/** Two formats into one file would leave one of them. */
export function refuseSameFile(files: readonly (string | undefined)[]): void {
  const paths = files.flatMap((file) => (file === undefined ? [] : [{ file, path: resolve(file) }]));
  const twice = paths.find(({ path }, i) => paths.findIndex((one) => one.path === path) !== i);
  if (twice !== undefined) throw new BadInput(sameFile(twice.file));
}
