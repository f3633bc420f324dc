import { certaintyOf, SIDES, WRITTEN_CERTAINTIES, writeCertainty, type Certainty } from '../domain/episode';
import { formatInstant, type Instant } from '../domain/instant';
import { KINDS } from '../domain/market';
import { formatMinute, type MinuteRange } from '../domain/minute';
import { RANKS, SCAN_REFERENCES, type Scan } from '../domain/scan';
import { parsed, refused, type Parsed } from '../domain/unit';
import { writePath, writeQuery, type Fields, type Search } from './query';
import { typedMinute } from './typed';
import { readAsOf, readAssets, readOneOf, readRange, readVenues } from './fields';

export const SCAN_NAMES = [
  'from',
  'to',
  'reference',
  'rank',
  'limit',
  'assets',
  'venues',
  'kinds',
  'side',
  'certainty',
  'depth',
  'peers',
  'asOf',
] as const;
export type ScanFields = Readonly<Partial<Record<(typeof SCAN_NAMES)[number], string | undefined>>>;

const DEFAULT_LIMIT = 100;
/** More lines than anybody reads; filters and a narrower window name the rest. */
export const MOST_SCANNED = 10_000;
/** Tenfold: nothing strays further. */
export const MOST_DEPTH = 10;
/** More than there are exchanges. */
export const MOST_LEAST_PEERS = 99;

/**
 * Reads a scan strictly, as scripts ask it: unknown names and malformed values are refused with one line that names the mend.
 * `from` and `to` have no default; without `kinds`, `assets`, `venues` and `side` any is taken.
 */
export function readScan(fields: Readonly<Record<string, string | undefined>>): Parsed<Scan> {
  const unknown = Object.keys(fields).find((name) => !SCAN_NAMES.some((known) => known === name));
  if (unknown !== undefined) return refused({ kind: 'unknown-name', name: unknown, known: SCAN_NAMES });
  const range = readRange(fields['from'], fields['to']);
  if (!range.ok) return range;
  const reference = readOneOf('reference', fields['reference'] ?? 'own', SCAN_REFERENCES);
  if (!reference.ok) return reference;
  const rank = readOneOf('rank', fields['rank'] ?? 'depth', RANKS);
  if (!rank.ok) return rank;
  const side = fields['side'] === undefined ? parsed(undefined) : readOneOf('side', fields['side'], SIDES);
  if (!side.ok) return side;
  const assets = readAssets(fields['assets']);
  if (!assets.ok) return assets;
  const venues = readVenues(fields['venues']);
  if (!venues.ok) return venues;
  const kinds = readSomeOf('kinds', fields['kinds'], KINDS);
  if (!kinds.ok) return kinds;
  const certainty = readCertainty(fields['certainty']);
  if (!certainty.ok) return certainty;
  const limit = readWhole('limit', fields['limit'], DEFAULT_LIMIT, 1, MOST_SCANNED);
  if (!limit.ok) return limit;
  const peers = readWhole('peers', fields['peers'], 0, 0, MOST_LEAST_PEERS);
  if (!peers.ok) return peers;
  const depth = readDepth(fields['depth']);
  if (!depth.ok) return depth;
  const asOf = readAsOf(fields['asOf']);
  if (!asOf.ok) return asOf;
  return parsed({
    range: range.value,
    reference: reference.value,
    rank: rank.value,
    limit: limit.value,
    assets: assets.value,
    venues: venues.value,
    kinds: kinds.value,
    side: side.value,
    certainty: certainty.value,
    leastDepth: depth.value,
    leastPeers: peers.value,
    asOf: asOf.value,
  });
}

/** `spot,perp`: some of a list, in its order, each once; undefined: any. */
function readSomeOf<T extends string>(
  name: string,
  text: string | undefined,
  known: readonly T[],
): Parsed<readonly T[] | undefined> {
  if (text === undefined) return parsed(undefined);
  const some: T[] = [];
  for (const part of text.split(',', known.length + 1)) {
    const one = readOneOf(name, part.trim(), known);
    if (!one.ok) return one;
    some.push(one.value);
  }
  return parsed(known.filter((one) => some.includes(one)));
}

function readCertainty(text: string | undefined): Parsed<readonly Certainty[] | undefined> {
  const read = readSomeOf('certainty', text, WRITTEN_CERTAINTIES);
  return read.ok ? parsed(read.value?.map(certaintyOf)) : read;
}

function readWhole(name: string, text: string | undefined, usual: number, least: number, most: number): Parsed<number> {
  if (text === undefined) return parsed(usual);
  const value = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most
    ? parsed(value)
    : refused({ kind: 'not-a-whole-number', name, text, least, most });
}

/** A ratio without a sign: 0.1 is 10 %. */
function readDepth(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(0);
  const depth = /^\d{0,2}(\.\d{1,6})?$/.test(text) && text !== '' ? Number(text) : NaN;
  return depth >= 0 && depth <= MOST_DEPTH
    ? parsed(depth)
    : refused({ kind: 'not-a-ratio', name: 'depth', text, least: 0, most: MOST_DEPTH, example: 0.1 });
}

/** As many episodes as the page, and a file of it, list unless asked otherwise. */
export const LISTED_EPISODES = 200;

/** A scan's fields, each in its one spelling; what is left to any is left out. */
export const scanFields = (scan: Scan): Fields => {
  const list = (name: string, some: readonly string[] | undefined): Fields =>
    some === undefined ? [] : [[name, some.join(',')]];
  return [
    ['from', formatMinute(scan.range.from)],
    ['to', formatMinute(scan.range.to)],
    ['reference', scan.reference],
    ['rank', scan.rank],
    ['limit', String(scan.limit)],
    ...list('assets', scan.assets),
    ...list('venues', scan.venues),
    ...list('kinds', scan.kinds),
    ...list('side', scan.side === undefined ? undefined : [scan.side]),
    ...list('certainty', scan.certainty?.map(writeCertainty)),
    ...(scan.leastDepth === 0 ? [] : [['depth', decimal(scan.leastDepth)] as const]),
    ...(scan.leastPeers === 0 ? [] : [['peers', String(scan.leastPeers)] as const]),
    ...(scan.asOf === undefined ? [] : [['asOf', formatInstant(scan.asOf)] as const]),
  ];
};

/** Without an exponent: 0.000001, never 1e-6. */
const decimal = (ratio: number): string => ratio.toFixed(6).replace(/\.?0+$/, '');

/** The page of a scan. */
export const scanPath = (fields: Fields): string => writePath('/scan', fields);

const TIMES: readonly string[] = ['from', 'to', 'ratioBefore'];

/** A form sends what was left empty, too, and times as they were typed: the address that people share names what was chosen. */
export const chosenIn = (search: Search): Fields =>
  [...search]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, TIMES.includes(name) ? typedMinute(value) : value]);

/** The address to share, where a form wrote another one. */
export function sharedScanPath(search: Search): string | undefined {
  const path = scanPath(chosenIn(search));
  return path === scanPath([...search]) ? undefined : path;
}

/** The query string of GET /api/v1/scan for the deepest episodes of any asset over a range. */
export const scanParameters = (range: MinuteRange, asOf: Instant | undefined, limit: number): string =>
  writeQuery([
    ['from', formatMinute(range.from)],
    ['to', formatMinute(range.to)],
    ['limit', String(limit)],
    ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
  ]);
