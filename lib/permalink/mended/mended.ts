import { writePath, type Fields } from '../query';
import { segmentsOf } from '../segments';
import { mendedTime, type TimeRole } from './times';
import { isTracking } from './tracking';

/**
 * An address of a page, path and query, as it was meant before chat programs, mailers and social networks passed it on: names they
 * append are dropped, `&amp;` is `&`, what was percent-encoded twice is once, an encoded question mark begins the query, invisible
 * characters and the punctuation of the sentence behind it are gone, and times that name their zone stand in UTC. undefined where there
 * is nothing to mend, or its encoding is broken; and of a page whose fields are addresses, each of which is read by itself.
 */
export function mendedAddress(address: string): string | undefined {
  if (OF_ADDRESSES.test(address) || HALF_A_SIGN.test(address)) return undefined;
  const given = readPlainly(address);
  const meant = given === undefined ? undefined : mended(address);
  if (given === undefined || meant === undefined || sameParts(meant, given)) return undefined;
  const written = writePath(`/${meant.segments.map(encodedSegment).join('/')}`, meant.fields);
  // What one look uncovers (an encoded question mark behind a full stop), the next one mends.
  return mendedAddress(written) ?? written;
}

/** Half of a pair of UTF-16, which no encoding of addresses has. */
const HALF_A_SIGN = /\p{Cs}/u;
/** The list of a pack's exhibits. */
const OF_ADDRESSES = /^\/pack(?:\?|$)/;

/** A path's segments, decoded, and a query's fields. */
interface Parts {
  readonly segments: readonly string[];
  readonly fields: Fields;
}

/** The address as a browser reads it; undefined where its encoding is broken. */
function readPlainly(address: string): Parts | undefined {
  const [path = '', ...query] = address.split('?');
  const segments = segmentsOf(path);
  return segments === undefined ? undefined : { segments, fields: [...new URLSearchParams(query.join('?'))] };
}

function mended(address: string): Parts | undefined {
  const read = readPlainly(withPlainQuery(encodedOnce(address)));
  if (read === undefined) return undefined;
  const fields = read.fields
    .map(([name, value]) => [spelled(withoutInvisible(name)), value] as const)
    .filter(([name]) => !isTracking(name));
  const lastSegment = read.fields.length === 0 ? read.segments.length - 1 : -1;
  return {
    segments: read.segments
      .map((segment, i) => (i === lastSegment ? withoutTail(segment) : withoutInvisible(segment)))
      .map((segment, i) => (i === 1 ? mendedTime(segment, 'minute') : segment))
      .filter((segment) => segment !== ''),
    fields: fields.map(([name, value], i) => {
      const role = ROLES.get(name);
      const whole = i === fields.length - 1 ? withoutTail(value) : withoutInvisible(value);
      return [name, role === undefined ? whole : mendedTime(whole, role)] as const;
    }),
  };
}

const ROLES: ReadonlyMap<string, TimeRole> = new Map([
  ['from', 'from'],
  ['to', 'to'],
  ['minute', 'minute'],
  ['asOf', 'moment'],
]);

const TWICE = /%(?:25)+(?=[0-9A-Fa-f]{2})/g;

/** `%253A` was `%3A` once; what passed through several programs may be encoded as often (`%25253A`). */
const encodedOnce = (address: string): string => address.replace(TWICE, '%');

/**
 * The query begun by a question mark, encoded or not, or by an ampersand in its place, and parted by ampersands that HTML does not
 * escape; nothing of it is a fragment.
 */
const withPlainQuery = (address: string): string => {
  const [before = '', ...query] = address.replaceAll(ESCAPED_AMPERSAND, '&').split(/\?|%3F/i);
  // No path has an ampersand before a name and its value.
  const [path = '', ...first] = before.split(/&(?=[a-z]+=)/i);
  const fields = [...first, ...query].filter((part) => part !== '').join('&');
  return fields === '' ? path : `${path}?${fields}`;
};
const ESCAPED_AMPERSAND = /&(?:(?:amp|(?:#|%23)(?:0*38|x0*26))(?:;|%3B))+/gi;

/** Names with a capital in them, for those who pass on addresses in small letters. */
const CAPITALS: ReadonlyMap<string, string> = new Map(['minPeers', 'asOf'].map((name) => [name.toLowerCase(), name]));
const spelled = (name: string): string => CAPITALS.get(name) ?? name;

/** Zero-width and joining characters, soft hyphens, marks of direction and of byte order. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\t\r\n]/g;
const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** What a sentence puts behind an address: no name, figure or time of one ends so. */
const TAIL = /[\s.,;:!?'"*_~`…()[\]{}<>«»‹›“”„‘’‚、。，．；：！？（）［］｛｝〈〉《》「」『』【】]+$/u;
const withoutTail = (text: string): string => withoutInvisible(text).replace(TAIL, '');

const sameParts = (a: Parts, b: Parts): boolean =>
  sameText(a.segments, b.segments) && sameText(a.fields.flat(), b.fields.flat());
const sameText = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/** A colon may stand in a path as it is, and is read and typed so. */
const encodedSegment = (segment: string): string => encodeURIComponent(segment).replaceAll('%3A', ':');
