import type { Ignored } from '../domain/ignored';
import type { Search } from './query';

/** The version that addresses carry as `v`. Raised when a field changes its meaning; a migrator then reads the old ones. */
export const VIEW_VERSION = 1;

/** From each earlier version to the next: empty while there is only one. */
const MIGRATORS: ReadonlyMap<number, (search: Search) => Search> = new Map();

/** The fields of an address in today's meaning. An address without `v` is read as today's; an unknown one is too, and named. */
export function migrated(search: Search, ignored: Ignored[]): Search {
  const text = search.get('v') ?? String(VIEW_VERSION);
  const version = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(version >= 1 && version <= VIEW_VERSION)) {
    ignored.push({ kind: 'unknown-version', text, readAs: VIEW_VERSION });
    return search;
  }
  let now = search;
  for (let at = version; at < VIEW_VERSION; at += 1) now = MIGRATORS.get(at)?.(now) ?? now;
  return now;
}
