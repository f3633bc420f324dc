import { clampedMinute, formatMinute, minute, parseMinute } from '../../domain/minute';
import { namedForm, pathInForm } from '../forms';
import { languageIn, withLanguage, withoutLanguage } from '../language';
import { writePath, type Fields } from '../query';
import { segmentsOf } from '../segments';
import { fromBase58, toBase58 } from './base58';
import { ByteReader, ByteWriter } from './bytes';
import { checkOf } from './check';
import { CODE_NAMES, CODE_USUAL, CODE_VENUES } from './names';

/** The first byte of a code: how the rest is read. An address of an earlier version keeps the code it always had. */
const codeVersionOf = (fields: Fields): number =>
  [...CODE_USUAL].find(([, usual]) => fields.some(([name, value]) => name === 'v' && value === usual.get('v')))?.[0] ??
  Math.max(...CODE_USUAL.keys());
/** What a code leaves out of a minute's code: a window of so many minutes to each side. It stays, whatever pages open with one day. */
const AROUND = 30;
const SHORT = '/-/';

/**
 * The short address of a view's address, `/-/CODE`: nothing is stored, the code is the address itself in some thirty characters, so that
 * it means the same to every copy of the app. What it is read in is no part of the code, and stands behind it. undefined where the address holds what a code cannot carry.
 */
export function shortAddress(address: string): string | undefined {
  const { pathname, search } = new URL(address, 'http://localhost');
  const [asset, at, ...more] = segmentsOf(pathname) ?? [];
  const whole = new URLSearchParams(search);
  const fields = [...withoutLanguage(whole)];
  if (asset === undefined || more.length > 0 || !isInOrder(fields)) return undefined;
  const writer = new ByteWriter();
  const version = codeVersionOf(fields);
  writer.whole(version);
  writer.text(asset);
  const minuteOfPage = at === undefined ? undefined : minuteIn(at);
  if (at !== undefined && minuteOfPage === undefined) return undefined;
  writer.whole(minuteOfPage === undefined ? 0 : minuteOfPage + 1);
  const usual = usualOf(version, minuteOfPage);
  const given = new Map(fields);
  const written = fields.filter(([name, value]) => usual.get(name) !== value);
  const absent = [...usual.keys()].filter((name) => !given.has(name));
  writer.whole(bitsOf(written.map(([name]) => name)));
  writer.whole(bitsOf(absent));
  for (const [name, value] of written) writeValue(writer, name, value);
  const code = toBase58([...writer.bytes, ...checkOf(writer.bytes)]);
  // Whatever the code does not bring back to the letter has no code.
  if (addressOfCode(code) !== writePath(pathOf(asset, minuteOfPage), fields)) return undefined;
  const language = languageIn(whole);
  return language === undefined ? `${SHORT}${code}` : withLanguage(`${SHORT}${code}`, language);
}

/** The code of a path `/-/CODE`; undefined: another path. What a sentence put behind the code is no part of it. */
export const codeIn = (path: string): string | undefined =>
  path.startsWith(SHORT) ? (/^[1-9A-Za-z]*/.exec(path.slice(SHORT.length))?.[0] ?? '') : undefined;

/**
 * The address that a short one stands for, in the form that stands behind its code (`/-/CODE.csv`), if one does. undefined where the code was cut short,
 * mistyped, or comes from a later version.
 */
export function addressOfShort(path: string): string | undefined {
  const address = addressOfCode(codeIn(path) ?? '');
  const form = namedForm(path)?.form;
  return address === undefined || form === undefined ? address : pathInForm(address, form);
}

/** The address a code stands for; undefined where it was cut short, mistyped, or comes from a later version. */
export function addressOfCode(code: string): string | undefined {
  const bytes = code.length > MOST_CHARACTERS ? undefined : fromBase58(code);
  const body = bytes?.slice(0, -2);
  if (bytes === undefined || body === undefined || body.length === 0) return undefined;
  const [high, low] = checkOf(body);
  if (bytes.at(-2) !== high || bytes.at(-1) !== low) return undefined;
  try {
    return read(new ByteReader(body));
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** As long as the longest address that names a hundred venues one by one. */
const MOST_CHARACTERS = 4_000;

function read(reader: ByteReader): string | undefined {
  const version = reader.whole();
  if (!CODE_USUAL.has(version)) return undefined;
  const asset = reader.text();
  // The path would begin with two slashes, which begin the name of a host.
  if (asset === '') return undefined;
  const counted = reader.whole();
  const at = counted === 0 ? undefined : minute(counted - 1);
  const written = namesOf(reader.whole());
  const absent = namesOf(reader.whole());
  const values = new Map<string, string>();
  for (const [name, value] of usualOf(version, at)) if (!absent.includes(name)) values.set(name, value);
  for (const name of written) values.set(name, readValue(reader, name));
  if (!reader.isAtEnd) return undefined;
  return writePath(
    pathOf(asset, at),
    CODE_NAMES.flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const pathOf = (asset: string, at: number | undefined): string =>
  `/${encodeURIComponent(asset)}${at === undefined ? '' : `/${formatMinute(minute(at))}`}`;

/** What an address that leaves nothing out says where nobody chose otherwise; a window has no usual one but around a minute. */
const usualOf = (version: number, at: number | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...(CODE_USUAL.get(version) ?? []),
    ...(at === undefined
      ? []
      : ([
          ['from', formatMinute(clampedMinute(at - AROUND))],
          ['to', formatMinute(clampedMinute(at + AROUND + 1))],
        ] as const)),
  ]);

const minuteIn = (text: string): number | undefined => {
  const parsed = parseMinute(text);
  return parsed.ok && formatMinute(parsed.value) === text ? parsed.value : undefined;
};

/** Each name once, in the order of the list, which is that of a written address. */
const isInOrder = (fields: Fields): boolean =>
  fields.every(([name], i) => {
    const place = CODE_NAMES.indexOf(name);
    const before = i === 0 ? -1 : CODE_NAMES.indexOf(fields[i - 1]?.[0] ?? '');
    return place > before;
  });

const bitsOf = (names: readonly string[]): number =>
  names.reduce((bits, name) => bits + 2 ** CODE_NAMES.indexOf(name), 0);
const namesOf = (bits: number): readonly string[] => {
  if (bits >= 2 ** CODE_NAMES.length) throw new RangeError('a name of a later version');
  return CODE_NAMES.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1);
};

/** 0 before a value that stands as text; a minute or a list of venues is told in numbers, a digest in bytes. */
const AS_TEXT = 0;

function writeValue(writer: ByteWriter, name: string, value: string): void {
  const at = name === 'from' || name === 'to' ? minuteIn(value) : undefined;
  const venues = LISTS.includes(name) ? numbersOf(value.split(',')) : undefined;
  const hash = name === 'digest' ? hashIn(value) : undefined;
  if (at !== undefined) {
    writer.whole(at + 1);
  } else if (venues !== undefined) {
    writer.whole(venues + 1);
  } else if (hash !== undefined) {
    writer.whole(AS_BYTES);
    writer.plain(hash);
  } else {
    writer.whole(AS_TEXT);
    writer.text(value);
  }
}

function readValue(reader: ByteReader, name: string): string {
  const number = reader.whole();
  if (number === AS_TEXT) return reader.text();
  if (name === 'from' || name === 'to') return formatMinute(minute(number - 1));
  if (name === 'digest' && number === AS_BYTES) return digestOf(reader.plain(HASH_BYTES));
  if (LISTS.includes(name)) return venuesOf(number - 1).join(',');
  throw new RangeError(`no number stands for ${name}`);
}

const AS_BYTES = 1;
const HASH_BYTES = 32;

const hashIn = (digest: string): readonly number[] | undefined => {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1];
  return hex?.match(/../g)?.map((byte) => Number.parseInt(byte, 16));
};
const digestOf = (bytes: readonly number[]): string =>
  `sha256:${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** Lists of venues, sorted by name as an address writes them. */
const LISTS: readonly string[] = ['venues', 'focus', 'lines'];

/** Which venues of the list they are, a bit each; undefined where one is not among them. */
function numbersOf(venues: readonly string[]): number | undefined {
  const places = venues.map((venue) => CODE_VENUES.indexOf(venue));
  return places.includes(-1) ? undefined : places.reduce((bits, place) => bits + 2 ** place, 0);
}

const venuesOf = (bits: number): readonly string[] => {
  if (bits >= 2 ** CODE_VENUES.length) throw new RangeError('a venue of a later version');
  return CODE_VENUES.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1).sort();
};
