import type { Venue } from '../domain/market';
import { formatMinute, parseMinute, type MinuteRange } from '../domain/minute';
import type { Scan } from '../domain/scan';
import { promised, refused, type Parsed } from '../domain/unit';
import { readRange } from './fields';
import { writePath, writeQuery, type Fields, type Search } from './query';
import { chosenIn, readScan } from './scan';
import { typedMinute } from './typed';

export const VENUE_NAMES = ['from', 'to'] as const;

type VenueFields = Readonly<Record<string, string | undefined>>;

/** Reads the window strictly, as scripts ask it: unknown names and malformed values are refused. `from` and `to` have no default. */
export function readVenueWindow(fields: VenueFields): Parsed<MinuteRange> {
  const unknown = Object.keys(fields).find((name) => !VENUE_NAMES.some((known) => known === name));
  return unknown === undefined
    ? readRange(fields['from'], fields['to'])
    : refused({ kind: 'unknown-name', name: unknown, known: VENUE_NAMES });
}

/** A window as an address writes it. */
export const windowFields = ({ from, to }: MinuteRange): Fields => [
  ['from', formatMinute(from)],
  ['to', formatMinute(to)],
];

/** The query string of GET /api/v1/venues. */
export const venueParameters = (range: MinuteRange): string => writeQuery(windowFields(range));

/** The scan that lists one venue's episodes, the first `limit` of them. */
export const venueScan = (venue: Venue, range: MinuteRange, limit: number): Scan =>
  promised(readScan({ ...Object.fromEntries(windowFields(range)), venues: venue, limit: String(limit) }));

/** The page of a venue; without a window it opens with the one that a scan opens with. */
export const venuePath = (venue: Venue, range?: MinuteRange): string =>
  writePath(`/venues/${venue}`, range === undefined ? [] : windowFields(range));

/** The address to share, where a form wrote another one or a person wrote the venue in capitals. */
export function sharedVenuePath(
  { venue, written }: { readonly venue: Venue; readonly written: string },
  search: Search,
): string | undefined {
  const path = writePath(`/venues/${venue}`, chosenIn(search));
  return path === writePath(`/venues/${written}`, [...search]) ? undefined : path;
}

export const VENUES_PATH = '/venues';

/** The address to share of the page of all venues, where a form wrote another one. */
export function sharedVenuesPath(search: Search): string | undefined {
  const path = writePath(VENUES_PATH, chosenIn(search));
  return path === writePath(VENUES_PATH, [...search]) ? undefined : path;
}

/** What a page's address names, times as people type them; an end it leaves out is `usual`'s. */
export const typedWindow = (
  fields: VenueFields,
  usual: { readonly from: string; readonly to: string },
): { readonly from: string; readonly to: string } => ({
  from: fields['from'] === undefined ? usual.from : typedMinute(fields['from']),
  to: fields['to'] === undefined ? usual.to : typedMinute(fields['to']),
});

/** Whether the window a page's address names is none: a time written wrongly, or one that ends before it begins. */
export function isMalformedVenueWindow(query: string): boolean {
  const search = new URLSearchParams(query);
  const given = Object.fromEntries(chosenIn(search).filter(([name]) => VENUE_NAMES.some((known) => known === name)));
  const times = Object.values(given);
  return times.length === VENUE_NAMES.length ? !readVenueWindow(given).ok : !times.every((one) => parseMinute(one).ok);
}
