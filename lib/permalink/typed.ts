import { parseRange, type MinuteRange } from '../domain/minute';
import type { Parsed } from '../domain/unit';

/** `2025-10-10T21:20Z` as it is shown in a field: "2025-10-10 21:20". */
export const typed = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const TYPED = /^(\d{4}-\d{2}-\d{2})(?:T|\s+)(\d{2}:\d{2}(?::00)?)\s*(?:UTC|Z)?$/i;

/**
 * A minute as people type it, "2025-10-10 21:20", with or without T, Z or UTC (the field's label says UTC), as it is written
 * in an address; anything else as it came, to be refused where it is read.
 */
export function typedMinute(text: string): string {
  const match = TYPED.exec(text.trim());
  return match?.[1] === undefined || match[2] === undefined ? text : `${match[1]}T${match[2]}Z`;
}

/** The page of a minute of an asset, both as people type them. What is none of either is refused by that page. */
export const typedMinutePath = (asset: string, minute: string): string =>
  // Two slashes would begin the name of a host.
  `/${[asset.trim().toUpperCase(), typedMinute(minute)]
    .filter((segment) => segment !== '')
    .map((segment) => encodeURIComponent(segment).replaceAll('%3A', ':'))
    .join('/')}`;

/** Reads the two fields of a window. */
export const readTypedWindow = (from: string, to: string): Parsed<MinuteRange> =>
  parseRange(typedMinute(from), typedMinute(to));
