import { writePath } from '../query';
import { mendedTime, type TimeRole } from './times';
import { isTracking } from './tracking';

const API = /^\/api\/v1\//;
const ROLES: ReadonlyMap<string, TimeRole> = new Map([
  ['from', 'from'],
  ['to', 'to'],
  ['asOf', 'moment'],
]);
/** The segment of a minute: `/api/v1/minutes/ATOM/2025-10-10T21:20Z`. */
const MINUTE_AT = 5;

/**
 * An address of the API, path and query, in its one spelling: without what programs append to recognise a reader, and with times that name their zone in
 * another spelling as it writes them. The API reads strictly else: nothing is guessed. undefined where there is nothing to mend, and of any other address.
 */
export function mendedApiAddress(address: string): string | undefined {
  if (!API.test(address)) return undefined;
  const [path = '', ...query] = address.split('?');
  const given = [...new URLSearchParams(query.join('?'))];
  const fields = given
    .filter(([name]) => !isTracking(name))
    .map(([name, value]) => [name, timed(value, ROLES.get(name))] as const);
  const segments = path.split('/');
  const meant = segments.map((segment, i) => (i === MINUTE_AT ? timed(segment, 'minute') : segment)).join('/');
  const isSame =
    meant === path && fields.length === given.length && fields.every(([, value], i) => value === given[i]?.[1]);
  return isSame ? undefined : writePath(meant, fields);
}

/** A colon and a plus of a path may be percent-encoded; what is no time stays as it is. */
function timed(text: string, role: TimeRole | undefined): string {
  return role === undefined ? text : mendedTime(text.replaceAll(/%3A/gi, ':').replaceAll(/%2B/gi, '+'), role);
}
