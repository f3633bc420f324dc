import { formatInstant } from '../domain/instant';
import type { Lows } from '../domain/lows';
import { formatMinute } from '../domain/minute';
import { parsed, refused, type Parsed } from '../domain/unit';
import { readAsOf, readAssets, readRange } from './fields';
import { writePath, writeQuery, type Fields, type Search } from './query';
import { chosenIn } from './scan';

export const LOWS_NAMES = ['from', 'to', 'assets', 'asOf'] as const;

/** Reads what is asked strictly: unknown names and malformed values are refused with one line that names the mend. `from` and `to` have no default. */
export function readLows(fields: Readonly<Record<string, string | undefined>>): Parsed<Lows> {
  const unknown = Object.keys(fields).find((name) => !LOWS_NAMES.some((known) => known === name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: LOWS_NAMES });
  const range = readRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  const assets = readAssets(fields['assets']);
  if (!assets.ok) return assets;
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok ? parsed({ range: range.value, assets: assets.value, asOf: asOf.value }) : asOf;
}

/** The fields of what is asked, each in its one spelling. */
export const lowsFields = ({ range, assets, asOf }: Lows): Fields => [
  ['from', formatMinute(range.from)],
  ['to', formatMinute(range.to)],
  ...(assets === undefined ? [] : [['assets', assets.join(',')] as const]),
  ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
];

/** The query string of GET /api/v1/lows. */
export const lowsParameters = (asked: Lows): string => writeQuery(lowsFields(asked));

/** The page. */
export const lowsPath = (fields: Fields): string => writePath('/lows', fields);

/** The address to share, where a form wrote another one. */
export function sharedLowsPath(search: Search): string | undefined {
  const path = lowsPath(chosenIn(search));
  return path === lowsPath([...search]) ? undefined : path;
}
