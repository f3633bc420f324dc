import { type Contagion, FALL_LEVELS, MOST_CONTAGION_DAYS, OWN_LEVEL_MINUTES } from '../domain/contagion';
import { formatInstant } from '../domain/instant';
import { parseAsset, type Asset } from '../domain/market';
import { formatMinute, minutesIn, MINUTES_PER_DAY, plus, type MinuteRange } from '../domain/minute';
import { parsed, refused, type Parsed } from '../domain/unit';
import { readAsOf, readOneOf, readRange } from './fields';
import { writePath, writeQuery, type Fields, type Search } from './query';
import { chosenIn } from './scan';

export const CONTAGION_NAMES = ['asset', 'from', 'to', 'asOf'] as const;
/** What its page takes besides: the fall whose order is drawn. */
export const CONTAGION_PAGE_NAMES = [...CONTAGION_NAMES, 'fall'] as const;
export const CONTAGION_PATH = '/contagion';

/** Reads what is asked strictly: unknown names and malformed values are refused with one line that names the mend. Only `asOf` has a default. */
export function readContagion(fields: Readonly<Record<string, string | undefined>>): Parsed<Contagion> {
  const unknown = Object.keys(fields).find((name) => !CONTAGION_NAMES.some((known) => known === name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: CONTAGION_NAMES });
  const { asset: code, from = '', to = '' } = fields;
  if (code === undefined) return refused({ kind: 'missing-asset' });
  const asset = parseAsset(code);
  if (!asset.ok) return asset;
  const range = readRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  if (minutesIn(range.value) > MOST_CONTAGION_DAYS * MINUTES_PER_DAY)
    return refused({ kind: 'range-too-long', from, to, mostDays: MOST_CONTAGION_DAYS });
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok ? parsed({ asset: asset.value, range: range.value, asOf: asOf.value }) : asOf;
}

/** The fall whose order a page draws; 10 % where its address names none. */
export const USUAL_FALL = 0.1 satisfies (typeof FALL_LEVELS)[number];

export function readFall(text: string | undefined): Parsed<number> {
  const read = readOneOf('fall', text ?? String(USUAL_FALL), FALL_LEVELS.map(String));
  return read.ok ? parsed(Number(read.value)) : read;
}

const contagionFields = ({ asset, range, asOf }: Contagion): Fields => [
  ['asset', asset],
  ['from', formatMinute(range.from)],
  ['to', formatMinute(range.to)],
  ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
];

/** The query string of GET /api/v1/contagion. */
export const contagionParameters = (asked: Contagion): string => writeQuery(contagionFields(asked));

/** The page; `fall`: the order that it draws. */
export const contagionPath = (asked: Contagion, fall: number = USUAL_FALL): string =>
  writePath(CONTAGION_PATH, [
    ...contagionFields(asked),
    ...(fall === USUAL_FALL ? [] : [['fall', String(fall)] as const]),
  ]);

/** The page over an event's window, whose first hour makes the levels; of one no longer than that the whole, with levels of the hour before. */
export const eventFallsPath = (asset: Asset, { from, to }: MinuteRange): string =>
  contagionPath({
    asset,
    range: { from: to - from > OWN_LEVEL_MINUTES ? plus(from, OWN_LEVEL_MINUTES) : from, to },
    asOf: undefined,
  });

/** The address to share, where a form wrote another one. */
export function sharedContagionPath(search: Search): string | undefined {
  const path = writePath(CONTAGION_PATH, chosenIn(search));
  return path === writePath(CONTAGION_PATH, [...search]) ? undefined : path;
}
