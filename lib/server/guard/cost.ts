import { MOST_WINDOW_DAYS } from '../../api/limits';
import { KINDS } from '../../domain/market';
import { minutesIn, MINUTES_PER_DAY, parseRange } from '../../domain/minute';
import { namedForm } from '../../permalink/forms';
import { exhibitsIn } from '../../permalink/pack';
import { searchIn, type Search } from '../../permalink/query';
import { kindOf } from './headers';

// Points. One is what a small answer takes: some ten milliseconds of a processor.

/** Candles of one field that are analysed for a point: a day of sixteen venues is one point, a year 337. */
export const VENUE_MINUTES_A_POINT = 25_000;
/** A venue list that is left out asks for every venue. */
const EVERY_VENUE = 16;
/** A list of assets that is left out asks for every asset. */
const EVERY_ASSET = 20;
/** Drawing one takes a quarter of a second. */
export const PICTURE_POINTS = 20;
/** Two and a half seconds. */
export const BUNDLE_POINTS = 200;
/** Earlier states are looked through. */
export const SEARCH_POINTS = 50;
/** Stored episodes are ranked. */
export const RANKED_POINTS = 5;

/** Of marks: an asset and its underlying, each also over the minutes of a ratio, two days of sixteen venues at most. */
const MARKED_BOOKS = 2;
const RATIO_POINTS = 2;

/** An address that is refused anyway, or asks for what its page opens with. */
const USUAL_DAYS = 1;

function daysOf(search: Search): number {
  const range = parseRange(search.get('from') ?? '', search.get('to') ?? '');
  return range.ok ? Math.min(minutesIn(range.value) / MINUTES_PER_DAY, MOST_WINDOW_DAYS) : USUAL_DAYS;
}

const countOf = (search: Search, name: string, every: number): number =>
  Math.min(search.get(name)?.split(',').length ?? every, every);

/**
 * What it takes to make the answer of an address, in points, at least 1: by the minutes, venues and assets asked for, and by what is made of them. An estimate
 * from the address alone; nothing is read for it.
 */
export function costOf(url: string): number {
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/.exec(url) ?? [];
  if (kindOf(url) === 'built') return 1;
  const search = searchIn(query);
  const analysed = (daysOf(search) * MINUTES_PER_DAY * countOf(search, 'venues', EVERY_VENUE)) / VENUE_MINUTES_A_POINT;
  return Math.max(1, Math.ceil(pointsOf(path, search, analysed)));
}

function pointsOf(path: string, search: Search, analysed: number): number {
  if (/^\/api\/v1\/packs$/.test(path)) return BUNDLE_POINTS * Math.max(1, exhibitsIn(search).length);
  const form = namedForm(path)?.form;
  if (form === 'zip') return BUNDLE_POINTS;
  const drawn =
    form === 'png' || form === 'svg' || /^\/api\/v1\/verifications\/pictures$/.test(path) ? PICTURE_POINTS : 0;
  if (/^\/api\/v1\/(?:pinned|verifications)(?:\/|$)/.test(path)) return drawn + SEARCH_POINTS + analysed;
  if (/^\/(?:collateral|api\/v1\/marks)$/.test(path)) return MARKED_BOOKS * (analysed + RATIO_POINTS);
  if (/^\/(?:api\/v1\/(?:lists\/)?)?lows(?:\.|$)/.test(path))
    return drawn + analysed * countOf(search, 'assets', EVERY_ASSET);
  if (/^\/(?:api\/v1\/)?contagion$/.test(path)) return analysed * KINDS.length;
  if (/^\/(?:api\/v1\/(?:lists\/)?)?(?:scan|venues|events|league)(?:[./]|$)/.test(path))
    return drawn + RANKED_POINTS + daysOf(search);
  return drawn + analysed;
}
