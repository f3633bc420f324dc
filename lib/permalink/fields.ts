import { MOST_WINDOW_DAYS } from '../api/limits';
import { defaultEnter, ownReference, type AssetEntry } from '../domain/asset';
import { formatInstant, parseInstant, type Instant } from '../domain/instant';
import { KINDS, parseAsset, parseVenue, type Asset, type Venue } from '../domain/market';
import { formatMinute, minutesIn, MINUTES_PER_DAY, parseRange, type MinuteRange } from '../domain/minute';
import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS } from '../domain/method';
import type { Bloc, MarketChoice, Question, RateChoice } from '../domain/question';
import { NAMED_REFERENCES, parseReference, takesBloc, writeReference, type Reference } from '../domain/reference';
import type { FieldRefusal } from '../domain/refusal';
import { parsed, refused, type Parsed } from '../domain/unit';

/** More peers than there are exchanges worth the name asks for nothing. */
export const MOST_MIN_PEERS = 50;
export const MOST_VENUES = 100;
export const MOST_ASSETS = 200;
/** A basis point, and tenfold: beyond either nothing is an episode, or everything is. */
export const LEAST_ENTER = 0.0001;
export const MOST_ENTER = 10;

export function readRange(from: string | undefined, to: string | undefined): Parsed<MinuteRange> {
  if (from === undefined || to === undefined)
    return refused({ kind: 'range-end-missing', name: from === undefined ? 'from' : 'to' });
  const range = parseRange(from, to);
  if (range.ok && minutesIn(range.value) > MOST_WINDOW_DAYS * MINUTES_PER_DAY)
    return refused({ kind: 'range-too-long', from, to, mostDays: MOST_WINDOW_DAYS });
  return range;
}

/** `binance,coinbase`: sorted, each once; undefined means every venue with data. */
export const readVenues = (text: string | undefined): Parsed<readonly Venue[] | undefined> =>
  text === undefined ? parsed(undefined) : readVenueList('venues', text);

/** The same of any field that lists venues, by its name. */
export function readVenueList(name: 'lines' | 'venues', text: string): Parsed<readonly Venue[]> {
  const ids = text.split(',', MOST_VENUES + 1);
  if (ids.length > MOST_VENUES) return refused({ kind: 'too-many', name, most: MOST_VENUES });
  const venues: Venue[] = [];
  for (const id of ids) {
    const venue = parseVenue(id.trim());
    if (!venue.ok) return venue;
    venues.push(venue.value);
  }
  return parsed([...new Set(venues)].sort());
}

/** `ATOM,WBETH`: sorted, each once; undefined means every stored asset. */
export function readAssets(text: string | undefined): Parsed<readonly Asset[] | undefined> {
  if (text === undefined) return parsed(undefined);
  const names = text.split(',', MOST_ASSETS + 1);
  if (names.length > MOST_ASSETS) return refused({ kind: 'too-many', name: 'assets', most: MOST_ASSETS });
  const assets: Asset[] = [];
  for (const name of names) {
    const asset = parseAsset(name.trim());
    if (!asset.ok) return asset;
    assets.push(asset.value);
  }
  return parsed([...new Set(assets)].sort());
}

/** The reference where it is written; nothing written asks for the asset's own. */
export function readReference(text: string | undefined, entry: AssetEntry): Parsed<Reference> {
  if (text === undefined) return parsed(usualReference(entry));
  const read = parseReference(text);
  const misfit = read.ok ? misfitOf(read.value, entry) : undefined;
  return misfit === undefined ? read : refused(misfit);
}

/** The asset's own reference; that of any asset where this instance's registry says that the asset has no such thing. */
export function usualReference(entry: AssetEntry): Reference {
  const own = ownReference(entry.asset);
  return misfitOf(own, entry) === undefined ? own : { kind: 'others' };
}

/** Why a reference cannot be asked of an asset, or undefined: a peg and an underlying are facts of few assets. */
export function misfitOf({ kind }: Reference, { asset, nature }: AssetEntry): FieldRefusal | undefined {
  if (kind === 'wrapped' && nature.kind !== 'wrapped') return { kind: 'no-underlying', asset };
  if (kind === 'peg' && nature.kind !== 'pegged' && nature.kind !== 'stable') return { kind: 'no-peg', asset };
  return undefined;
}

/** The quote among whose books a median is taken, with a reference that is one. */
export function readBloc(text: string | undefined, reference: Reference): Parsed<Bloc> {
  if (text === undefined || text === 'all') return parsed('all');
  if (!/^[A-Za-z0-9]{1,20}$/.test(text)) return refused({ kind: 'not-a-bloc', text });
  return takesBloc(reference)
    ? parsed(text.toUpperCase())
    : refused({ kind: 'no-blocs', reference: writeReference(reference), known: MEDIANS });
}

const MEDIANS: readonly string[] = NAMED_REFERENCES.filter((kind) => takesBloc({ kind }));

export function readOneOf<T extends string>(name: string, text: string, known: readonly T[]): Parsed<T> {
  const found = known.find((one) => one === text);
  return found === undefined ? refused({ kind: 'not-one-of', name, text, known }) : parsed(found);
}

const RATES = ['usd', 'none'] as const;

export function readRate(text: string | undefined): Parsed<RateChoice> {
  return readOneOf('rate', text ?? 'usd', RATES);
}

export function readMinPeers(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(DEFAULT_MIN_PEERS);
  const peers = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return peers >= LEAST_MIN_PEERS && peers <= MOST_MIN_PEERS
    ? parsed(peers)
    : refused({ kind: 'not-a-peer-count', text, least: LEAST_MIN_PEERS, most: MOST_MIN_PEERS });
}

/** A ratio: 0.02 is 2 %. */
export function readEnter(text: string | undefined, asset: Asset): Parsed<number> {
  if (text === undefined) return parsed(defaultEnter(asset));
  const enter = /^\d{0,2}(\.\d{1,6})?$/.test(text) && text !== '' ? Number(text) : NaN;
  return enter >= LEAST_ENTER && enter <= MOST_ENTER
    ? parsed(enter)
    : refused({ kind: 'not-a-ratio', name: 'enter', text, least: LEAST_ENTER, most: MOST_ENTER, example: 0.02 });
}

/** `binance:USDC,okx:USDT:perp`: the reader's choice of a venue's markets, one a kind; spot where no kind is named. Sorted by venue and kind. */
export function readMarkets(text: string | undefined): Parsed<readonly MarketChoice[]> {
  if (text === undefined || text === '') return parsed([]);
  const parts = text.split(',', MOST_VENUES + 1);
  if (parts.length > MOST_VENUES) return refused({ kind: 'too-many', name: 'markets', most: MOST_VENUES });
  const chosen = new Map<string, MarketChoice>();
  for (const part of parts) {
    const [venueText = '', quote = '', kindText = 'spot', ...rest] = part.trim().split(':');
    const kind = KINDS.find((known) => known === kindText);
    if (!/^[A-Za-z0-9]{1,20}$/.test(quote) || kind === undefined || rest.length > 0) {
      return refused({ kind: 'not-a-market-choice', text: part });
    }
    const venue = parseVenue(venueText);
    if (!venue.ok) return venue;
    const key = `${venue.value} ${kind}`;
    if (chosen.has(key)) return refused({ kind: 'market-chosen-twice', venue: venue.value, marketKind: kind });
    chosen.set(key, { venue: venue.value, quote: quote.toUpperCase(), kind });
  }
  return parsed(
    [...chosen.values()].sort((a, b) =>
      a.venue === b.venue ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : a.venue < b.venue ? -1 : 1,
    ),
  );
}

export const writeMarkets = (markets: readonly MarketChoice[]): string =>
  markets.map(({ venue, quote, kind }) => `${venue}:${quote}${kind === 'spot' ? '' : `:${kind}`}`).join(',');

/** The moment whose knowledge is asked for; undefined: now. */
export const readAsOf = (text: string | undefined): Parsed<Instant | undefined> =>
  text === undefined ? parsed(undefined) : parseInstant(text);

/** The digest whose figures an address means, with or without `sha256:`; undefined: none, whatever the figures are. */
export function readDigest(text: string | undefined): Parsed<string | undefined> {
  if (text === undefined) return parsed(undefined);
  const hex = /^(?:sha256:)?([0-9a-f]{64})$/i.exec(text)?.[1];
  return hex === undefined ? refused({ kind: 'not-a-digest', text }) : parsed(`sha256:${hex.toLowerCase()}`);
}

/** A question's fields as they are written in an address, in their fixed order; asset left to the path. */
export function writeQuestion({
  range,
  venues,
  markets,
  reference,
  bloc,
  rate,
  minPeers,
  enter,
  asOf,
}: Question): readonly (readonly [name: string, value: string])[] {
  return [
    ['from', formatMinute(range.from)],
    ['to', formatMinute(range.to)],
    ...(venues === undefined ? [] : [['venues', venues.join(',')] as const]),
    ...(markets.length === 0 ? [] : [['markets', writeMarkets(markets)] as const]),
    ['reference', writeReference(reference)],
    ['bloc', bloc],
    ['rate', rate],
    ['minPeers', String(minPeers)],
    ['enter', String(enter)],
    ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
  ];
}
