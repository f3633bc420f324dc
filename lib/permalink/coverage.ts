import type { Ignored } from '../domain/ignored';
import { parseDay, type Day } from '../domain/minute';
import { parsed, refused, type Parsed } from '../domain/unit';
import { pagePath } from './query';

export const COVERAGE_PATH = '/coverage';
export const COVERAGE_NAMES = ['page', 'until'] as const;

/** More pages of assets than any instance has. */
const MOST_PAGES = 9_999;

/** Which part of the calendar an address names. */
export interface CalendarPart {
  /** Of the assets, from 1. */
  readonly page: number;
  /** The last UTC day shown; undefined: the last with anything to say. */
  readonly until: Day | undefined;
}

/** Which assets are shown: numbered from 1, both ends included. */
export interface AssetsShown {
  readonly first: number;
  readonly last: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
}

/** Which UTC days are shown, and what `until` of the days beside them is; undefined: there are none. */
export interface DaysShown {
  readonly first: string;
  readonly last: string;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
}

/** Reads which part of the calendar is shown, leniently: what cannot be used is left out and named. */
export function readCalendarPart(fields: Readonly<Record<string, string | undefined>>): CalendarPart & {
  readonly ignored: readonly Ignored[];
} {
  const page = fields['page'] === undefined ? parsed(1) : readPage(fields['page']);
  const until = fields['until'] === undefined ? parsed(undefined) : parseDay(fields['until']);
  return {
    page: page.ok ? page.value : 1,
    until: until.ok ? until.value : undefined,
    ignored: [page, until].flatMap((read) => (read.ok ? [] : [{ kind: 'refused', refusal: read.error } as const])),
  };
}

function readPage(text: string): Parsed<number> {
  const page = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  return page >= 1
    ? parsed(page)
    : refused({ kind: 'not-a-whole-number', name: 'page', text, least: 1, most: MOST_PAGES });
}

/** The address of a part of the calendar: the first page of assets and the newest days stand in none. */
export const coveragePath = (
  asset: string | undefined,
  { page = 1, until }: { readonly page?: number; readonly until?: string | undefined } = {},
): string => pagePath(COVERAGE_PATH, { asset, page: page === 1 ? undefined : String(page), until });
