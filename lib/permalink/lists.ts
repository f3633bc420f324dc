import type { Comparison } from '../domain/comparison';
import { eventOf, EVENTS_SPAN } from '../domain/events/presets';
import type { Instant } from '../domain/instant';
import type { Lows } from '../domain/lows';
import { parseVenue, type Venue } from '../domain/market';
import type { MinuteRange } from '../domain/minute';
import type { Scan } from '../domain/scan';
import { parsed, refused, type Parsed } from '../domain/unit';
import { COMPARE_NAMES, comparisonPath, readComparison } from './compare';
import { eventPath, readEvent, type EventView } from './events';
import { withoutLanguage } from './language';
import { lowsFields, lowsPath, readLows } from './lows';
import { writePath } from './query';
import { segmentsOf } from './segments';
import { LISTED_EPISODES, readScan, scanFields, scanPath } from './scan';
import { readVenueWindow, venuePath, VENUES_PATH, windowFields } from './venue';

/** A page of many assets or venues, as its address names it. */
export type ListView =
  | { readonly kind: 'events' }
  | { readonly kind: 'event'; readonly view: EventView }
  | { readonly kind: 'lows'; readonly asked: Lows }
  | { readonly kind: 'scan'; readonly asked: Scan }
  | { readonly kind: 'compare'; readonly asked: Comparison }
  | { readonly kind: 'venues'; readonly range: MinuteRange }
  | { readonly kind: 'venue'; readonly venue: Venue; readonly range: MinuteRange };

export const LIST_PAGES = ['events', 'lows', 'scan', 'compare', 'venues'] as const;
export type ListPage = (typeof LIST_PAGES)[number];

/** The list of an address as a picture prints it, with or without an origin; undefined: it is no whole address of one. */
export function listOf(address: string): ListView | undefined {
  if (!URL.canParse(address, 'http://localhost')) return undefined;
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const [page, below, ...rest] = segmentsOf(pathname) ?? [];
  const search = withoutLanguage(searchParams);
  const known = LIST_PAGES.find((one) => one === page);
  const fields = Object.fromEntries(search);
  if (known === undefined || rest.length > 0 || search.size !== Object.keys(fields).length) return undefined;
  const read = readList(known, below, fields);
  return read?.ok === true ? read.value : undefined;
}

/** The address of a list's page, every field in its one spelling. */
export function listPath(list: ListView): string {
  switch (list.kind) {
    case 'events':
      return '/events';
    case 'event':
      return eventPath(list.view);
    case 'lows':
      return lowsPath(lowsFields(list.asked));
    case 'scan':
      return scanPath(scanFields(list.asked));
    case 'compare':
      return comparisonPath(list.asked);
    case 'venues':
      return writePath(VENUES_PATH, windowFields(list.range));
    case 'venue':
      return venuePath(list.venue, list.range);
  }
}

/** What a list speaks of, in time; undefined: of all events. */
export function listWindow(list: ListView): MinuteRange | undefined {
  if ('range' in list) return list.range;
  if ('asked' in list) return list.asked.range;
  return list.kind === 'event' ? eventOf(list.view.event).window : undefined;
}

/** The same, of all events from the first minute of any to the end of the last. */
export const listSpan = (list: ListView): MinuteRange => listWindow(list) ?? EVENTS_SPAN;

/** As of when it is looked at; undefined: as everything is known now. */
export const listAsOf = (list: ListView): Instant | undefined =>
  'asked' in list ? list.asked.asOf : list.kind === 'event' ? list.view.asOf : undefined;

type Written = Readonly<Record<string, string | undefined>>;

/**
 * Reads a list strictly, as scripts ask it: `page`, what its path names below that (an event, a venue), and its fields. `from` and `to` have no
 * default. undefined: there is no such page.
 */
export function readList(page: ListPage, below: string | undefined, fields: Written): Parsed<ListView> | undefined {
  if (below !== undefined && page === 'events') {
    const read = readEvent(below, fields);
    return read?.ok === true ? parsed({ kind: 'event', view: read.value }) : read;
  }
  if (below !== undefined && page === 'venues') {
    const venue = parseVenue(below.toLowerCase());
    if (!venue.ok) return venue;
    const range = readVenueWindow(fields);
    return range.ok ? parsed({ kind: 'venue', venue: venue.value, range: range.value }) : range;
  }
  return below === undefined ? readPage(page, fields) : undefined;
}

function readPage(page: ListPage, fields: Written): Parsed<ListView> {
  switch (page) {
    case 'events': {
      const [name] = Object.keys(fields);
      return name === undefined ? parsed({ kind: 'events' }) : refused({ kind: 'unknown-name', name, known: [] });
    }
    case 'lows': {
      const asked = readLows(fields);
      return asked.ok ? parsed({ kind: 'lows', asked: asked.value }) : asked;
    }
    case 'scan': {
      const asked = readScan({ limit: String(LISTED_EPISODES), ...fields });
      return asked.ok ? parsed({ kind: 'scan', asked: asked.value }) : asked;
    }
    case 'compare': {
      const unknown = Object.keys(fields).find((name) => !COMPARE_NAMES.some((known) => known === name));
      if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: COMPARE_NAMES });
      const asked = readComparison(fields);
      return asked.ok ? parsed({ kind: 'compare', asked: asked.value }) : asked;
    }
    case 'venues': {
      const range = readVenueWindow(fields);
      return range.ok ? parsed({ kind: 'venues', range: range.value }) : range;
    }
  }
}
