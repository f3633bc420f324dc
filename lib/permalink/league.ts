import { formatDay, parseDay, type Day } from '../domain/minute';
import { refused, type Parsed } from '../domain/unit';
import { writePath, writeQuery, type Search } from './query';
import { chosenIn } from './scan';

export const LEAGUE_NAMES = ['day'] as const;
export const LEAGUE_PATH = '/league';

/** The forms of the page besides itself: a table as text and as data. */
export const LEAGUE_FORMS = ['csv', 'json', 'md'] as const;
export type LeagueForm = (typeof LEAGUE_FORMS)[number];

/** Reads the UTC day strictly, as scripts ask it: unknown names and what is no day are refused. */
export function readLeague(fields: Readonly<Record<string, string | undefined>>): Parsed<Day> {
  const unknown = Object.keys(fields).find((name) => !LEAGUE_NAMES.some((known) => known === name));
  return unknown === undefined
    ? parseDay(fields['day']?.trim() ?? '')
    : refused({ kind: 'unknown-name', name: unknown, known: LEAGUE_NAMES });
}

/** Whether the day a page's address names is none. */
export function isMalformedLeague(query: string): boolean {
  const day = new Map(chosenIn(new URLSearchParams(query))).get('day');
  return day !== undefined && !readLeague({ day }).ok;
}

/** The page of a day. */
export const leaguePath = (day: Day): string => writePath(LEAGUE_PATH, [['day', formatDay(day)]]);

/** The query string of GET /api/v1/league. */
export const leagueParameters = (day: Day): string => writeQuery([['day', formatDay(day)]]);

/** The address to share, where a form wrote another one. */
export function sharedLeaguePath(search: Search): string | undefined {
  const path = writePath(
    LEAGUE_PATH,
    chosenIn(search).map(([name, value]) => [name, value.trim()] as const),
  );
  return path === writePath(LEAGUE_PATH, [...search]) ? undefined : path;
}
