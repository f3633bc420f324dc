import type { IgnoredAsWritten } from '../domain/ignored';
import { METHOD_VERSION } from '../domain/method';
import type { Search } from './query';

/** The version of an address's form, which it carries as `v`. Raised when a field changes its meaning; a migrator then reads the old ones. */
export const VIEW_VERSION = 3;

/** From each earlier version to the next. */
const MIGRATORS: ReadonlyMap<number, (search: Search) => Search> = new Map([
  [1, fromFirst],
  [2, fromSecond],
]);

/** The first version that asks for the same figures as today's, so that nothing need be said of it. */
const SAME_FIGURES_SINCE = 2;

/** Version 1 named no method, and meant the others' median where it named no reference, whatever the asset. */
function fromFirst(search: Search): Search {
  const now = new URLSearchParams(search);
  if (!now.has('reference')) now.set('reference', 'others');
  return now;
}

/** Version 2 meant a linear axis where it named no scale. */
function fromSecond(search: Search): Search {
  const now = new URLSearchParams(search);
  if (!now.has('scale')) now.set('scale', 'linear');
  return now;
}

/** The fields of an address in today's meaning. */
export interface Migrated {
  readonly search: Search;
  /** The version of the form it was written in, where that asks for other figures than today's; else undefined. */
  readonly earlierForm: number | undefined;
}

/**
 * Reads the versions of an address: `v` of its form, `m` of the method. One without them is read as today's; an unknown one is too, and
 * named.
 */
export function migrated(search: Search, ignored: IgnoredAsWritten[]): Migrated {
  const method = search.get('m') ?? String(METHOD_VERSION);
  if (method !== String(METHOD_VERSION)) ignored.push({ kind: 'unknown-method', text: method, readAs: METHOD_VERSION });
  const text = search.get('v') ?? String(VIEW_VERSION);
  const version = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(version >= 1 && version <= VIEW_VERSION)) {
    ignored.push({ kind: 'unknown-version', text, readAs: VIEW_VERSION });
    return { search, earlierForm: undefined };
  }
  let now = search;
  for (let at = version; at < VIEW_VERSION; at += 1) now = MIGRATORS.get(at)?.(now) ?? now;
  return { search: now, earlierForm: version < SAME_FIGURES_SINCE ? version : undefined };
}
