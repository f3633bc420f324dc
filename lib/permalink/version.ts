import { shown } from './fields';

/** The version that addresses carry as `v`. Raised when a field changes its meaning; a migrator then reads the old ones. */
export const VIEW_VERSION = 1;

/** From each earlier version to the next: empty while there is only one. */
const MIGRATORS: ReadonlyMap<number, (params: URLSearchParams) => URLSearchParams> = new Map();

/** The fields of an address in today's meaning. An address without `v` is read as today's; an unknown one is too, and said so. */
export function migrated(params: URLSearchParams, ignored: string[]): URLSearchParams {
  const text = params.get('v') ?? String(VIEW_VERSION);
  const version = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(version >= 1 && version <= VIEW_VERSION)) {
    ignored.push(`Version "${shown(text)}" of the address is not known; it is read as version ${VIEW_VERSION}.`);
    return params;
  }
  let now = params;
  for (let at = version; at < VIEW_VERSION; at += 1) now = MIGRATORS.get(at)?.(now) ?? now;
  return now;
}
